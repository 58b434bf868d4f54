import { expect, test } from 'vitest'
import { isAnswered, isLoopback } from './hosts.ts'

test.each<[string, string[], string | undefined, boolean]>([
  ['localhost:4040', [], undefined, true],
  ['LOCALHOST.', [], undefined, true],
  ['127.0.0.1', [], undefined, true],
  ['[::1]:4040', [], undefined, true],
  ['desk.example:4040', [], undefined, false],
  ['desk.example:4040', ['Desk.example'], undefined, true],
  ['desk.example:4040', ['desk.example:4040'], undefined, true],
  ['10.0.0.5:4040', [], undefined, false],
  ['10.0.0.5:4040', [], '0.0.0.0', true],
  ['[fd00::5]:4040', [], '::', true],
  ['desk.example', [], '0.0.0.0', false],
  ['desk.example', [], 'desk.example', true],
  ['127.0.0.1.desk.example', [], '0.0.0.0', false],
  ['localhost.desk.example', [], undefined, false],
  ['', [], undefined, false],
  ['2130706433', [], undefined, true],
])('%j, named %j, listening on %j: %j', (host, names, listens, answered) => {
  expect(isAnswered(host, names, listens)).toBe(answered)
})

test.each([
  ['127.0.0.1', true],
  ['127.4.5.6', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['desk.example', false],
])('only this machine reaches %s: %j', (host, loopback) => {
  expect(isLoopback(host)).toBe(loopback)
})
