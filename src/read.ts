import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { openEntity } from './entity/index.ts'
import { openEvent } from './event/index.ts'
import { openLanguage } from './language/index.ts'
import { buildTree } from './language/tree.ts'
import type { Language } from './language/types.ts'
import { noteCodes } from './record/codes.ts'
import { isPublished } from './record/published.ts'
import type { Record as NewsRecord, Note, Reader, Report } from './record/types.ts'
import { blankHeader, type Header, openHeader } from './report/header.ts'
import type { Resources } from './resources.ts'
import { openStatement } from './statement/index.ts'
import { openTime } from './time/index.ts'

/** A report to read: its text, and what is known of it. */
export interface ReportInput {
  id: string
  text: string
  /** ISO 8601 date, or date and time */
  published?: string
  title?: string
  outlet?: string
  url?: string
  byline?: string
}

/** The stages of reading, in their order. */
export type Stage = 'header' | 'language' | 'time' | 'entity' | 'statement' | 'event'

/** Runs one stage of one report and returns what it found; may take its time. */
export type Observe = <T>(stage: Stage, run: () => T) => T

/** How a reader is opened. */
export interface OpenOptions {
  /** where `models/` and `codebook/` lie, when they are not the package's own */
  base?: string | URL
  /** is handed every stage to run: for measuring */
  observe?: Observe
}

/** Reads reports. Holds no state between them: one reader serves any number. */
export interface OpenedReader extends Readonly<Reader> {
  /**
   * Reads one report and returns its record. Header lines at the text's beginning ('date 2024-10-03', 'Title: ...') give
   * what the call leaves out; they stay in the text and are not read as part of the report.
   *
   * @throws TypeError where `report.id` or `report.text` is no string, or `published` is no ISO 8601 date. Odd *text*
   * never throws: what is odd about it becomes a note.
   * @example reader.read({ id: '1', published: '2024-10-03', text: 'Venn resigned on Tuesday.' }).times[0].value // '2024-10-01'
   */
  read(report: ReportInput): NewsRecord
  /** Only the language stage: sentences, words, tags, lemmas, trees, names. */
  parse(text: string): Language
}

const runs: Observe = (_stage, run) => run()

/** The pipeline: the one place that knows the order of the stages. */
export function createReader(resources: Resources, what: Reader, observe: Observe = runs): OpenedReader {
  const header = openHeader(resources)
  const language = openLanguage(resources)
  const time = openTime(resources)
  const entity = openEntity(resources)
  const statement = openStatement(resources)
  const event = openEvent(resources)

  const read = (input: ReportInput): NewsRecord => {
    checkReport(input)
    const { id, text } = input
    const head = observe('header', () => header(text))
    const about = { ...known(head), ...known(input) }
    const { published } = about
    const { words, tree } = observe('language', () => {
      const words = { ...language(blankHeader(text, head)), text }
      return { words, tree: buildTree(words) }
    })
    const times = observe('time', () => time({ language: words, tree, published }))
    const entities = observe('entity', () => entity({ language: words, tree, times, published }))
    const statements = observe('statement', () => statement({ language: words, tree, times, entities }))
    const events = observe('event', () => event({ language: words, tree, times, entities, statements }))
    return {
      schema: 'onrecord/1',
      report: { id, text, sha256: hashOf(text), ...about, language: words.tag },
      reader: what,
      entities: [...entities.entities],
      times: [...times.times],
      places: [...entities.places],
      statements: [...statements.statements],
      events: [...events.events],
      links: [...events.links],
      notes: [...headerNotes(head, input), ...times.notes, ...entities.notes, ...statements.notes, ...events.notes],
    }
  }
  return { ...what, read, parse: language }
}

/**
 * Makes sure that this is a report to read.
 *
 * @throws TypeError that names the field and the way out
 */
export function checkReport(report: unknown): ReportInput {
  const input = report as ReportInput
  if (typeof input?.id !== 'string' || input.id === '')
    throw new TypeError("report.id must be a string that is not empty; give each report an id, such as its file's name")
  if (typeof input.text !== 'string') throw new TypeError('report.text must be a string; decode bytes as UTF-8 first')
  for (const field of FIELDS) {
    const value = input[field]
    if (value !== undefined && typeof value !== 'string')
      throw new TypeError(`report.${field} must be a string; leave it out where it is not known`)
  }
  if (input.published !== undefined && !isPublished(input.published)) {
    throw new TypeError(
      `report.published must be an ISO 8601 date such as '2024-10-03' or '2024-10-03T09:30:00Z', not '${input.published}'; leave it out where it is not known`,
    )
  }
  return input
}

const FIELDS = ['published', 'title', 'outlet', 'url', 'byline'] as const

/** Of the fields that say something of a report, those that are known. */
function known(report: Partial<Report>): Partial<Report> {
  return Object.fromEntries(
    FIELDS.filter((field) => report[field] !== undefined).map((field) => [field, report[field]]),
  )
}

function headerNotes({ dated }: Header, { published }: ReportInput): Note[] {
  if (!dated || published !== undefined) return []
  return [{ code: 'published-from-header', message: noteCodes['published-from-header'], ...dated }]
}

function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}
