import type { PairCount } from '../desk/matrix.ts'
import { isolated } from '../words/isolated.ts'

/** Somebody in a network, on the rim of an oval. */
export interface Node {
  name: string
  x: number
  y: number
  radius: number
  /** the label lies outside the oval, on this side */
  side: 'left' | 'right'
  /** how often they do, and how often it is done to them, among the pairs that are drawn */
  does: number
  isDone: number
}

/** One on another: an arrow between two places among the nodes. */
export interface Arrow {
  from: number
  to: number
  count: number
  width: number
  /** the line, and the head at its end, as SVG paths */
  line: string
  head: string
}

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
  const order = shortest(names.length, drawn)
  const height = Math.max(240, Math.ceil(names.length / 2) * ROW + 2 * ROW)
  const placed = placesOnOval(names.length, height)
  const largest = Math.max(1, ...drawn.map(({ count }) => count))
  const nodes = names.map((name, index) => {
    const does = total(drawn.filter(({ from }) => from === index))
    const isDone = total(drawn.filter(({ to }) => to === index))
    return {
      name,
      ...placed[order.indexOf(index)],
      radius: 4 + 5 * Math.sqrt(Math.min(1, (does + isDone) / largest / 2)),
      does,
      isDone,
    }
  })
  const arrows = drawn.map((pair) => ({
    ...pair,
    ...arrowOf(nodes[pair.from], nodes[pair.to], pair.count / largest, height),
  }))
  return { nodes, arrows, width: WIDTH, height }
}

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

type Drawn = Pick<Arrow, 'from' | 'to' | 'count'>

/** An order on the rim in which swapping any two makes the lines no shorter. */
function shortest(size: number, pairs: readonly Drawn[]): number[] {
  const order = Array.from({ length: size }, (_, index) => index)
  const rank = [...order]
  const costOf = (nodes: readonly number[]) => {
    let cost = 0
    for (const { from, to, count } of pairs)
      if (nodes.includes(from) || nodes.includes(to)) cost += count * apart(rank[from], rank[to], size)
    return cost
  }
  const swap = (i: number, j: number) => {
    ;[order[i], order[j]] = [order[j], order[i]]
    rank[order[i]] = i
    rank[order[j]] = j
  }
  for (let pass = 0, better = true; better && pass < 20; pass++) {
    better = false
    for (let i = 0; i < size; i++)
      for (let j = i + 1; j < size; j++) {
        const two = [order[i], order[j]]
        const before = costOf(two)
        swap(i, j)
        if (costOf(two) < before) better = true
        else swap(i, j)
      }
  }
  return order
}

const apart = (a: number, b: number, size: number) => Math.min(Math.abs(a - b), size - Math.abs(a - b))

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

/** A line bent towards the middle, and to its own left, so that there and back are two lines. */
function arrowOf(from: Node, to: Node, share: number, height: number): Pick<Arrow, 'width' | 'line' | 'head'> {
  const width = 1 + 5 * Math.sqrt(share)
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  // neighbours' lines bow out a little, those right across bend towards the centre
  const bend = towards(middle, { x: WIDTH / 2, y: height / 2 }, Math.min(length * 0.45, WIDTH * 0.14))
  const aside = Math.max(7, length * 0.1) / length
  const control = { x: bend.x + dy * aside, y: bend.y - dx * aside }
  const size = 5 + width
  const end = towards(to, control, to.radius + 1)
  const neck = towards(to, control, to.radius + 1 + size)
  const start = towards(from, control, from.radius)
  const [nx, ny] = [((end.y - neck.y) / size) * size * 0.5, ((neck.x - end.x) / size) * size * 0.5]
  return {
    width,
    line: `M${point(start)}Q${point(control)} ${point(neck)}`,
    head: `M${point(end)}L${point({ x: neck.x + nx, y: neck.y + ny })}L${point({ x: neck.x - nx, y: neck.y - ny })}Z`,
  }
}

interface Point {
  x: number
  y: number
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: lerp(from.x, to.x, distance / length), y: lerp(from.y, to.y, distance / length) }
}

const lerp = (a: number, b: number, part: number) => a + (b - a) * part
const point = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`
const total = (pairs: readonly Drawn[]) => pairs.reduce((sum, { count }) => sum + count, 0)

/** Somebody in words: on whom they are, and who is on them, most first. */
export function nodeInWords(
  { nodes, arrows }: Pick<Network, 'nodes' | 'arrows'>,
  index: number,
  does: string,
  isDone: string,
): string {
  const list = (found: [number, number][]) =>
    found
      .sort((a, b) => b[1] - a[1])
      .map(([node, count]) => `${isolated(nodes[node].name)} ${count}`)
      .join(', ')
  const to = list(arrows.filter(({ from }) => from === index).map(({ to, count }) => [to, count]))
  const from = list(arrows.filter(({ to }) => to === index).map(({ from, count }) => [from, count]))
  const parts = [to && `${does} ${to}`, from && `${isDone} ${from}`].filter(Boolean)
  return `${isolated(nodes[index].name)}: ${parts.join('; ')}`
}
