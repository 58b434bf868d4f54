import type { Span } from '../../src/record/types.ts'
import { onOneLine } from '../report/text/odd.ts'
import { bring, namedAt, newPlace, newTime, pointOf } from './brought.ts'
import { type Option, Typed } from './choices.tsx'
import { ownSpan, withField } from './draft.ts'
import type { FieldsProps } from './fields.tsx'

/** When it was: a day that the report tells, or one that is typed; it stands at the words that are selected, or else at the row's own. */
export function DayField({ draft, view, onDraft, selected }: FieldsProps & { selected?: Span }) {
  const { times } = view.record
  const now = view.time(draft.now.when)
  const known = new Map<string, Option>(times.map((time) => [time.value, [time.value, onOneLine(view.words(time))]]))
  const take = (typed: string): string | undefined => {
    if (typed === '') {
      onDraft(withField(withField(draft, 'when', undefined), 'whenBasis', undefined))
      return undefined
    }
    const there = times.filter(({ value }) => value === typed)
    const near = ownSpan(draft).start
    const nearest = there.sort((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near))[0]
    const time = nearest ?? newTime(typed, selected ?? ownSpan(draft))
    if (!time) return 'Type a day as 2025-03-14, a month as 2025-03, a year as 2025.'
    const brings = nearest ? draft.brings : bring(draft.brings, { times: [time] })
    onDraft(withField(withField({ ...draft, brings }, 'when', time.id), 'whenBasis', undefined))
    return undefined
  }
  return <Typed label="when" value={now?.value ?? ''} known={[...known.values()]} hint="2025-03-14" onValue={take} />
}

/** Where it was: a place that the report names, or one that is typed, with its point on the map where that is known. */
export function PlaceField({ draft, view, onDraft, selected }: FieldsProps & { selected?: Span }) {
  const { places, report } = view.record
  const nameOf = (place: (typeof places)[number]) => onOneLine(view.entity(place.entity)?.name ?? view.words(place))
  const now = view.place(draft.now.where)
  const own = draft.brings.places?.find(({ id }) => id === now?.id)
  const known = new Map<string, Option>(places.map((place) => [nameOf(place), [nameOf(place), place.country ?? '']]))
  const take = (typed: string): undefined => {
    if (typed === '') return void onDraft(withField(draft, 'where', undefined))
    const there = places.find((place) => nameOf(place) === typed)
    if (there) return void onDraft(withField(draft, 'where', there.id))
    const { place, entity } = newPlace(report.text, typed, selected ?? namedAt(report.text, typed, ownSpan(draft)))
    const brings = bring(draft.brings, { entities: [entity], places: [place] })
    onDraft(withField({ ...draft, brings }, 'where', place.id))
  }
  const takePoint = (typed: string): string | undefined => {
    if (!own) return undefined
    const { lat: _, lon: __, ...bare } = own
    const point = pointOf(typed)
    if (typed !== '' && !point) return 'Degrees north and east, such as 46.95, 7.44; south and west with a minus.'
    onDraft({ ...draft, brings: bring(draft.brings, { places: [{ ...bare, ...point }] }) })
    return undefined
  }
  return (
    <>
      <Typed label="where" value={now ? nameOf(now) : ''} known={[...known.values()]} hint="no place" onValue={take} />
      {own && (
        <Typed
          label="on the map at"
          value={own.lat === undefined ? '' : `${own.lat}, ${own.lon}`}
          known={[]}
          hint="degrees north, east"
          onValue={takePoint}
        />
      )}
    </>
  )
}
