import { median, type PdfLine, type PdfRun, pdfLines } from './pdf-layout.ts'

/** Lines at a page's top and bottom that are looked at. */
const EDGE = 3
/** Share of the pages that a line must stand on to be the pages' own. */
const OFTEN = 0.5

/**
 * Pages without what stands on most of them at the top or bottom (whatever the numbers in it), without page numbers, and without what browsers print there;
 * and the address that a browser printed.
 */
export function withoutFurniture(pages: readonly PdfRun[][]): { pages: PdfRun[][]; address?: string } {
  const lines = pages.map((page) => pdfLines(page))
  const edges = lines.map((page) => new Set([...page.slice(0, EDGE), ...page.slice(-EDGE)]))
  const counts = new Map<string, number>()
  for (const edge of edges)
    for (const plain of new Set([...edge].map(plainLine))) counts.set(plain, (counts.get(plain) ?? 0) + 1)
  const isOften = (plain: string) => pages.length > 1 && (counts.get(plain) ?? 0) >= Math.max(2, pages.length * OFTEN)
  const isFurniture = (line: PdfLine) => {
    const plain = plainLine(line)
    return PAGE_NUMBER.test(plain) || PRINTED_TOP.test(plain) || PRINTED_FOOT.test(line.text) || isOften(plain)
  }
  const left = (page: readonly PdfLine[], n: number) =>
    page.filter((line) => !(edges[n].has(line) && isFurniture(line)))
  const foot = edges.flatMap((edge) => [...edge].flatMap(({ text }) => PRINTED_FOOT.exec(text)?.[1] ?? []))
  return {
    pages: lines.map((page, n) => left(page, n).flatMap(({ pieces }) => pieces)),
    address: foot.find((address) => /^https?:/.test(address)),
  }
}

/** 'Page 3 of 12', '- 3 -', '3/12', with # for the numbers. */
const PAGE_NUMBER = /^(?:page |p\. ?)?[-–— ]*#[-–— ]*(?:(?:of|\/|\|) ?#)?$/i
/** '11/28/26, 12:06 PM Port of Almeth to reopen': what browsers print over a page. */
const PRINTED_TOP = /^#[/.]#[/.]#, #:#(?: [AP]M)?(?: |$)/
/** 'https://almethpost.example/port 1/3': what they print under it. */
const PRINTED_FOOT = /^((?:https?|file):\/\/\S+) ?\d+\/\d+$/
const plainLine = ({ text }: PdfLine) => text.replace(/\d+/g, '#').trim()

/** Blocks of lines as paragraphs, with a blank line between them; a sentence that goes on in the next column or on the next page is one. */
export function joinLines(blocks: readonly PdfLine[][]): string {
  const paragraphs = blocks.flatMap(paragraphsOf)
  const words = new Set(
    paragraphs.flatMap((lines) =>
      lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? []),
    ),
  )
  const size = median(paragraphs.flatMap((lines) => lines.map((line) => line.size)))
  const whole: PdfLine[][] = []
  for (const lines of paragraphs) {
    const before = whole.at(-1)
    if (before && goesOn(before.at(-1) as PdfLine, lines[0], size)) before.push(...lines)
    else whole.push([...lines])
  }
  return whole.map((lines) => joined(lines, words)).join('\n\n')
}

/** Whether a paragraph goes on in the next one: it ends in the midst of a sentence, and the next begins with a small letter. */
function goesOn(last: PdfLine, next: PdfLine, size: number): boolean {
  const isBody = (line: PdfLine) => Math.abs(line.size - size) < size * 0.15
  return isBody(last) && isBody(next) && !/[.!?:”"’)\]]$/.test(last.text) && /^[\p{Ll}]/u.test(next.text)
}

/** The paragraphs of a block: a new one where a line is set in, stands further below, is of another size, or follows a short line that ends a sentence. */
function paragraphsOf(lines: readonly PdfLine[]): PdfLine[][] {
  const left = median(lines.map((line) => line.left))
  const right = median(lines.map((line) => line.right))
  const apart = median(lines.slice(1).map((line, n) => lines[n].y - line.y))
  const paragraphs: PdfLine[][] = []
  lines.forEach((line, n) => {
    const before = lines[n - 1]
    const isNew =
      !before ||
      Math.abs(before.size - line.size) > Math.min(before.size, line.size) * 0.15 ||
      before.y - line.y > apart * 1.35 ||
      (line.left - left > line.size * 0.7 && before.left - left < line.size * 0.4) ||
      (before.right < right - before.size * 4 && /[.!?”"’]$/.test(before.text) && lines.length > 2)
    if (isNew) paragraphs.push([line])
    else paragraphs[paragraphs.length - 1].push(line)
  })
  return paragraphs
}

/** Lines as one; a word that a hyphen breaks at a line's end is whole again, unless it stands with its hyphen elsewhere, or the next line begins with a capital. */
function joined(lines: readonly PdfLine[], hyphened: ReadonlySet<string>): string {
  return lines.reduce((text, line) => {
    if (text === '') return line.text
    const [, start] = /([\p{L}\p{N}]+)[-\u00ad\u2010]$/u.exec(text) ?? []
    if (start === undefined) return `${text} ${line.text}`
    const [end = ''] = /^[\p{L}\p{N}]+/u.exec(line.text) ?? []
    const keeps = !/^\p{Ll}/u.test(end) || hyphened.has(`${start}-${end}`.toLowerCase())
    return (keeps ? text.replace(/[\u00ad\u2010]$/, '-') : text.slice(0, -1)) + line.text
  }, '')
}
