import type { Series, SeriesUnit } from '../../src/desk/series.ts'
import { ask, facetsOf } from '../api.ts'
import { sum } from '../sum.ts'
import { useAsked } from '../use-asked.ts'
import { rangeOf } from './bars.ts'
import { BarsPicture, HATCHING } from './bars-picture.tsx'
import { askedFilter, withValue } from './filter.ts'
import { Legend } from './legend.tsx'
import { partAddress } from './part-address.ts'

/** Outlets that are drawn at most. */
const MOST = 9

interface ByOutletProps {
  list: 'statements' | 'events'
  by: string
  unit: SeriesUnit
  share: boolean
  query: URLSearchParams
  params: URLSearchParams
}

/** A small picture for each outlet, all on the same axes: how each covers the same time. */
export function ByOutlet({ list, by, unit, share, query, params }: ByOutletProps) {
  const { value: all } = useAsked(
    async (signal) => {
      const { outlet = [] } = await facetsOf(list, askedFilter(query), ['outlet'], signal)
      return Promise.all(
        outlet.slice(0, MOST).map(async ({ value }) => {
          const own = withValue(params, 'outlet', value, 1)
          return { outlet: value, series: await ask<Series>('/api/series', own, { signal }) }
        }),
      )
    },
    [list, params.toString()],
  )
  if (!all) return <p class="remark">…</p>
  if (all.length < 2)
    return <p class="remark">The reports name {all.length === 0 ? 'no outlet' : 'one outlet only'}.</p>
  const spans = [...new Set(all.flatMap(({ series }) => series.spans))].sort()
  const totals = spans.map((span) => sum(all.map(({ series }) => totalOf(series, span))))
  const range = rangeOf({ spans, series: [] }, totals, { unit, width: 360, whole: false })
  const most = Math.max(1, ...all.flatMap(({ series }) => series.spans.map((span) => totalOf(series, span))))
  const values = [...new Set(all.flatMap(({ series }) => series.series.map(({ value }) => value)))]
  return (
    <>
      <Legend field={by} values={values} hatching={HATCHING} />
      <div class="multiples">
        {all.map(({ outlet, series }) => (
          <section key={outlet} aria-label={outlet}>
            <h3>
              <bdi>{outlet}</bdi>
            </h3>
            <BarsPicture
              data={aligned(series, values)}
              {...{ unit, by, share, range, most }}
              title={outlet}
              height={120}
              small
              addressOf={(span, value) =>
                partAddress(
                  withValue(query, 'outlet', outlet, 1),
                  { list, by, unit, values: series.series.map((one) => one.value) },
                  span,
                  value,
                )
              }
            />
          </section>
        ))}
      </div>
    </>
  )
}

/** The same values in the same order for every outlet, so that one fill means one thing. */
function aligned(series: Series, values: readonly string[]): Series {
  const place = values.map((value) => series.series.findIndex((one) => one.value === value))
  return {
    ...series,
    series: values.map((value, at) => ({
      value,
      counts: place[at] < 0 ? series.spans.map(() => 0) : series.series[place[at]].counts,
    })),
    coarse: series.coarse.map((span) => ({ ...span, counts: place.map((at) => (at < 0 ? 0 : span.counts[at])) })),
  }
}

function totalOf({ spans, series }: Series, span: string): number {
  const at = spans.indexOf(span)
  return at < 0 ? 0 : sum(series.map(({ counts }) => counts[at]))
}
