import { readdirSync, readFileSync } from 'node:fs'
import { sharedReader } from '../fixture.ts'
import { openStoryGrouping } from '../open-stories.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import { joinMissing, openStoryJoiner } from './join-stories.ts'
import { type OpenedDesk, openDesk } from './open.ts'
import { openWriter, type ReportToKeep } from './write.ts'

const examples = new URL('../../examples/', import.meta.url)
let records: Promise<NewsRecord[]> | undefined

/** Records of the project's own example reports, read once. */
export function exampleRecords(): Promise<NewsRecord[]> {
  records ??= sharedReader.then((reader) =>
    readdirSync(examples)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => reader.read({ id: name.slice(0, -4), text: readFileSync(new URL(name, examples), 'utf8') })),
  )
  return records
}

/** An empty desk that is kept nowhere. */
export const memoryDesk = (): OpenedDesk => openDesk(':memory:', { create: true, memory: true })

/** A desk that holds the example reports; in memory where no file is named. */
export async function exampleDesk(file?: string): Promise<OpenedDesk> {
  const desk = file === undefined ? memoryDesk() : openDesk(file, { create: true })
  openWriter(desk).keep((await exampleRecords()).map(keptOf))
  joinMissing(desk, openStoryJoiner(desk.db, await openStoryGrouping()))
  return desk
}

/** A record as the writer takes it. */
export function keptOf(record: NewsRecord): ReportToKeep {
  const { id, text, sha256, language, ...known } = record.report
  const from = { from: `examples/${id}.txt`, takenAt: '2025-03-20T08:00:00Z', bytes: sha256, notes: [] }
  return { taken: { id, text, ...known, language, ...from }, sha256, outcome: { record } }
}

/** What a fault of the desk's own throws. JavaScript's name for both is the one that it has for a wrong argument. */
export const rangeErrors: readonly [name: string, thrower: () => never][] = [
  [
    'a stack that overflows',
    function deeper(): never {
      return deeper()
    },
  ],
  [
    'a date that is none',
    () => {
      throw new RangeError(new Date(Number.NaN).toISOString())
    },
  ],
]
