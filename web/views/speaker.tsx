import type { Series } from '../../src/desk/series.ts'
import { pairsTable, seriesTable } from '../../src/export/picture-tables.ts'
import type { EntityRow } from '../../src/rows/rows.ts'
import { apiAddress, ask, countRows, listRows } from '../api.ts'
import { BarsPicture } from '../desk/bars-picture.tsx'
import { Facets } from '../desk/facets.tsx'
import { Figures } from '../desk/figures.tsx'
import { addressOf } from '../desk/filter.ts'
import type { PairCount } from '../desk/matrix.ts'
import { useName } from '../desk/name-of.tsx'
import { pairWords } from '../desk/pair-words.ts'
import { partAddress } from '../desk/part-address.ts'
import { RowsList } from '../desk/rows-list.tsx'
import { SameAs } from '../desk/same-as.tsx'
import { WhichOne } from '../desk/which-one.tsx'
import { speakerAddress } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import { useAsked } from '../use-asked.ts'
import { counted } from '../words/counted.ts'

/** One speaker, by name or by key: what they said, to whom and about whom, and when. Where several share the name, which one is asked first. */
export default function SpeakerView({ params: { name } }: ViewProps) {
  const { value } = useAsked((signal) => listRows('statements', { speaker: name, limit: 1 }, signal), [name])
  const [shared] = value?.namesakes ?? []
  if (!shared) return <Speaker key={name} name={name} />
  return (
    <div class="desk">
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <WhichOne name={name} bearers={shared.bearers} to={speakerAddress} />
    </div>
  )
}

function Speaker({ name }: { name: string }) {
  const called = useName(name)
  const query = new URLSearchParams({ speaker: name })
  const events = new URLSearchParams({ list: 'events', word: name })
  const sorted = new URLSearchParams({ speaker: name, sort: 'when' })
  return (
    <div class="desk">
      <h1>
        <bdi>{called}</bdi>
      </h1>
      <Known name={name} />
      <p class="says">
        <a href={addressOf('/', query)}>search in what they said</a>
        <a href={addressOf('/', events)}>events on their word</a>
        <a href={addressOf('/map', new URLSearchParams({ word: name }))}>those on the map</a>
        <a href={addressOf('/over-time', query)}>over time</a>
        <a href={addressOf('/', new URLSearchParams({ about: name }))}>what others say of them</a>
      </p>
      <SameAs name={name} called={called} />
      <When name={name} />
      <div class="speaker-pairs">
        <Others name={name} kind="speaks" title="About whom" />
        <Others name={name} kind="tells" title="To whom" />
      </div>
      <div class="desk-columns">
        <aside aria-label="Counts">
          <Facets list="statements" query={query} />
        </aside>
        <section aria-label="What they said">
          <h2>What they said</h2>
          <p class="says">
            <span>by the day on which they said it; each leads to its words in the report</span>
            <a href={apiAddress('/api/statements.csv', sorted)} download>
              CSV
            </a>
            <a href={apiAddress('/api/statements.jsonl', sorted)} download>
              JSON Lines
            </a>
          </p>
          <RowsList list="statements" params={sorted} />
        </section>
      </div>
    </div>
  )
}

/** What the desk knows of the name: how often it speaks, and how it is coded. */
function Known({ name }: { name: string }) {
  const { value } = useAsked(
    async (signal) => ({
      statements: await countRows('statements', { speaker: name }, signal),
      events: await countRows('events', { word: name }, signal),
      entities: await listRows('entities', { id: name, limit: 5 }, signal),
    }),
    [name],
  )
  if (!value) return <p>…</p>
  const codes = value.entities.rows.map(codeOf).filter(Boolean)
  return (
    <p>
      {counted(value.statements.count, 'statement')}, {counted(value.events.count, 'event')} on their word
      {codes.length > 0 && `; ${[...new Set(codes)].join('; ')}`}
    </p>
  )
}

const codeOf = ({ kind, country, sectors }: EntityRow) => [kind, country, ...sectors].filter(Boolean).join(' ')

/** Their statements by month. */
function When({ name }: { name: string }) {
  const params = { list: 'statements', speaker: name, unit: 'month', by: 'act' } as const
  const { value } = useAsked((signal) => ask<Series>('/api/series', params, { signal }), [name])
  if (!value || value.spans.length === 0) return null
  const shown = { ...params, values: value.series.map(({ value }) => value) }
  const to = (span: string, part: string) => partAddress(new URLSearchParams({ speaker: name }), shown, span, part)
  return (
    <section aria-label="When">
      <h2>When</h2>
      <BarsPicture data={value} unit="month" by="act" share={false} title={`${name} over time`} addressOf={to} />
      <Figures
        table={seriesTable(value)}
        csv={apiAddress('/api/series.csv', params)}
        cellAddress={(row, at) =>
          at > 0 && row < value.spans.length ? to(value.spans[row], shown.values[at - 1]) : undefined
        }
      />
    </section>
  )
}

/** Those whom they speak of, or tell; each leads to the statements. */
function Others({ name, kind, title }: { name: string; kind: 'speaks' | 'tells'; title: string }) {
  const params = { speaker: name, pairs: kind, top: 24 }
  const { value } = useAsked((signal) => ask<{ pairs: PairCount[] }>('/api/pairs', params, { signal }), [name, kind])
  if (!value) return null
  const { to: field } = pairWords[kind]
  const address = (to: string) => addressOf('/', new URLSearchParams({ speaker: name, [field]: to }))
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {value.pairs.length === 0 && <p class="muted">Nobody that is known.</p>}
      <ul class="chips">
        {value.pairs.map(({ to, count }) => (
          <li key={to}>
            <a class="chip" href={address(to)}>
              <bdi>{to}</bdi> {count}
            </a>
          </li>
        ))}
      </ul>
      {value.pairs.length > 0 && (
        <Figures
          table={pairsTable(value.pairs)}
          csv={apiAddress('/api/pairs.csv', params)}
          cellAddress={(row, at) => (at === 2 ? address(value.pairs[row].to) : undefined)}
        />
      )}
    </section>
  )
}
