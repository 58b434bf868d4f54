import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { begin, type Clock, hold, oneByOne, openGate } from './one-by-one.ts'

const dies = () =>
  Promise.reject(Object.assign(new Error('reached memory limit'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }))
/** A thread that dies of 'killer' and never comes back from 'endless'. */
const run = async (items: string[], { signal }: Pick<Clock, 'signal'>): Promise<string[]> => {
  if (items.includes('killer')) return dies()
  if (items.includes('endless')) await setTimeout(60_000, undefined, { signal })
  return items.map((item) => `${item} read`)
}
const read = (items: string[]) => oneByOne(items, 0.1, run, (item, { code }) => `${item}: ${code}`)

test('the one that kills its thread does not take the others with it', async () => {
  expect(await read(['a', 'killer', 'b'])).toEqual(['a read', 'killer: read-too-much', 'b read'])
})

test('nor does the one that never ends', async () => {
  expect(await read(['endless', 'b'])).toEqual(['endless: read-too-long', 'b read'])
  expect(await read(['killer'])).toEqual(['killer: read-too-much'])
})

test('what goes wrong otherwise is the fault of none of them', async () => {
  const broken = () => Promise.reject(new Error('a model file is damaged'))
  await expect(oneByOne(['a', 'b'], 1, broken, () => '')).rejects.toThrow('damaged')
})

test('a gate lets so many run at once, and all in the end', async () => {
  const gate = openGate(2)
  let running = 0
  let most = 0
  const runs = Array.from({ length: 9 }, (_, n) =>
    gate(async () => {
      most = Math.max(most, ++running)
      await setTimeout(1)
      running--
      if (n === 4) throw new Error('one fails')
      return n
    }),
  )
  const ended = await Promise.allSettled(runs)
  expect(most).toBe(2)
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
})

test('the time of a run begins when its thread has opened what it works with', async () => {
  const opening = async (items: string[], clock: Clock): Promise<string[]> => {
    const begun = hold(clock)
    await setTimeout(300)
    begin(begun)
    return run(items, clock)
  }
  const after = (items: string[]) => oneByOne(items, 0.1, opening, (item, { code }) => `${item}: ${code}`)
  expect(await after(['a'])).toEqual(['a read'])
  expect(await after(['endless'])).toEqual(['endless: read-too-long'])
})
