import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { openEntity } from './entity/index.ts'
import { openEvent } from './event/index.ts'
import { blankHeader, type Header, openHeader } from './header/index.ts'
import { refuseUnknown } from './known-keys.ts'
import { blankDateline, openDateline } from './language/dateline.ts'
import { openLanguage } from './language/index.ts'
import { openTowns } from './language/mend-towns.ts'
import { sentenceAround } from './language/sentence-around.ts'
import { buildTree, type Tree } from './language/tree.ts'
import type { Language } from './language/types.ts'
import type { Overlay } from './lay-over.ts'
import { noteCodes } from './record/codes.ts'
import { type fields, inFieldOrder } from './record/fields.ts'
import { checkReport, checkText, knownFields, REPORT_FIELDS, type ReportInput } from './record/report.ts'
import type { Record as NewsRecord, Note, Reader, Span, Statement } from './record/types.ts'
import { loneSurrogate, wellFormed, wellFormedJson } from './record/well-formed.ts'
import type { Resources } from './resources.ts'
import { openStatement } from './statement/index.ts'
import { type Check, openCheck } from './story/check/open-check.ts'
import { openTime } from './time/index.ts'
import type { TimeReading } from './time/types.ts'

/** The stages of reading, in their order. */
export type Stage = 'header' | 'language' | 'time' | 'entity' | 'statement' | 'event'

/** Runs one stage of one report and returns what it found; may take its time. */
export type Observe = <T>(stage: Stage, run: () => T) => T

/** How a reader is opened. */
export interface OpenOptions {
  /** where the models and the codebook lie, when they are not the package's own: a folder with `models/` and `codebook/`, or a file `onrecord.pack` */
  base?: string | URL
  /** tables that are laid over the codebook: a folder or, in a browser, its address; or their texts by name ('event/verbs.tsv') */
  codebook?: string | URL | Overlay
  /** whether all towns of the gazetteer are known (6 MB), not only large ones; in Node they are where left out, in browsers they are not */
  gazetteer?: boolean
  /** is handed every stage to run: for measuring */
  observe?: Observe
}

/** Reads reports. Holds no state between them: one reader serves any number. */
export interface OpenedReader extends Readonly<Reader> {
  /**
   * Reads one report and returns its record. Header lines at the text's beginning ('date 2024-10-03', 'Title: ...') give
   * what the call leaves out; they stay in the text and are not read as part of the report.
   *
   * @throws TypeError (`code`: 'bad-argument') where `report.id` or `report.text` is no string, `published` is no ISO 8601 date, or a field is
   * unknown; RangeError (`code`: 'input-too-large') where the text has more than four million characters. Odd *text* never throws: what is odd about it becomes a note. Lone surrogates become U+FFFD, in all strings.
   * @example reader.read({ id: '1', published: '2024-10-03', text: 'Venn resigned on Tuesday.' }).times[0].value // '2024-10-01'
   */
  read(report: ReportInput): NewsRecord
  /** Checks a draft, given its record, against sources: `checkDraft` is the function to call. */
  check: Check
  /**
   * Only the language stage: sentences, words, tags, lemmas, trees, names.
   *
   * @throws as `read` does where `text` is no string or too long
   */
  parse(text: string): Language
}

const runs: Observe = (_stage, run) => run()

/**
 * The pipeline: the one place that knows the order of the stages. It prepares them, and gives a reader to whoever tells it what it is called in
 * records, which may be known only later.
 */
export function createReader(resources: Resources, observe: Observe = runs): (what: Reader) => OpenedReader {
  const header = openHeader(resources)
  const { language, read: readWords } = openFirstStages(resources)
  const time = openTime(resources)
  const entity = openEntity(resources)
  const statement = openStatement(resources)
  const event = openEvent(resources)

  const readAs = (what: Reader, input: ReportInput): NewsRecord => {
    const given = checkReport(input)
    refuseUnknown('a report', given, REPORT_FIELDS)
    const { id, text, ...known } = wellFormedJson({ ...given })
    const head = observe('header', () => header(text))
    const about = { ...knownFields(head), ...knownFields(known) }
    const { published, title, outlet } = about
    const { words, tree } = observe('language', () => readWords(text, head, about))
    const times = observe('time', () => time({ language: words, tree, published }))
    const entities = observe('entity', () => entity({ language: words, tree, times, published, title, outlet }))
    const statements = observe('statement', () => statement({ language: words, tree, times, entities }))
    const events = observe('event', () => event({ language: words, tree, times, entities, statements }))
    const around = sentenceAround(words)
    return {
      schema: 'onrecord/1',
      report: { id, text, sha256: hashOf(text), ...about, language: words.tag, ...datelineOf(words, times) },
      reader: what,
      entities: [...entities.entities],
      times: [...times.times],
      places: [...entities.places],
      statements: statements.statements.map((row) => inSentence('statements', row, around(wordsOf(row)))),
      events: events.events.map((row) => inSentence('events', row, around(row.trigger))),
      links: [...events.links],
      notes: [
        ...halfNotes(given.text),
        ...headerNotes(head, input),
        ...times.notes,
        ...entities.notes,
        ...statements.notes,
        ...events.notes,
      ],
    }
  }
  const check = openCheck(resources)
  const parse = (text: string) => language(wellFormed(checkText(text)))
  return (what) => ({ ...what, read: (report) => readAs(what, report), check, parse })
}

/** What the first two stages make of a report: its words, read without header and dateline, and the tree over them. */
export function openFirstStages(resources: Resources): {
  language: (text: string) => Language
  read: (
    text: string,
    header: Header,
    about: Parameters<ReturnType<typeof openDateline>>[1],
  ) => { words: Language; tree: Tree }
} {
  const dateline = openDateline(resources)
  const language = openLanguage(resources)
  const mendTowns = openTowns(resources)
  const read = (text: string, header: Header, about: Parameters<typeof dateline>[1]) => {
    const body = blankHeader(text, header)
    const opening = dateline(body, about)
    const plain = language(opening ? blankDateline(body, opening) : body)
    const words: Language = { ...mendTowns(plain), text, ...(opening ? { dateline: opening } : {}) }
    return { words, tree: buildTree(words) }
  }
  return { language, read }
}

/** From the first to the last of a statement's words. */
function wordsOf({ source, cue, content }: Statement): Span {
  const spans = [source, cue, ...content].filter((span) => span !== null)
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}

/** A row with the sentence that it stands in. */
const inSentence = <R extends object>(list: keyof typeof fields, row: R, sentence: Span | undefined): R =>
  sentence ? inFieldOrder(list, { ...row, sentence }) : row

function headerNotes({ dated }: Header, { published }: ReportInput): Note[] {
  if (!dated || published !== undefined) return []
  return [{ code: 'published-from-header', message: noteCodes['published-from-header'], ...dated }]
}

/** The dateline as the record has it, its day filled in as times are. */
function datelineOf({ dateline }: Language, { datelineDay }: TimeReading): Pick<NewsRecord['report'], 'dateline'> {
  if (!dateline) return {}
  const { start, end, place, agency } = dateline
  return { dateline: { start, end, ...knownOf({ place, agency, day: datelineDay }) } }
}

function knownOf<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}

function halfNotes(text: string): Note[] {
  const at = loneSurrogate(text)
  return at < 0 ? [] : [{ code: 'character-halved', message: noteCodes['character-halved'], start: at, end: at + 1 }]
}

function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}
