import type { Band, Fit } from '../../src/coding/calibrate.ts'
import { percent } from './share.tsx'

const SIDE = 220
const PAD = 30
const at = (share: number): number => PAD + share * SIDE
const up = (share: number): number => 8 + (1 - share) * SIDE

/** How sure the reader was against how many rows were there: on the slanted line it says as much as comes. */
export function Reliability({ before, after, of }: { before: Fit; after: Fit; of: string }) {
  const whole = SIDE + PAD + 16
  return (
    <figure class="reliability">
      <svg
        viewBox={`0 0 ${whole} ${whole}`}
        width={whole}
        height={whole}
        role="img"
        aria-label={inWords(before, after, of)}
      >
        <path class="share-axis" d={`M${PAD} 8V${up(0)}H${at(1)}`} />
        <path class="reliability-even" d={`M${at(0)} ${up(0)}L${at(1)} ${up(1)}`} />
        {[0, 0.5, 1].map((tick) => (
          <g key={tick} class="reliability-tick">
            <text x={at(tick)} y={up(0) + 13} text-anchor="middle">
              {tick}
            </text>
            <text x={PAD - 5} y={up(tick) + 4} text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        <text class="reliability-tick" x={at(0.5)} y={up(0) + 26} text-anchor="middle">
          how sure
        </text>
        <Points name="before" bands={before.bands} />
        <Points name="after" bands={after.bands} />
      </svg>
      <figcaption>
        <span class="reliability-key is-before">before</span> <span class="reliability-key is-after">after</span>{' '}
        <span class="muted">up: how many were there; on the slanted line both are the same</span>
      </figcaption>
    </figure>
  )
}

function Points({ name, bands }: { name: string; bands: readonly Band[] }) {
  const points = bands.map(({ said, there, rows }) => ({ x: at(said), y: up(there / rows), rows }))
  const most = Math.max(...points.map(({ rows }) => rows))
  const shape = name === 'before' ? 'M-4 -4H4V4H-4Z' : 'M0 -5L5 0L0 5L-5 0Z'
  return (
    <g class={`reliability-points is-${name}`}>
      <path class="reliability-line" d={points.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join('')} />
      {points.map(({ x, y, rows }) => (
        <path key={x} d={shape} transform={`translate(${x} ${y}) scale(${0.7 + 0.7 * Math.sqrt(rows / most)})`} />
      ))}
    </g>
  )
}

const inWords = (before: Fit, after: Fit, of: string): string => {
  const say = ({ bands }: Fit) =>
    bands
      .map(({ said, there, rows }) => `of those said to be there by ${percent(said)}, ${percent(there / rows)} are`)
      .join('; ')
  return `How sure the reader is of ${of} against how many are there. Before: ${say(before)}. After: ${say(after)}.`
}
