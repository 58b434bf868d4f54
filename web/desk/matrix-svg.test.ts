import { expect, test } from 'vitest'
import { heatOf, matrixSvg, shortened } from './matrix-svg.ts'

const colours = { paper: '#fff', ink: '#000', line: '#999', heat: ['#fff', '#1', '#2', '#3', '#4', '#5'] }

test('every name and every count stands in the picture, and nothing in a name is markup', () => {
  const svg = matrixSvg({ from: ['Ilse <b> & Marek'], to: ['Kestria', 'Varlonia'], counts: [[3, 0]], most: 3 }, colours)
  expect(svg).toContain('>Ilse &lt;b&gt; &amp; Marek</text>')
  expect(svg.match(/<text/g)).toHaveLength(4)
  expect(svg.match(/fill="#5"/g)).toHaveLength(1)
  expect(svg).toContain('>3</text>')
})

test.each([
  [0, 9, 0],
  [1, 9, 1],
  [5, 9, 3],
  [9, 9, 5],
  [1, 1, 5],
])('%i of %i is heat %i', (count, most, heat) => {
  expect(heatOf(count, most)).toBe(heat)
})

test.each([
  ['Kestria', 'Kestria'],
  ['a'.repeat(29), `${'a'.repeat(27)}…`],
  ['😀'.repeat(29), `${'😀'.repeat(27)}…`],
])('%s fits', (name, expected) => {
  expect(shortened(name)).toBe(expected)
})
