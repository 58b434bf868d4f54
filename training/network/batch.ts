/** One sentence to learn from. Fields of one task may be missing. */
export interface Sample {
  size: number
  /** rows of the word table */
  words: Int32Array
  /** size * HASHED rows of the hashed table */
  hashed: Int32Array
  upos?: Uint8Array
  xpos?: Uint8Array
  /** 0 the root, else 1 + index of the head */
  head?: Int32Array
  /** 1 where a word is a comma */
  comma: Uint8Array
  relation?: Uint8Array
  names?: Uint8Array
}

/** Stretches of words worked on together: a row a word, and a row of nothing before, between and after them. */
export interface Layout<S extends { size: number } = { size: number }> {
  samples: readonly S[]
  /** number of rows */
  rows: number
  /** by sample: its first word's row */
  rowOf: number[]
  /** the rows of nothing; the one before a sentence stands for its root */
  pads: number[]
  /** share of values that are dropped while learning (Srivastava et al. 2014) */
  dropout: number
}

export type Batch = Layout<Sample>

export function layOut<S extends { size: number }>(samples: readonly S[], dropout: number): Layout<S> {
  const rowOf: number[] = []
  const pads = [0]
  let rows = 1
  for (const { size } of samples) {
    rowOf.push(rows)
    rows += size + 1
    pads.push(rows - 1)
  }
  return { samples, rows, rowOf, pads, dropout }
}
