import { NOT_KNOWN } from '../../src/export/picture-tables.ts'
import { statusWords } from '../words/events.ts'
import { meaningOf } from '../words/values.ts'
import { byStatus } from './by-status.ts'

/** Every second value is hatched, so that parts are told apart without their colours too; statuses are told apart by their order. */
export const isHatched = (field: string, index: number) => field !== 'status' && index % 2 === 1
/** A fill: statuses have their own, from told as a fact to denied; other values one after the other. */
export const fillOf = (field: string, value: string, index: number) =>
  field === 'status' && value in statusWords ? `is-${value} by-status` : `fill-${index % 9}`

/** The hatching; one in each picture, since a picture that is saved has to hold its own. */
export function Hatching({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="3" height="6" class="hatch" />
      </pattern>
    </defs>
  )
}

interface LegendProps {
  /** the field whose values are told apart */
  field: string
  values: readonly string[]
  hatching: string
}

/** What the fills of a picture stand for; statuses in their order. */
export function Legend({ field, values, hatching }: LegendProps) {
  const shown = field === 'status' ? byStatus(values, (value) => value) : values
  return (
    <ul class="legend">
      {shown.map((value, index) => (
        <li key={value}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <rect class={fillOf(field, value, index)} width="14" height="14" />
            {isHatched(field, index) && <rect fill={`url(#${hatching})`} width="14" height="14" />}
          </svg>{' '}
          <bdi>{meaningOf(field, value) ?? (value || NOT_KNOWN)}</bdi>
        </li>
      ))}
    </ul>
  )
}
