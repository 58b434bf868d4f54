import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

async function* numbers(count: number) {
  for (let n = 0; n < count; n++) yield n
}

test('results are handed over in the order of the items, whatever ends first, and few are in hand', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.nat(20), fc.integer({ min: 1, max: 5 }), async (scheduler, count, most) => {
      const handed: number[] = []
      let inHand = 0
      let highest = 0
      const run = async (n: number) => {
        highest = Math.max(highest, ++inHand)
        await scheduler.schedule(Promise.resolve(), `run ${n}`)
        return n
      }
      const hand = async (n: number) => {
        await scheduler.schedule(Promise.resolve(), `hand ${n}`)
        handed.push(n)
        inHand--
      }
      await scheduler.waitFor(inOrder(numbers(count), run, hand, most))
      expect(handed).toEqual([...Array(count).keys()])
      expect(highest).toBeLessThanOrEqual(most)
    }),
  )
})

test('nothing more is read once a result cannot be had or handed over', async () => {
  let read = 0
  async function* counted() {
    for (let n = 0; n < 1000; n++) {
      read++
      yield n
    }
  }
  const broken = async (n: number) => {
    if (n === 3) throw new Error('broken')
    return n
  }
  await expect(inOrder(counted(), broken, async () => {}, 2)).rejects.toThrow('broken')
  expect(read).toBeLessThan(20)
})

test('a result is handed over although no further item has come', async () => {
  let next: (() => void) | undefined
  async function* slow() {
    yield 'first'
    await new Promise<void>((resolve) => (next = resolve))
  }
  const handed = new Promise<string>((resolve) => {
    const done = inOrder(
      slow(),
      async (item) => item,
      async (item) => resolve(item),
      10,
    )
    done.catch(() => {})
  })
  expect(await handed).toBe('first')
  next?.()
})
