import type { HashedRows } from './hash.ts'

/** A table of weights: `mask + 1` rows (a power of two) of `columns` numbers each. A sum times `scale` is a log-odds. */
export interface Weights {
  table: Int8Array | Float32Array
  columns: number
  mask: number
  scale: number
}

/** Sum of the weights of rows, which may point into a larger table; for tables of one column. */
export function sumWeights(
  { table, mask, scale }: Weights,
  { values, size }: Pick<HashedRows, 'values' | 'size'>,
): number {
  let total = 0
  for (let k = 0; k < size; k++) total += table[values[k] & mask]
  return total * scale
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
