import type { ViewProps } from '../routes.ts'

export default function TimelineView({ address }: ViewProps) {
  return <p class="remark">{address.path} is being built.</p>
}
