/** A run of characters on a page: where it begins, on which base line, how wide and how large, in points. */
export interface PdfRun {
  text: string
  x: number
  y: number
  width: number
  size: number
}

/** Characters beside each other on one base line. */
export interface PdfLine {
  text: string
  left: number
  right: number
  y: number
  size: number
  pieces: PdfRun[]
}

/** Runs that stand closer than this many sizes of the letters are of one word. */
const WORD = 0.15
/** A blank between columns is so many sizes wide, and runs past so many lines on either side; a wider one past fewer. */
const GUTTER = { narrow: { wide: 0.6, lines: 5 }, wide: { wide: 1.8, lines: 2 } }
/** Characters that the lines of a column have in the mean: fewer are marks or numbers before lines. */
const COLUMN = 8

/** The lines of runs, from the top. */
export function pdfLines(pieces: readonly PdfRun[]): PdfLine[] {
  return rowsOf(pieces).map((row) => {
    const [first, ...others] = row.sort((a, b) => a.x - b.x)
    const line = { text: first.text, left: first.x, right: first.x + first.width, y: first.y, size: first.size }
    for (const { text, x, width, size } of others) {
      const isApart = x - line.right > size * WORD && !/\s$/.test(line.text) && !/^\s/.test(text)
      line.text += isApart ? ` ${text}` : text
      line.right = Math.max(line.right, x + width)
      line.size = Math.max(line.size, size)
    }
    return { ...line, text: line.text.replace(/\s+/g, ' ').trim(), pieces: row }
  })
}

function rowsOf(pieces: readonly PdfRun[]): PdfRun[][] {
  const rows: PdfRun[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && Math.abs(row[0].y - piece.y) < Math.min(row[0].size, piece.size) * 0.4) row.push(piece)
    else rows.push([piece])
  }
  return rows
}

/**
 * A page's runs as blocks of lines in the order that they are read in: cut where a blank runs from top to bottom between columns, else where one runs from
 * side to side, again and again (recursive X-Y cuts, Nagy and Seth 1984).
 */
export function blocksOf(pieces: readonly PdfRun[], depth = 0): PdfLine[][] {
  if (pieces.length === 0) return []
  const cut = depth > 40 ? undefined : (verticalCut(pieces) ?? horizontalCut(pieces))
  return cut ? cut.flatMap((part) => blocksOf(part, depth + 1)) : [pdfLines(pieces)]
}

/** Between columns: a stretch that no run crosses, past lines on either side that stand beside each other. */
function verticalCut(pieces: readonly PdfRun[]): PdfRun[][] | undefined {
  const sorted = [...pieces].sort((a, b) => a.x - b.x)
  const size = median(pieces.map((piece) => piece.size))
  let right = sorted[0].x + sorted[0].width
  for (let at = 1; at < sorted.length; at++) {
    const gap = sorted[at].x - right
    if (gap >= size * GUTTER.narrow.wide) {
      const sides = [sorted.slice(0, at), sorted.slice(at)]
      const least = gap >= size * GUTTER.wide.wide ? GUTTER.wide.lines : GUTTER.narrow.lines
      if (sides.every((side) => isColumn(side, least)) && standBeside(sides[0], sides[1])) return sides
    }
    right = Math.max(right, sorted[at].x + sorted[at].width)
  }
  return undefined
}

function isColumn(pieces: readonly PdfRun[], least: number): boolean {
  const rows = rowsOf(pieces)
  return rows.length >= least && pieces.reduce((sum, { text }) => sum + text.length, 0) / rows.length >= COLUMN
}

/** Whether two groups of runs share a stretch of the page's height. */
function standBeside(a: readonly PdfRun[], b: readonly PdfRun[]): boolean {
  const range = (pieces: readonly PdfRun[]) => {
    const heights = pieces.map(({ y }) => y)
    return [Math.min(...heights), Math.max(...heights)]
  }
  const [[lowA, highA], [lowB, highB]] = [range(a), range(b)]
  return Math.min(highA, highB) > Math.max(lowA, lowB)
}

/** Between blocks: the widest blank from side to side, where it is wider than lines stand apart, or the first under or over which columns stand. */
function horizontalCut(pieces: readonly PdfRun[]): PdfRun[][] | undefined {
  const rows = rowsOf(pieces)
  if (rows.length < 2) return undefined
  const gaps = rows.slice(1).map((row, n) => rows[n][0].y - row[0].y)
  const widest = gaps.indexOf(Math.max(...gaps))
  const apart = median(gaps)
  if (gaps[widest] > Math.max(apart * 1.6, rows[widest + 1][0].size * 1.9)) return split(rows, widest + 1)
  const under = rows.findIndex(
    (_, n) => n > 0 && (verticalCut(rows.slice(n).flat()) ?? verticalCut(rows.slice(0, n).flat())),
  )
  return under > 0 ? split(rows, under) : undefined
}

const split = (rows: readonly PdfRun[][], at: number): PdfRun[][] => [rows.slice(0, at).flat(), rows.slice(at).flat()]

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
