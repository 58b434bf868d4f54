import type { PairMatrix } from './matrix.ts'

/** Colours of a matrix that is drawn. */
export interface MatrixColours {
  paper: string
  ink: string
  line: string
  /** from none to the most, six of them */
  heat: readonly string[]
}

const CELL = 30
const SIDE = 220

/** A matrix as a picture of its own: names at the left and above, a darker field for more. */
export function matrixSvg({ from, to, counts, most }: PairMatrix, { paper, ink, line, heat }: MatrixColours): string {
  const width = SIDE + to.length * CELL + 10
  const height = SIDE + from.length * CELL + 10
  const rows = from.map((name, r) => {
    const y = SIDE + r * CELL
    return `<text x="${SIDE - 8}" y="${y + 20}" text-anchor="end">${escaped(shortened(name))}</text>`
  })
  const columns = to.map((name, c) => {
    const x = SIDE + c * CELL + 20
    return `<text transform="translate(${x} ${SIDE - 8}) rotate(-90)">${escaped(shortened(name))}</text>`
  })
  const fields = from.flatMap((_, r) =>
    to.map((_, c) => {
      const [x, y] = [SIDE + c * CELL, SIDE + r * CELL]
      const field = `<rect x="${x}" y="${y}" width="${CELL}" height="${CELL}" fill="${heat[heatOf(counts[r][c], most)]}" stroke="${line}"/>`
      if (counts[r][c] === 0) return field
      return `${field}<text x="${x + CELL / 2}" y="${y + 20}" text-anchor="middle">${counts[r][c]}</text>`
    }),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="13" fill="${ink}"><rect width="100%" height="100%" fill="${paper}"/>${[...rows, ...columns, ...fields].join('')}</svg>`
}

/** 0 for none, 1 to 5 by the share of the most. */
export const heatOf = (count: number, most: number) => (count === 0 ? 0 : Math.max(1, Math.ceil((5 * count) / most)))

/** A name that fits; at most 28 characters, cut between them. */
export function shortened(name: string, most = 28): string {
  const characters = [...name]
  return characters.length <= most ? name : `${characters.slice(0, most - 1).join('')}…`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
