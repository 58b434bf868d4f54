import type { PairCount } from '../desk/matrix.ts'
import { arrowBetween, type Disc, type Drawing } from './arrow.ts'
import { shortOrder, type Tie } from './order.ts'

/** Somebody in a network, on the rim of an oval. */
export interface Node extends Disc {
  name: string
  /** the label lies outside the oval, on this side */
  side: 'left' | 'right'
}

/** One on another: an arrow between two places among the nodes. */
export interface Arrow extends Tie, Drawing {}

export interface Network {
  nodes: Node[]
  arrows: Arrow[]
  width: number
  height: number
}

const WIDTH = 960
const ROW = 36
/** Half of the oval's width, as a part of the whole. */
const REACH = 0.26

/**
 * Lays out who is on whom, the same way each time: those with the most on the rim of an oval, so ordered that lines are short and cross little,
 * and so spaced that no label lies on another.
 *
 * @param most how many people are drawn
 */
export function layOutNetwork(pairs: readonly PairCount[], most = 28): Network {
  const names = mostConnected(pairs, most)
  const at = new Map(names.map((name, index) => [name, index]))
  const drawn = pairs
    .filter(({ from, to }) => at.has(from) && at.has(to))
    .map(({ from, to, count }) => ({ from: at.get(from) as number, to: at.get(to) as number, count }))
  const height = Math.max(240, Math.ceil(names.length / 2) * ROW + 2 * ROW)
  const rim = placesOnOval(names.length, height)
  const largest = Math.max(1, ...drawn.map(({ count }) => count))
  const nodes: Node[] = []
  for (const [place, index] of shortOrder(names.length, drawn).entries())
    nodes[index] = { name: names[index], ...rim[place], radius: radiusOf(totalOf(index, drawn) / largest) }
  const centre = { x: WIDTH / 2, y: height / 2 }
  const arrows = drawn.map((line) => ({
    ...line,
    ...arrowBetween(nodes[line.from], nodes[line.to], line.count / largest, centre),
  }))
  return { nodes, arrows, width: WIDTH, height }
}

const radiusOf = (share: number) => 4 + 5 * Math.sqrt(Math.min(1, share / 2))
const totalOf = (index: number, lines: readonly Tie[]) =>
  lines.reduce((sum, { from, to, count }) => sum + (from === index || to === index ? count : 0), 0)

function mostConnected(pairs: readonly PairCount[], most: number): string[] {
  const totals = new Map<string, number>()
  for (const { from, to, count } of pairs)
    for (const name of new Set([from, to])) totals.set(name, (totals.get(name) ?? 0) + count)
  const ranked = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most)
  const kept = new Set(ranked.map(([name]) => name))
  // somebody whose every other one is left out would stand alone
  const joined = new Set(pairs.flatMap(({ from, to }) => (kept.has(from) && kept.has(to) ? [from, to] : [])))
  return ranked.map(([name]) => name).filter((name) => joined.has(name))
}

/** Places down the right side and up the left, one row of text below the other. */
function placesOnOval(size: number, height: number): Pick<Node, 'x' | 'y' | 'side'>[] {
  const right = Math.ceil(size / 2)
  return Array.from({ length: size }, (_, index) => {
    const isRight = index < right
    const rows = isRight ? right : size - right
    const row = isRight ? index : size - 1 - index
    const y = height / 2 + (row - (rows - 1) / 2) * ROW
    const reach = WIDTH * REACH * Math.sqrt(1 - ((2 * (y - height / 2)) / height) ** 2)
    return { x: WIDTH / 2 + (isRight ? reach : -reach), y, side: isRight ? 'right' : 'left' }
  })
}
