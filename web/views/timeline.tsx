import { OverTime } from '../desk/over-time.tsx'
import type { ViewProps } from '../routes.ts'

/** Events by day, week or month, split by whether they are told as a fact. */
export default function TimelineView({ address: { query } }: ViewProps) {
  return (
    <OverTime
      path="/timeline"
      list="events"
      query={query}
      splits={['status', 'type', 'mode', 'word', 'outlet', 'country', 'sector']}
      title="Events over time"
    />
  )
}
