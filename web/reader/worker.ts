import { openOver } from '../../src/open-over.ts'
import { unpackFiles } from '../../src/pack.ts'
import type { OpenedReader } from '../../src/read.ts'
import { type Load, loadResources } from '../../src/resources.ts'
import { openSources } from '../../src/story/check/sources.ts'
import { fetchFile } from './fetch-file.ts'
import type { FromReader, ModelsFrom, ToReader } from './messages.ts'

/** The reader in a thread of its own, so that the page stays alive while it loads and reads. Nothing leaves it. */

let reader: OpenedReader | undefined
const answer = (message: FromReader): void => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  if (data.kind === 'open') void open(data.source)
  else if (data.kind === 'read') read(data)
  else check(data)
})

async function open(source: ModelsFrom): Promise<void> {
  try {
    const load = 'base' in source ? fetching(source.base) : await unpacking(source.packed)
    reader = await openOver(await loadResources(load))
    answer({ kind: 'opened' })
  } catch (error) {
    answer({ kind: 'failed', message: messageOf(error) })
  }
}

function read({ number, report }: Extract<ToReader, { kind: 'read' }>): void {
  try {
    if (!reader) throw new Error('the reader is not open yet')
    answer({ kind: 'record', number, record: reader.read(report) })
  } catch (error) {
    answer({ kind: 'unread', number, message: messageOf(error) })
  }
}

function check({ number, draft, sources }: Extract<ToReader, { kind: 'check' }>): void {
  try {
    if (!reader) throw new Error('the reader is not open yet')
    answer({ kind: 'checked', number, rows: reader.check(reader.read(draft), openSources(sources)) })
  } catch (error) {
    answer({ kind: 'unread', number, message: messageOf(error) })
  }
}

function fetching(base: string): Load {
  let loaded = 0
  let total = 0
  return (path) =>
    fetchFile(new URL(path, base), {
      onLength: (bytes) => {
        total += bytes
      },
      onBytes: (bytes) => {
        loaded += bytes
        answer({ kind: 'loading', loaded, total: Math.max(total, loaded) })
      },
    })
}

async function unpacking(packed: ArrayBuffer): Promise<Load> {
  answer({ kind: 'loading', loaded: 0 })
  const files = await unpackFiles(new Uint8Array(packed))
  return async (path) => {
    const bytes = files.get(path)
    if (!bytes) throw new Error(`'${path}' is missing in this page; write it again with \`onrecord page\``)
    return bytes
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
