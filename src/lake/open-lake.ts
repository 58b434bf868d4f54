import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { Failure } from '../record/failure.ts'

/** A folder of Parquet files that other tools query in place: LIST/day=YYYY-MM-DD/PART.parquet. */
export interface Lake {
  readonly folder: string
  /** How far a source has come: what it gave when it last wrote; 0 before. */
  place(source: string): number
  /** The parts that are there: paths in the lake. */
  parts(list: string): Promise<string[]>
  /** Writes files beside the lake's; they are in it once they are committed. @returns their names */
  stage(pieces: Iterable<Uint8Array>): Promise<string>
  /** Puts staged files in, takes others out, and keeps how far the source is: all or nothing, wherever it is cut off. */
  commit(change: LakeChange): Promise<void>
  /** Lets others write. */
  close(): Promise<void>
}

export interface LakeChange {
  /** paths in the lake, by the names that `stage` gave */
  add: readonly { staged: string; path: string }[]
  remove?: readonly string[]
  place?: { source: string; at: number }
}

const MARK = '_onrecord-lake.json'
const STAGED = '_staged'
const JOURNAL = '_journal.json'
const PLACES = '_places.json'
const LOCK = '_lock.json'

/**
 * Opens a lake for writing, by one program at a time; a folder that is empty or not there becomes one. A change that was cut off is brought to its end.
 *
 * Names that begin with '_' are no data to Spark, DuckDB and Arrow.
 *
 * @throws Failure `lake-foreign`, `lake-missing`, `lake-busy`, `output-failed`
 */
export async function openLake(folder: string, { create = true }: { create?: boolean } = {}): Promise<Lake> {
  await checkFolder(folder, create)
  await lock(folder)
  try {
    if (!existsSync(join(folder, MARK))) await writeWhole(join(folder, MARK), JSON.stringify({ lake: 1 }))
    await finish(folder)
    await rm(join(folder, STAGED), { recursive: true, force: true })
    return lakeOf(folder, await readJson<{ [source: string]: number }>(join(folder, PLACES), {}))
  } catch (error) {
    await rm(join(folder, LOCK), { force: true })
    throw asFailure(folder, error)
  }
}

function lakeOf(folder: string, places: { [source: string]: number }): Lake {
  let count = 0
  const stage = async (pieces: Iterable<Uint8Array>) => {
    const staged = `${process.pid}-${count++}.parquet`
    await writing(folder, async () => {
      await mkdir(join(folder, STAGED), { recursive: true })
      await writeWhole(join(folder, STAGED, staged), pieces)
    })
    return staged
  }
  const commit = (change: LakeChange) =>
    writing(folder, async () => {
      await writeWhole(join(folder, JOURNAL), JSON.stringify(change))
      if (change.place) places[change.place.source] = change.place.at
      await finish(folder)
    })
  return {
    folder,
    place: (source) => places[source] ?? 0,
    parts: (list) => partsIn(folder, list),
    stage,
    commit,
    close: () => rm(join(folder, LOCK), { force: true }),
  }
}

async function partsIn(folder: string, list: string): Promise<string[]> {
  const entries = await readdir(join(folder, list), { recursive: true }).catch(() => [])
  return entries
    .filter((entry) => entry.endsWith('.parquet'))
    .map((entry) => join(list, entry))
    .sort()
}

/** Carries out what the journal says, as far as it is not done. */
async function finish(folder: string): Promise<void> {
  const journal = join(folder, JOURNAL)
  const change = await readJson<LakeChange | undefined>(journal, undefined)
  if (!change) return
  for (const { staged, path } of change.add) {
    const from = join(folder, STAGED, staged)
    if (!existsSync(from)) continue
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await rename(from, join(folder, path))
  }
  const added = new Set(change.add.map(({ path }) => path))
  for (const path of change.remove ?? []) if (!added.has(path)) await rm(join(folder, path), { force: true })
  if (change.place) {
    const places = await readJson<{ [source: string]: number }>(join(folder, PLACES), {})
    const { source, at } = change.place
    await writeWhole(join(folder, PLACES), JSON.stringify({ ...places, [source]: at }))
  }
  await rm(journal, { force: true })
}

async function checkFolder(folder: string, create: boolean): Promise<void> {
  if (existsSync(join(folder, MARK))) return
  const entries = await readdir(folder).catch(({ code }: NodeJS.ErrnoException) => {
    if (code === 'ENOENT') return undefined
    throw new Failure('lake-foreign', `the folder ${folder} cannot be read (${code}); name a folder for the lake`)
  })
  if (!create)
    throw new Failure('lake-missing', `there is no lake in ${folder}; onrecord gather or export with --lake makes one`)
  // a lock is left where making one was cut off
  if (entries?.some((entry) => entry !== LOCK))
    throw new Failure('lake-foreign', `${folder} holds other files and is not a lake; name an empty or a new folder`)
  await writing(folder, () => mkdir(folder, { recursive: true }))
}

/** Takes the lake for this program. */
async function lock(folder: string): Promise<void> {
  const path = join(folder, LOCK)
  const own = { pid: process.pid, host: hostname() }
  for (let tries = 0; tries < 2; tries++) {
    try {
      const file = await open(path, 'wx')
      await file.writeFile(JSON.stringify(own))
      return await file.close()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw asFailure(folder, error)
      const { pid, host } = await readJson(path, own)
      if (host !== own.host || isAlive(pid))
        throw new Failure(
          'lake-busy',
          `process ${pid} on ${host} writes to the lake ${folder}; wait for it, or remove ${path} if it is gone`,
        )
      await rm(path, { force: true })
    }
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function readJson<T>(path: string, none: T): Promise<T> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return none
    throw new Failure('lake-foreign', `${path} cannot be read (${(error as Error).message})`)
  }
}

/** Writes a file that is there whole, and on the disk, or not at all. */
async function writeWhole(path: string, content: string | Iterable<Uint8Array>): Promise<void> {
  const part = join(dirname(path), `_${process.pid}.part`)
  const file = await open(part, 'w')
  try {
    for (const piece of typeof content === 'string' ? [Buffer.from(content)] : content) await file.writeFile(piece)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, path)
}

async function writing<T>(folder: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    throw asFailure(folder, error)
  }
}

function asFailure(folder: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  return syscall === undefined
    ? error
    : new Failure(
        'output-failed',
        `the lake ${folder} cannot be written (${code}); check its permissions and the space on the disk`,
      )
}
