import { expect, test } from 'vitest'
import { shortOrder } from './order.ts'

const line = (from: number, to: number, count = 1) => ({ from, to, count })
const neighbours = (order: readonly number[], a: number, b: number) => {
  const apart = Math.abs(order.indexOf(a) - order.indexOf(b))
  return apart === 1 || apart === order.length - 1
}

test('two that are joined stand side by side', () => {
  const order = shortOrder(6, [line(0, 3), line(1, 4), line(2, 5)])
  for (const [a, b] of [
    [0, 3],
    [1, 4],
    [2, 5],
  ])
    expect(neighbours(order, a, b)).toBe(true)
})

test('a line that counts more is kept shorter', () => {
  const order = shortOrder(7, [line(0, 3, 9), line(0, 1), line(0, 2), line(0, 4)])
  expect(neighbours(order, 0, 3)).toBe(true)
})

test('everybody stands once', () => {
  expect([...shortOrder(9, [line(0, 8), line(4, 2)])].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  expect(shortOrder(0, [])).toEqual([])
})
