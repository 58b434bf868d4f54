import { openModel } from '../language/model.ts'
import type { Code } from '../record/types.ts'
import type { Context } from './context.ts'
import { FEATURE_SORTS, type FeatureSort, meanVector, sectorFeatures, type Uncoded } from './sector-features.ts'

/** The kind and the features that the model file names. */
export const SECTORS = { kind: 'sectors', features: 'sectors/1' } as const

/** The first sector that most speaks for, '' where more speaks for none. */
export type SectorOf = (context: Context, codes: readonly (Code | undefined)[], entity: Uncoded) => string

/**
 * Opens `models/sectors.bin`: a linear model over words, the codebook's proposals and the network's vectors.
 *
 * @throws Failure `model-unfit` where the bytes are no such model
 */
export function openSectors(bytes: Uint8Array): SectorOf {
  const model = openModel(bytes, SECTORS)
  const { sectors, words, width } = model.header.about as { sectors: string[]; words: string[][]; width: number }
  const [rows, vectors] = [model.i8('words'), model.i8('vectors')]
  const [rowScale, vectorScale] = model.f32('scales')
  const many = sectors.length
  let size = 0
  const index = new Map<FeatureSort, ReadonlyMap<string, number>>(
    FEATURE_SORTS.map((sort, s) => [sort, new Map((words[s] ?? []).map((word) => [word, size++]))]),
  )
  const seen = new Uint32Array(size)
  const sums = new Float64Array(many)
  const mean = new Float32Array(width)
  let turn = 0
  const add = (sort: FeatureSort, word: string) => {
    const feature = index.get(sort)?.get(word)
    if (feature === undefined || seen[feature] === turn) return
    seen[feature] = turn
    for (let s = 0, at = feature * many; s < many; s++) sums[s] += rows[at + s]
  }
  return (context, codes, entity) => {
    turn = (turn + 1) >>> 0
    if (turn === 0) {
      seen.fill(0)
      turn = 1
    }
    sums.fill(0)
    sectorFeatures(context, codes, entity, add)
    for (let s = 0; s < many; s++) sums[s] *= rowScale
    meanVector(context, entity.mentions, mean)
    for (let k = 0; k < width; k++) {
      const value = mean[k] * vectorScale
      for (let s = 0, at = k * many; s < many; s++) sums[s] += value * vectors[at + s]
    }
    let best = 0
    for (let s = 1; s < many; s++) if (sums[s] > sums[best]) best = s
    const proposed = entity.code?.sectors[0] ?? ''
    if (sectors[best] === proposed) return proposed
    return likelihood(sums, best) >= (proposed ? LEAST_ELSE : LEAST) ? sectors[best] : proposed
  }
}

/** How likely a sector must be where the codebook proposes none, and another. */
const LEAST = 0.35
const LEAST_ELSE = 0.5

function likelihood(sums: Float64Array, best: number): number {
  let total = 0
  for (const sum of sums) total += Math.exp(sum - sums[best])
  return 1 / total
}

/** An entity's code with the sector that was learned before all others; what the codebook proposed stays where it has that sector too. */
export function withSector(code: Code | undefined, sector: string): Code | undefined {
  const given = code?.sectors ?? []
  if (sector === (given[0] ?? '')) return code
  const sectors =
    sector === '' ? [] : given.includes(sector) ? [sector, ...given.filter((s) => s !== sector)] : [sector]
  if (code?.country) return { ...code, sectors }
  return sectors.length > 0 ? { sectors, basis: code?.basis ?? 'context' } : undefined
}
