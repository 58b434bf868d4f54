import fs from 'node:fs'
import path from 'node:path'
import type { Span } from '../../src/record/types.ts'

/** One attribution as people marked it: spans of the article's text, UTF-16 code units. */
export interface Attribution {
  source: Span[]
  cue: Span[]
  content: Span[]
  /** what is done by saying it, where people marked that */
  act?: string
}

/** One annotated article: its text and each annotator's attributions, in the order of the files' names. */
export interface Article {
  id: string
  text: string
  published: string | undefined
  people: Attribution[][]
  /** statements within statements are marked too, so that a word inside content that is no cue is known to be none */
  whole: boolean
}

interface MarkedReport {
  id: string
  text: string
  published?: string
  statements: { source: Span | null; cue: Span | null; content: Span[]; act: string | null }[]
}

/**
 * Reads reports marked whole, a report a line. Statements without a cue (quotations that stand alone) are left out: rules find them.
 *
 * @param file such as `marked/train.jsonl`
 */
export function readMarked(file: string): Article[] {
  const reports = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return reports.map((line) => {
    const { id, text, published, statements } = JSON.parse(line) as MarkedReport
    const attributions = statements.flatMap(({ source, cue, content, act }) =>
      cue && content.length > 0
        ? [{ source: source ? [source] : [], cue: [cue], content, ...(act ? { act } : {}) }]
        : [],
    )
    return { id, text, published, people: [attributions], whole: true }
  })
}

/**
 * Reads a folder of PolNeAR: `text/*.txt` and `attributions/*.ann` (brat standoff).
 *
 * @param folder one part of the corpus, such as `polnear/train`
 */
export function readPolnear(folder: string): Article[] {
  const dates = readDates(path.join(folder, '..', 'metadata.tsv'))
  const annotations = fs.readdirSync(path.join(folder, 'attributions')).sort()
  return fs
    .readdirSync(path.join(folder, 'text'))
    .sort()
    .map((file) => {
      const id = file.replace(/\.txt$/, '')
      const text = fs.readFileSync(path.join(folder, 'text', file), 'utf8')
      const people = annotations
        .filter((name) => name.replace(/_[0-9a-f]{4}\.ann$/, '') === id)
        .map((name) => readStandoff(fs.readFileSync(path.join(folder, 'attributions', name), 'utf8'), text))
      return { id, text, published: dates.get(id), people, whole: false }
    })
}

function readDates(file: string): Map<string, string> {
  const dates = new Map<string, string>()
  if (!fs.existsSync(file)) return dates
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const date = /\d{4}-\d\d-\d\d/.exec(line)?.[0]
    for (const field of line.split('\t')) if (date && field.includes('_')) dates.set(field.replace(/\.txt$/, ''), date)
  }
  return dates
}

/** Reads one brat file. Text-bound lines are `T1<tab>Cue 5 9;11 14<tab>words`, events `E1<tab>Attribution:T2 Cue:T1`. */
export function readStandoff(annotation: string, text: string): Attribution[] {
  const toUnit = codeUnits(text)
  const spans = new Map<string, Span[]>()
  const events: string[][] = []
  for (const line of annotation.split('\n')) {
    const [id, body = ''] = line.split('\t')
    if (id.startsWith('T')) {
      const ranges = body.slice(body.indexOf(' ') + 1).split(';')
      spans.set(
        id,
        ranges.map((range) => {
          const [start, end] = range.split(' ').map(Number)
          return { start: toUnit(start), end: toUnit(end) }
        }),
      )
    } else if (id.startsWith('E')) events.push(body.trim().split(' ').slice(1))
  }
  const role = (event: string[], name: string): Span[] =>
    event
      .map((argument) => argument.split(':'))
      .filter(([kind]) => kind.replace(/\d+$/, '') === name)
      .flatMap(([, id]) => spans.get(id) ?? [])
      .sort((a, b) => a.start - b.start)
  return events
    .map((event) => ({ source: role(event, 'Source'), cue: role(event, 'Cue'), content: role(event, 'Content') }))
    .filter(({ content }) => content.length > 0)
}

/** brat counts code points; JavaScript strings count UTF-16 code units. */
function codeUnits(text: string): (point: number) => number {
  const at = [0]
  for (const character of text) at.push(at[at.length - 1] + character.length)
  return (point) => at[Math.min(point, at.length - 1)]
}
