import type { ViewProps } from '../routes.ts'

export default function MapView({ address }: ViewProps) {
  return <p class="remark">{address.path} is being built.</p>
}
