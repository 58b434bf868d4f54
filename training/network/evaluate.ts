import { bestTree } from '../../src/language/network/mst.ts'
import { bestLabels } from '../../src/language/network/viterbi.ts'
import type { Sample } from './batch.ts'
import { argmax } from './gradients.ts'
import type { Network, Output } from './network.ts'

/** Shares from 0 to 1; 0 where the sentences have no such marks. */
export interface Scores {
  upos: number
  xpos: number
  uas: number
  las: number
  /** F1 of names by exact span and kind */
  names: number
}

interface Count {
  words: number
  upos: number
  xpos: number
  uas: number
  las: number
  hit: number
  gold: number
  found: number
}

/** Scores on sentences whose words are given. */
export function evaluate(network: Network, samples: readonly Sample[]): Scores {
  const count: Count = { words: 0, upos: 0, xpos: 0, uas: 0, las: 0, hit: 0, gold: 0, found: 0 }
  for (let at = 0; at < samples.length; at += 40) {
    network.score(samples.slice(at, at + 40), (output) => {
      output.batch.samples.forEach((s, i) => {
        const from = output.batch.rowOf[i]
        if (s.upos) countTags(network, output, { s, from }, count)
        if (s.head) countTree(network, output, { s, from }, count)
        if (s.names) countNames(network, output, { s, from }, count)
      })
    })
  }
  const words = Math.max(1, count.words)
  const precision = count.hit / Math.max(1, count.found)
  const recall = count.hit / Math.max(1, count.gold)
  return {
    upos: count.upos / words,
    xpos: count.xpos / words,
    uas: count.uas / words,
    las: count.las / words,
    names: (2 * precision * recall) / Math.max(1e-9, precision + recall),
  }
}

interface Sentence {
  s: Sample
  /** row of its first word */
  from: number
}

function countTags(
  { memory: { f32 }, tags, labels }: Network,
  output: Output,
  { s, from }: Sentence,
  count: Count,
): void {
  count.words += s.size
  for (let w = 0; w < s.size; w++)
    for (const task of ['upos', 'xpos'] as const) {
      const best = argmax(f32, output.tags[task] + (from + w) * tags[task].outputs, labels[task].length)
      if (best === s[task]?.[w]) count[task]++
    }
}

function countTree(network: Network, output: Output, { s, from }: Sentence, count: Count): void {
  const { memory, labels, trees, relations } = network
  const base = (relation: number) => labels.relations[relation].split(':')[0]
  const heads = new Int32Array(s.size)
  const mark = memory.mark()
  const { scores, stride } = trees.sentence(s, from, output.arcs)
  bestTree(memory.f32, scores, stride, s.size, heads)
  for (let w = 0; w < s.size; w++) {
    if (heads[w] !== s.head![w]) continue
    count.uas++
    if (base(relations.best(output.relations, from, w, heads[w])) === base(s.relation![w])) count.las++
  }
  memory.release(mark)
}

function countNames(
  { memory: { f32 }, names, labels }: Network,
  output: Output,
  { s, from }: Sentence,
  count: Count,
): void {
  const found = new Uint8Array(s.size)
  const { value, columns } = names.transitions
  const stride = names.names.outputs
  const at = output.names.names + from * stride
  bestLabels(f32, at, stride, s.size, f32.subarray(value), columns, labels.names.length, found)
  const gold = spans(s.names!)
  const got = spans(found)
  count.gold += gold.size
  count.found += got.size
  for (const span of got) if (gold.has(span)) count.hit++
}

/** Kinds that the record has: labels 1 to 10 are persons to groups. */
function spans(labels: Uint8Array): Set<string> {
  const out = new Set<string>()
  for (let w = 0; w < labels.length; w++) {
    const label = labels[w]
    if ((label & 1) === 0 || label > 10) continue
    let to = w + 1
    while (to < labels.length && labels[to] === label + 1) to++
    out.add(`${w}-${to}-${label}`)
  }
  return out
}
