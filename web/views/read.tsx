import type { ViewProps } from '../routes.ts'

export default function ReadView({ address }: ViewProps) {
  return <p class="remark">{address.path} is being built.</p>
}
