import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { joinMissing, openStoryJoiner } from '../src/desk/join-stories.ts'
import { type OpenedDesk, openDesk } from '../src/desk/open.ts'
import { openWriter } from '../src/desk/write.ts'
import { openStoryGrouping } from '../src/open-stories.ts'
import type { Record as NewsRecord } from '../src/record/types.ts'
import type { Decision } from '../src/rows/decision.ts'
import type { Serving } from '../src/server/serve.ts'

// The server runs as it was built: the processes that answer beside it are there at once, which from sources takes each seconds.
const { serveDesk }: typeof import('../src/server/serve.ts') = await import(
  new URL('../dist/server/serve.js', import.meta.url).href
)

/** Answers come one after the other, and none is cut off: a process that answers takes about a second to start, and one page at a time asks. */
export const fewProcesses = { most: 1, patience: 30_000 }

/** The server on a desk of given records, for tests of the page and its pictures. It can be stopped and started under the page. */
export interface FixtureServer {
  url: string
  /** all that the desk holds, oldest first; while the server is stopped, what it held then */
  decisions(): readonly Decision[]
  start(): Promise<void>
  stop(): Promise<void>
  /** goes back to a desk on which nothing was decided */
  forget(): Promise<void>
  /** stops, and leaves nothing behind */
  close(): Promise<void>
}

export async function openFixture(records: readonly NewsRecord[]): Promise<FixtureServer> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-page-'))
  const file = join(folder, 'desk.db')
  const untouched = join(folder, 'untouched.db')
  await keep(untouched, records)
  let desk: OpenedDesk
  let serving: Serving
  let held: readonly Decision[] | undefined
  const start = async () => {
    desk = openDesk(file)
    serving = await serveDesk(desk, {
      port: serving ? Number(new URL(serving.url).port) : 0,
      aside: fewProcesses,
    })
    held = undefined
  }
  const stop = async () => {
    if (held) return
    held = desk.decisions({})
    await serving.stop()
  }
  const forget = async () => {
    if (!held && desk.decisions({}).length === 0) return
    await stop()
    copyFileSync(untouched, file)
    await start()
  }
  copyFileSync(untouched, file)
  await start()
  return {
    url: serving!.url.replace(/\/$/, ''),
    decisions: () => held ?? desk.decisions({}),
    start,
    stop,
    forget,
    close: () => stop().then(() => rmSync(folder, { recursive: true })),
  }
}

async function keep(file: string, records: readonly NewsRecord[]): Promise<void> {
  const desk = openDesk(file, { create: true })
  openWriter(desk).keep(
    records.map((record) => {
      const { sha256, ...known } = record.report
      const taken = { ...known, from: `${known.id}.txt`, takenAt: '2025-03-20T08:00:00Z', bytes: sha256, notes: [] }
      return { taken, sha256, outcome: { record } }
    }),
  )
  joinMissing(desk, openStoryJoiner(desk.db, await openStoryGrouping()))
  desk.close()
}
