import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { openDesk } from '../../desk/open.ts'
import { sha256 } from '../../intake/taking.ts'
import { openLake } from '../../lake/open-lake.ts'
import { gatherIntoDesk } from '../../queue/gather.ts'
import { gatherIntoLake } from '../../queue/gather-lake.ts'
import { openQueue, type Queue } from '../../queue/open-queue.ts'
import { Failure } from '../../record/failure.ts'
import { deskCommands } from '../lazy.ts'
import { writeOut } from '../output.ts'
import { natsOption, type QueueOptions, saidRefusals, stopSignal, streamOption } from '../queue-options.ts'

interface GatherCommandOptions extends QueueOptions {
  desk?: string
  lake?: string
  follow?: boolean
  json?: boolean
}

const HELP = `
Every desk and every lake gets all records of the queue; each keeps how far it is, and goes on from there. A desk knows what it has by its text; a lake
keeps its place together with its rows: cut off at any moment, each record is there once.

Examples:
  onrecord gather --nats nats://127.0.0.1:4222 --desk border.db
  onrecord gather --nats nats://127.0.0.1:4222 --lake border-lake --follow`

/** `onrecord gather`: brings the records of a queue into a desk or a lake. */
export function gatherCommand(): Command {
  return new Command('gather')
    .description(deskCommands.gather)
    .addOption(natsOption())
    .addOption(streamOption())
    .option('--desk <file>', 'the desk: an SQLite file, made where there is none')
    .option('--lake <folder>', 'the lake: a folder of Parquet files, made where there is none (docs/lake.md)')
    .option('--follow', 'go on waiting for records; else it ends when there are no more')
    .option('--json', 'the counts as JSON')
    .addHelpText('after', HELP)
    .action(gather)
}

async function gather(options: GatherCommandOptions): Promise<void> {
  const { desk, lake } = options
  if ((desk === undefined) === (lake === undefined))
    throw new Failure(
      'bad-argument',
      'name either the desk (--desk FILE) or the lake (--lake FOLDER) that records go to',
    )
  const { signal, done } = stopSignal()
  const queue = await openQueue(options.nats, options.stream)
  const refusals = saidRefusals()
  try {
    const gathering = { follow: options.follow, signal, refuse: refusals.add }
    const counts =
      desk !== undefined ? await intoDesk(queue, desk, gathering) : await intoLake(queue, lake as string, gathering)
    const said = Object.entries(WORDS).flatMap(([what, words]) => {
      const count = counts[what] ?? 0
      return count > 0 || what === 'records' ? [`${count} ${words}`] : []
    })
    await writeOut(options.json ? `${JSON.stringify(counts)}\n` : `${said.join(', ')}\n`)
    refusals.say()
    if (counts.refused > 0) process.exitCode = 1
  } finally {
    done()
    await queue.close()
  }
}

const WORDS: { readonly [count: string]: string } = {
  records: 'records',
  known: 'there already',
  kept: 'kept and not read (not English)',
  failed: 'that did not go in',
  refused: 'refused',
}

interface Counts {
  records: number
  known?: number
  kept?: number
  failed?: number
  refused: number
  [what: string]: number | undefined
}

async function intoDesk(queue: Queue, file: string, options: Parameters<typeof gatherIntoDesk>[3]): Promise<Counts> {
  const isNew = !existsSync(file)
  const desk = openDesk(file, { create: true })
  try {
    const { read, known, kept, failed, refused } = await gatherIntoDesk(queue, desk, placeName(file), {
      ...options,
      fresh: isNew,
    })
    return { records: read, known, kept, failed, refused }
  } finally {
    desk.close()
  }
}

async function intoLake(queue: Queue, folder: string, options: Parameters<typeof gatherIntoLake>[2]): Promise<Counts> {
  const lake = await openLake(folder)
  try {
    return await gatherIntoLake(queue, lake, options)
  } finally {
    await lake.close()
  }
}

/** A desk's place in the queue, by where its file lies. */
const placeName = (file: string) => `desk-${sha256(`${hostname()}:${resolve(file)}`).slice(0, 16)}`
