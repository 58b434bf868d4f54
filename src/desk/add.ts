import { availableParallelism } from 'node:os'
import { inOrder } from '../in-order.ts'
import type { Refusal, Taken, TakenReport } from '../intake/taken.ts'
import { sha256 as hashOf } from '../intake/taking.ts'
import type { Overlay } from '../lay-over.ts'
import { type Clock, oneByOne, openGate, REPORT_SECONDS } from '../one-by-one.ts'
import { openStoryGrouping } from '../open-stories.ts'
import type { ReportInput } from '../record/report.ts'
import type { Reader } from '../record/types.ts'
import { openThreads, type Threads } from '../threads.ts'
import { withLearned } from './coding/learned.ts'
import { joinMissing, openStoryJoiner } from './join-stories.ts'
import { type AddedCounts, type Keeping, keepTaken, keepTold, noneAdded, type ToKeep } from './keep.ts'
import type { OpenedDesk } from './open.ts'
import type { ReadAnswer, ReadTask } from './read-worker.ts'
import { openWriter, type ReportToKeep, type Writer } from './write.ts'

export type { AddedCounts } from './keep.ts'

export interface AddOptions {
  threads?: number
  /** tables that are laid over the codebook of the worker threads, with those that people accepted on the desk */
  overlay?: Overlay
  /** stops taking; what is in hand is finished and kept */
  signal?: AbortSignal
  /** called after every batch that was written */
  onProgress?(added: Readonly<AddedCounts>): void
  /** reads a batch, in place of the worker threads */
  read?: ReadBatch
  /** how long a report may be read, in seconds */
  seconds?: number
}

/** Reads reports; an answer for each, in their order. Rejects where the thread that reads dies, or the clock's signal ends it. */
type ReadBatch = (reports: readonly ReportInput[], clock?: Clock) => Promise<ReadAnswer[]>

/** Reports read and written at once: enough to spare transactions, few enough to hold memory flat. */
const BATCH = 12
/** Megabytes of a thread's heap for short-lived objects: reading makes much of it, and more room for it gains no time. */
const YOUNG = 4
/** Batches in hand for each thread. */
const AHEAD = 2

interface Item {
  taken?: TakenReport
  refused?: Refusal
  sha256: string
  /** whether the desk has it already: it is not read */
  known?: boolean
  /** of a report that is read again: what it is a copy or a correction of */
  told?: Pick<ReportToKeep, 'copyOf' | 'corrects'>
  /** what the reader answered; the record is made of its JSON when it is written, so that few records are in hand */
  answer?: ReadAnswer
}

/**
 * Adds reports to a desk: worker threads read, one writer writes in batches, in the order of the sources. A report seen before
 * (the same bytes, or the same text) is noted as taken again and not read again. Every batch is there whole or not at all, so that
 * an add that is cut off at any moment leaves a desk that is whole, and the same add goes on where it stopped.
 */
export async function addReports(
  desk: OpenedDesk,
  sources: AsyncIterable<Taken>,
  {
    threads = availableParallelism(),
    overlay,
    signal,
    onProgress,
    read: readReports,
    seconds = REPORT_SECONDS,
  }: AddOptions = {},
): Promise<AddedCounts> {
  const writer = openWriter(desk)
  const joiner = openStoryJoiner(desk.db, await openStoryGrouping())
  const added = noneAdded()
  const pool = readReports ? undefined : openPool(threads, withLearned(desk, overlay))
  const inPool: ReadBatch = (reports, clock) => pool!.run({ reports }, clock)
  try {
    const gate = openGate(threads)
    const read = (batch: Item[]) => gate(() => readBatch(readReports ?? inPool, batch, seconds))
    const write = async (batch: Item[]) => {
      writer.all(() => {
        for (const item of batch) settle({ writer, joiner }, item, added)
      })
      onProgress?.(added)
    }
    await inOrder(batches(sources, writer, signal), read, write, threads * AHEAD)
    if (added.read + added.kept > 0) writer.tidy()
    writer.all(() => joinMissing(desk, joiner))
  } finally {
    await pool?.close()
  }
  return added
}

/**
 * Reads reports of the desk again that no reading by today's reader is of; older readings stay, decisions carry over by the rows' ids.
 *
 * @returns how many were read, and how many broke the reader
 */
export async function readAgain(
  desk: OpenedDesk,
  { threads = availableParallelism(), overlay, signal, onProgress, seconds = REPORT_SECONDS }: AddOptions = {},
): Promise<AddedCounts> {
  const pool = openPool(threads, withLearned(desk, overlay))
  try {
    const reader = await readerOf(pool)
    const gate = openGate(threads)
    const inPool: ReadBatch = (reports, clock) => pool.run({ reports }, clock)
    const added = noneAdded()
    const writer = openWriter(desk)
    const joiner = openStoryJoiner(desk.db, await openStoryGrouping())
    const write = async (batch: Item[]) => {
      writer.all(() => {
        for (const item of batch) keepTold({ writer, joiner }, { ...keepingOf(item), ...item.told }, added)
      })
      onProgress?.(added)
    }
    await inOrder(
      unread(desk, reader, signal),
      (batch) => gate(() => readBatch(inPool, batch, seconds)),
      write,
      threads * AHEAD,
    )
    writer.all(() => joinMissing(desk, joiner))
    return added
  } finally {
    await pool.close()
  }
}

