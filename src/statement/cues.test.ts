import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseTable } from '../resources.ts'
import { openActs } from './acts.ts'

const read = (file: string) => readFileSync(`codebook/statement/${file}`, 'utf8')

it('cues.tsv is sorted, and has one row for a cue and its part of speech', () => {
  const keys = parseTable(read('cues.tsv')).map(([cue, part]) => `${cue}\t${part}`)
  expect(keys).toEqual([...new Set(keys)].sort())
})

it.each([
  ['kvetch\tverb\tcondemn\nkvetch\tverb\tstate\n', "'kvetch' has two rows as a verb; leave one out"],
  ['kvetch\tverb\tmoan\n', "'kvetch' has the act 'moan', which acts.txt lacks"],
])('refuses %j', (cues, message) => {
  expect(() => openActs(cues, read('acts.txt'), new Set())).toThrow(message)
})
