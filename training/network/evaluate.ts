import { distanceBucket, ROOT_DISTANCE } from '../../src/language/network/arcs.ts'
import { bestTree } from '../../src/language/network/mst.ts'
import { bestLabels } from '../../src/language/network/viterbi.ts'
import { argmax, type Network, type Sample } from './network.ts'

export interface Scores {
  upos: number
  xpos: number
  uas: number
  las: number
  names: number
}

/** Accuracy on sentences whose words are given; names by exact span and kind. */
export function evaluate(network: Network, samples: readonly Sample[]): Scores {
  const count = { words: 0, upos: 0, xpos: 0, uas: 0, las: 0, hit: 0, gold: 0, got: 0 }
  for (let b = 0; b < samples.length; b += 40) {
    const batch = samples.slice(b, b + 40)
    network.run(batch, undefined, (out) => {
      const { f32 } = network.memory
      batch.forEach((s, i) => {
        const from = out.rowOf[i]
        if (s.upos) {
          for (let w = 0; w < s.size; w++) {
            count.words++
            if (
              argmax(f32, out.upos + (from + w) * network.upos.weight.columns, network.labels.upos.length) === s.upos[w]
            )
              count.upos++
            if (
              argmax(f32, out.xpos + (from + w) * network.xpos.weight.columns, network.labels.xpos.length) ===
              s.xpos![w]
            )
              count.xpos++
          }
          const heads = new Int32Array(s.size)
          const mark = network.memory.mark()
          const { scores, stride } = network.arcScores(s, from, out.arcs)
          bestTree(f32, scores, stride, s.size, heads)
          const hidden = network.memory.take(network.shape.label)
          for (let w = 0; w < s.size; w++) {
            if (heads[w] !== s.head![w]) continue
            count.uas++
            const h = heads[w]
            network.relationHidden(
              from + w,
              from - 1 + h,
              h === 0 ? ROOT_DISTANCE : distanceBucket(h - 1 - w),
              out.labelDependents,
              out.labelHeads,
              hidden,
            )
            if (
              base(network.labels.relations[relation(network, hidden)]) ===
              base(network.labels.relations[s.relation![w]])
            )
              count.las++
          }
          network.memory.release(mark)
        }
        if (s.names) {
          const got = new Uint8Array(s.size)
          const { value, columns } = network.transitions
          bestLabels(
            f32,
            out.names + from * network.names.weight.columns,
            network.names.weight.columns,
            s.size,
            f32.subarray(value),
            columns,
            network.labels.names.length,
            got,
          )
          const gold = spans(s.names)
          const pred = spans(got)
          count.gold += gold.size
          count.got += pred.size
          for (const p of pred) if (gold.has(p)) count.hit++
        }
      })
    })
  }
  const { words } = count
  const p = count.hit / Math.max(1, count.got)
  const r = count.hit / Math.max(1, count.gold)
  return {
    upos: count.upos / words,
    xpos: count.xpos / words,
    uas: count.uas / words,
    las: count.las / words,
    names: (2 * p * r) / Math.max(1e-9, p + r),
  }
}

const base = (r: string) => r.split(':')[0]

function relation(network: Network, hidden: number): number {
  const { f32 } = network.memory
  const { weight, bias } = network.relations
  let best = 0
  let most = -Infinity
  for (let r = 0; r < network.labels.relations.length; r++) {
    let sum = f32[bias.value + r]
    for (let j = 0; j < weight.rows; j++) sum += f32[hidden + j] * f32[weight.value + j * weight.columns + r]
    if (sum > most) {
      most = sum
      best = r
    }
  }
  return best
}

/** Kinds that the record has: person .. group are labels 1 to 10. */
function spans(labels: Uint8Array): Set<string> {
  const out = new Set<string>()
  for (let w = 0; w < labels.length; w++) {
    const l = labels[w]
    if ((l & 1) === 0 || l > 10) continue
    let to = w + 1
    while (to < labels.length && labels[to] === l + 1) to++
    out.add(`${w}-${to}-${l}`)
  }
  return out
}
