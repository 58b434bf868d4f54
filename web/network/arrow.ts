export interface Point {
  x: number
  y: number
}

/** A point with what is drawn around it. */
export interface Disc extends Point {
  radius: number
}

/** An arrow as SVG paths: the line, and the head at its end. */
export interface Drawing {
  width: number
  line: string
  head: string
}

/** How far a line is bent at most. */
const MOST_BEND = 134

/**
 * A line bent towards a centre, and to its own left, so that there and back are two lines.
 *
 * @param share of the most, from 0 to 1: more is wider
 */
export function arrowBetween(from: Disc, to: Disc, share: number, centre: Point): Drawing {
  const width = 1 + 5 * Math.sqrt(share)
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  // neighbours' lines bow out a little, those right across bend towards the centre
  const bend = towards(middle, centre, Math.min(length * 0.45, MOST_BEND))
  const aside = Math.max(7, length * 0.1) / length
  const control = { x: bend.x + dy * aside, y: bend.y - dx * aside }
  const size = 5 + width
  const end = towards(to, control, to.radius + 1)
  const neck = towards(to, control, to.radius + 1 + size)
  const start = towards(from, control, from.radius)
  const [nx, ny] = [(end.y - neck.y) / 2, (neck.x - end.x) / 2]
  return {
    width,
    line: `M${point(start)}Q${point(control)} ${point(neck)}`,
    head: `M${point(end)}L${point({ x: neck.x + nx, y: neck.y + ny })}L${point({ x: neck.x - nx, y: neck.y - ny })}Z`,
  }
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: lerp(from.x, to.x, distance / length), y: lerp(from.y, to.y, distance / length) }
}

const lerp = (a: number, b: number, part: number) => a + (b - a) * part
const point = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`
