import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { openEntity } from './entity/index.ts'
import { openEvent } from './event/index.ts'
import { openLanguage } from './language/index.ts'
import { buildTree } from './language/tree.ts'
import type { Language } from './language/types.ts'
import type { Note, Record } from './record/types.ts'
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

/** Reads reports. Holds no state between them: one reader serves any number. */
export interface OpenedReader {
  /**
   * Reads one report and returns its record.
   *
   * @throws TypeError where `report.id` or `report.text` is no string, or `published` is no ISO 8601 date. Odd *text*
   * never throws: what is odd about it becomes a note.
   */
  read(report: ReportInput): Record
  /** Only the language stage: sentences, words, tags, lemmas, trees, names. */
  parse(text: string): Language
}

/** The pipeline: the one place that knows the order of the stages. */
export function createReader(resources: Resources, about: Record['reader']): OpenedReader {
  const language = openLanguage(resources)
  const time = openTime(resources)
  const entity = openEntity(resources)
  const statement = openStatement(resources)
  const event = openEvent(resources)

  const read = (input: ReportInput): Record => {
    checkInput(input)
    const { id, text, published, title, outlet, url, byline } = input
    const words = language(text)
    const tree = buildTree(words)
    const times = time({ language: words, tree, published })
    const entities = entity({ language: words, tree, times, published })
    const statements = statement({ language: words, tree, times, entities })
    const events = event({ language: words, tree, times, entities, statements })
    const notes: Note[] = [...times.notes, ...entities.notes, ...statements.notes, ...events.notes]
    return {
      schema: 'onrecord/1',
      report: {
        id,
        text,
        sha256: bytesToHex(sha256(utf8ToBytes(text))),
        ...given({ published, title, outlet, url, byline }),
        language: words.tag,
      },
      reader: about,
      entities: [...entities.entities],
      times: [...times.times],
      places: [...entities.places],
      statements: [...statements.statements],
      events: [...events.events],
      links: [...events.links],
      notes,
    }
  }
  return { read, parse: language }
}

const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/

function checkInput(input: ReportInput): void {
  if (typeof input?.id !== 'string' || input.id === '')
    throw new TypeError("report.id must be a string that is not empty; give each report an id, such as its file's name")
  if (typeof input.text !== 'string') throw new TypeError('report.text must be a string; decode bytes as UTF-8 first')
  if (input.published !== undefined && !ISO.test(input.published)) {
    throw new TypeError(
      `report.published must be an ISO 8601 date such as '2024-10-03' or '2024-10-03T09:30:00Z', not '${input.published}'; leave it out where it is not known`,
    )
  }
}

/** Leaves out what is undefined. */
function given<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}
