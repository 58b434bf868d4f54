import { OverTime } from '../desk/over-time.tsx'
import type { ViewProps } from '../routes.ts'

/** Statements over time, as counts and as shares. */
export default function OverTimeView({ address: { query } }: ViewProps) {
  return (
    <OverTime
      path="/over-time"
      list="statements"
      query={query}
      splits={['act', 'speaker', 'outlet', 'quotation', 'country', 'sector']}
      title="Statements over time"
    />
  )
}
