import { expect, test } from 'vitest'
import type { PairCount } from '../desk/matrix.ts'
import { layOutNetwork } from './network.ts'
import { nodeInWords } from './node-in-words.ts'

const pairs: PairCount[] = [
  { from: 'Kestria', to: 'Varlonia', count: 4 },
  { from: 'Varlonia', to: 'Kestria', count: 1 },
  { from: 'Dario Venn', to: 'Ilse Marek', count: 2 },
  { from: 'Jonas Reth', to: 'Kestria', count: 1 },
]
const many = Array.from({ length: 200 }, (_, i) => ({
  from: `speaker ${(i * 7) % 41}`,
  to: `other ${(i * 11) % 37}`,
  count: 1 + (i % 5),
}))

test('everybody is drawn once, and every pair is an arrow', () => {
  const { nodes, arrows } = layOutNetwork(pairs)
  expect(nodes.map(({ name }) => name).sort()).toEqual([
    'Dario Venn',
    'Ilse Marek',
    'Jonas Reth',
    'Kestria',
    'Varlonia',
  ])
  expect(arrows.map(({ from, to, count }) => [nodes[from].name, nodes[to].name, count])).toEqual(
    pairs.map(({ from, to, count }) => [from, to, count]),
  )
})

test('the same pairs are laid out the same way, in whatever order they come', () => {
  const places = (given: PairCount[]) => layOutNetwork(given).nodes.map(({ name, x, y }) => [name, x, y])
  expect(places([...many].reverse())).toEqual(places(many))
})

test('labels on one side never share a row, and nothing leaves the picture', () => {
  for (const given of [pairs, many]) {
    const { nodes, width, height } = layOutNetwork(given)
    for (const side of ['left', 'right'] as const) {
      const rows = nodes
        .filter((node) => node.side === side)
        .map(({ y }) => y)
        .sort((a, b) => a - b)
      for (let i = 1; i < rows.length; i++) expect(rows[i] - rows[i - 1]).toBeGreaterThanOrEqual(20)
    }
    for (const { x, y } of nodes) expect(x > 200 && x < width - 200 && y > 0 && y < height).toBe(true)
  }
})

test('those who are joined lie next to each other on the rim', () => {
  const rings = [0, 1, 2].flatMap((of) => [0, 1, 2].map((at) => [`${at}${of}`, `${(at + 1) % 3}${of}`]))
  const { nodes } = layOutNetwork(rings.map(([from, to]) => ({ from, to, count: 1 })))
  const rim = [...nodes].sort((a, b) =>
    a.side !== b.side ? (a.side === 'right' ? -1 : 1) : a.side === 'right' ? a.y - b.y : b.y - a.y,
  )
  const groups = rim.map(({ name }) => name[1])
  expect(groups.filter((group, i) => group !== groups[(i + 1) % groups.length])).toHaveLength(3)
})

test('more is wider; no more names than asked for', () => {
  const { arrows } = layOutNetwork(pairs)
  expect(arrows[0].width).toBeGreaterThan(arrows[1].width)
  const network = layOutNetwork(many, 10)
  expect(network.nodes.length).toBeLessThanOrEqual(10)
  expect(network.arrows.length).toBeLessThan(many.length)
})

test('nobody at all', () => {
  expect(layOutNetwork([])).toMatchObject({ nodes: [], arrows: [] })
})

test('somebody in words', () => {
  const network = layOutNetwork(pairs)
  const words = (name: string) =>
    nodeInWords(
      network,
      network.nodes.findIndex((node) => node.name === name),
      'acts on',
      'acted on by',
    )
  expect(words('Kestria')).toBe('Kestria: acts on Varlonia 4; acted on by Varlonia 1, Jonas Reth 1')
  expect(words('Jonas Reth')).toBe('Jonas Reth: acts on Kestria 1')
  expect(words('Ilse Marek')).toBe('Ilse Marek: acted on by Dario Venn 2')
})
