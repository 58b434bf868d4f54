import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { boundedLines } from './bounded-lines.ts'

async function through(input: string, piece: number): Promise<{ out: string; ids: string[] }> {
  const ids: string[] = []
  const pieces = Array.from({ length: Math.ceil(input.length / piece) }, (_, n) =>
    Buffer.from(input.slice(n * piece, n * piece + piece)),
  )
  const out = await text(Readable.from(pieces).pipe(boundedLines((id) => ids.push(id), 100)))
  return { out, ids }
}

test.each([1, 7, 64, 5000])('lines that are too long are told, the others pass (in pieces of %i)', async (piece) => {
  const long = (id: string) => `{"jsonrpc":"2.0",${id}"params":{"text":"${'a'.repeat(300)}"}}\n`
  const last = `{"params":"${'b'.repeat(9000)}","id":9}\n`
  const input = `{"id":1}\n${long('"id":7,')}{"id":2}\n${long('"id":"x-1",')}${long('')}${last}{"id":3}`
  const { out, ids } = await through(input, piece)
  expect(out).toBe('{"id":1}\n{"id":2}\n{"id":3}')
  expect(ids).toEqual(['7', '"x-1"', 'null', '9'])
})