type Pool = Threads<ReadTask, ReadAnswer[]>

function openPool(threads: number, overlay: Overlay | undefined): Pool {
  return openThreads('read-worker', import.meta.url, {
    most: threads,
    workerData: { overlay },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  })
}

async function readerOf(pool: Pool): Promise<Reader> {
  const [answer] = await pool.run({ about: true })
  return JSON.parse('json' in answer ? answer.json : '{}')
}

/** Runs of items; those that the desk has already go along unread. */
async function* batches(
  sources: AsyncIterable<Taken>,
  writer: Writer,
  signal: AbortSignal | undefined,
): AsyncGenerator<Item[]> {
  let batch: Item[] = []
  for await (const taken of sources) {
    if (signal?.aborted) break
    batch.push('refused' in taken ? { refused: taken.refused, sha256: '' } : itemOf(taken, writer))
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function itemOf(taken: TakenReport, writer: Writer): Item {
  const sha256 = hashOf(taken.text)
  return { taken, sha256, known: writer.seen(taken, sha256) !== undefined }
}

const isEnglish = ({ language }: TakenReport) => language === 'en' || language.startsWith('en-') || language === 'und'

/** Reads what is to be read; a report that its thread does not come through with is answered with a code, and the others are read. */
async function readBatch(read: ReadBatch, batch: Item[], seconds: number): Promise<Item[]> {
  const toRead = batch.filter((item) => item.taken && !item.taken.record && !item.known && isEnglish(item.taken))
  if (toRead.length === 0) return batch
  const reports = toRead.map(({ taken }) => inputOf(taken as TakenReport))
  const answers = await oneByOne(reports, seconds, read, (_, { code, message }): ReadAnswer => ({ code, message }))
  answers.forEach((answer, i) => {
    toRead[i].answer = answer
  })
  return batch
}

function inputOf({ id, text, published, title, outlet, url, byline }: TakenReport): ReportInput {
  return { id, text, published, title, outlet, url, byline }
}

/** Writes one item, or notes that it was seen. */
function settle(keeping: Keeping, item: Item, added: AddedCounts): void {
  const { writer } = keeping
  if (item.refused) {
    writer.refuse([item.refused])
    added.refused++
    return
  }
  const taken = item.taken as TakenReport
  const known = writer.seen(taken, item.sha256)
  if (known === undefined) keepTaken(keeping, keepingOf(item), added)
  else if (taken.record && isEnglish(taken) && writer.reread(known, taken, taken.record)) {
    added.read++
    added.records++
  } else {
    writer.again(known, taken)
    added.known++
  }
}

/** An item with what came of reading it; a record that was read elsewhere stands for what is not read here. */
function keepingOf({ taken, sha256, answer }: Item): ToKeep {
  const report = taken as TakenReport
  const terms = answer && 'json' in answer ? answer.terms : undefined
  if (answer)
    return {
      taken: report,
      sha256,
      outcome: 'json' in answer ? { record: JSON.parse(answer.json) } : { failed: answer },
      terms,
    }
  return {
    taken: report,
    sha256,
    outcome: report.record && isEnglish(report) ? { record: report.record } : { kept: true },
  }
}

/** Reports that are to be read and have no reading by this reader. */
async function* unread(desk: OpenedDesk, reader: Reader, signal: AbortSignal | undefined): AsyncGenerator<Item[]> {
  const next = desk.db.prepare(
    `SELECT r.report, r.id, r.text, r.sha256, r.published, r.title, r.outlet, r.url, r.byline, r.language, r.copy_of, c.corrects, t."from", t.member, t.at, t.bytes
     FROM reports r LEFT JOIN corrections c USING (report) JOIN takings t ON t.taking = (SELECT min(taking) FROM takings WHERE takings.report = r.report)
     WHERE r.report > ? AND r.state <> 'kept' AND NOT EXISTS (SELECT 1 FROM readings g JOIN readers d USING (reader)
       WHERE g.report = r.report AND d.version = ? AND d.models = ? AND d.codebook = ?) ORDER BY r.report LIMIT ${BATCH}`,
  )
  const { version, models, codebook } = reader
  for (let last = 0; !signal?.aborted; ) {
    const rows = next.all(last, version, JSON.stringify(models), codebook) as {
      [column: string]: string | number | null
    }[]
    if (rows.length === 0) return
    last = rows[rows.length - 1].report as number
    yield rows.map(({ sha256, copy_of, corrects, ...row }) => ({
      taken: takenOf(row),
      sha256: sha256 as string,
      told: { copyOf: (copy_of as number | null) ?? undefined, corrects: (corrects as number | null) ?? undefined },
    }))
  }
}

function takenOf({ at, report: _, ...row }: { [column: string]: string | number | null }): TakenReport {
  const known = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
  return { ...known, takenAt: at, notes: [] } as unknown as TakenReport
}
