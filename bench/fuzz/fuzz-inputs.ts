import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { extract as extractHere } from '../../src/intake/extract-worker.ts'
import { takeReports } from '../../src/intake/take.ts'
import { errorCodes } from '../../src/record/codes.ts'
import { wellFormed } from '../../src/record/well-formed.ts'
import { type Next, pick } from '../shape-texts.ts'
import { count, type Fuzz, promise } from './kinds.ts'
import { mutated, mutatedBytes } from './mutate.ts'

const SOURCES = new URL('../../examples/sources/', import.meta.url)

/** Mutated pages, feeds, archives and lines: each is taken or refused by a code, nothing is thrown, and what stands behind is taken. */
export const fuzzInputs: Fuzz = async ({ texts, folder }) => {
  const sources = readdirSync(SOURCES).map((name) => ({ name, bytes: readFileSync(new URL(name, SOURCES)) }))
  const line = (text: string, n: number) => JSON.stringify({ id: `r${n}`, text, published: '2024-10-03' })
  const drawn = (next: Next): { name: string; bytes: Uint8Array } => {
    if (next(3) === 0) {
      const lines = Array.from({ length: 1 + next(5) }, (_, n) =>
        line(mutated(pick(next, texts).slice(0, 500), next), n),
      )
      return {
        name: 'lines.jsonl',
        bytes: next(2) === 0 ? Buffer.from(lines.join('\n')) : mutatedBytes(Buffer.from(lines.join('\n')), next),
      }
    }
    const { name, bytes } = pick(next, sources)
    const changed = mutatedBytes(bytes, next)
    if (next(6) !== 0) return { name, bytes: changed }
    const packed = gzipSync(changed)
    return { name: `${name}.gz`, bytes: next(2) === 0 ? packed : mutatedBytes(packed, next) }
  }
  const after = join(folder, 'after.txt')
  writeFileSync(after, 'The river rose on Tuesday, the mayor of Almeth said.')
  return {
    async once(next, tried) {
      const { name, bytes } = drawn(next)
      const file = join(folder, name)
      writeFileSync(file, bytes)
      let last = ''
      const now = () => '2025-03-14T08:00:00Z'
      for await (const taken of takeReports([file, after], { now, extract: async (task) => extractHere(task) })) {
        if ('refused' in taken) {
          promise(taken.refused.code in errorCodes, `no such code: ${taken.refused.code}`)
          promise(taken.refused.code !== 'input-broken', `broken: ${taken.refused.message}`)
          count(tried, taken.refused.code)
        } else {
          promise(taken.text.trim() !== '' && wellFormed(taken.text) === taken.text, 'a text that is none')
          last = taken.from
          count(tried, 'taken')
        }
      }
      promise(last === after, 'what stands behind was not taken')
    },
  }
}
