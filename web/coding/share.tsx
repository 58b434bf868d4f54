import type { Share } from '../../src/coding/interval.ts'

const WIDTH = 120
const HEIGHT = 14

/** A share as a point on a line from 0 to 1, with its interval; the figures stand beside it. */
export function ShareCell({ share: { of, hold, share, low, high } }: { share: Share }) {
  if (share === undefined || low === undefined || high === undefined) return <span class="muted">none</span>
  return (
    <span class="share">
      <svg class="share-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
        <path class="share-axis" d={`M0 ${HEIGHT / 2}H${WIDTH}M.5 3V11M${WIDTH / 2} 5V9M${WIDTH - 0.5} 3V11`} />
        <path class="share-interval" d={`M${low * WIDTH} ${HEIGHT / 2}H${Math.max(high, low + 0.01) * WIDTH}`} />
        <circle cx={share * WIDTH} cy={HEIGHT / 2} r={3.5} />
      </svg>
      <b>{percent(share)}</b>{' '}
      <span class="muted">
        {percent(low)} to {percent(high)} · {hold} of {of}
      </span>
    </span>
  )
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`
