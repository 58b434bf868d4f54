import type { Precision } from '../../src/coding/precision.ts'
import type { Rightness } from '../../src/desk/coding/right-of.ts'
import { apiAddress, ask } from '../api.ts'
import { CodingHead } from '../coding/coding-head.tsx'
import { percent, ShareCell } from '../coding/share.tsx'
import { Choice } from '../desk/choice.tsx'
import { navigate } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import { useAsked } from '../use-asked.ts'
import { actInWords } from '../words/acts.ts'
import { counted } from '../words/counted.ts'
import { typeWords } from '../words/events.ts'

const groups = [
  ['confidence', 'by how sure the reader was'],
  ['kind', 'by act or type'],
  ['outlet', 'by outlet'],
] as const
const which = { random: 'rows drawn by lot', all: 'all that was decided' } as const

/** How right the desk is, by what people decided. */
export default function RightView({ address }: ViewProps) {
  const of = address.query.get('of') === 'all' ? 'all' : 'random'
  const { value, error } = useAsked((signal) => ask<Rightness>('/api/right', { of }, { signal }), [of])
  return (
    <div class="desk coding">
      <CodingHead title="How right is this desk?" address={address}>
        The share of rows that are right, as people decided, with the interval that holds the true share 95 times of
        100.
      </CodingHead>
      <p class="coding-says">
        <Choice
          label="of"
          value={of}
          options={Object.keys(which)}
          names={which}
          onValue={(wanted) => navigate(wanted === 'all' ? '/right?of=all' : '/right')}
        />
        <a href={apiAddress('/api/right.csv', { of })} download>
          CSV
        </a>
        <a href={apiAddress('/api/right', { of })} download="right.json">
          JSON
        </a>
      </p>
      {error && (
        <p class="remark" role="alert">
          {error.message}
        </p>
      )}
      {value && <Figures right={value} />}
    </div>
  )
}

function Figures({ right: { of, sample, precision, fields, recall } }: { right: Rightness }) {
  return (
    <>
      <p class="finding">{findingOf(of, sample, precision)}</p>
      {precision.length === 0 && (
        <p class="remark">
          <a href="/queue">The queue</a> draws rows by lot
          {of === 'random' && (
            <>
              ; <a href="/right?of=all">all that was decided</a> is no fair sample, but says something
            </>
          )}
          .
        </p>
      )}
      {(['statements', 'events'] as const)
        .filter((list) => precision.some((one) => one.list === list))
        .map((list) => (
          <section key={list}>
            <h2>{list === 'statements' ? 'Statements' : 'Events'}</h2>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
            <section class="coding-scroll" tabIndex={0} aria-label={`Precision of ${list}`}>
              <table class="coding-table">
                <thead>
                  <tr>
                    <th scope="col">rows</th>
                    <th scope="col">right as they were read</th>
                    <th scope="col">there: right, or right once mended</th>
                  </tr>
                </thead>
                <tbody>
                  {precision
                    .filter((one) => one.list === list && one.by === 'all')
                    .map((one) => (
                      <PrecisionLine key="all" precision={one} name={`all ${list}`} />
                    ))}
                </tbody>
                {groups.map(([by, says]) => (
                  <tbody key={by}>
                    {precision.some((one) => one.list === list && one.by === by) && (
                      <tr>
                        <th scope="rowgroup" colSpan={3}>
                          {says}
                        </th>
                      </tr>
                    )}
                    {precision
                      .filter((one) => one.list === list && one.by === by)
                      .map((one) => (
                        <PrecisionLine key={one.value} precision={one} name={nameOf(one)} />
                      ))}
                  </tbody>
                ))}
              </table>
            </section>
            {fields.some((one) => one.list === list) && (
              <table class="coding-table">
                <caption>Fields that were mended, of rows that are there</caption>
                <tbody>
                  {fields
                    .filter((one) => one.list === list)
                    .map(({ field, right }) => (
                      <tr key={field}>
                        <th scope="row">{field}</th>
                        <td>
                          <ShareCell share={right} />
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            )}
          </section>
        ))}
      <section>
        <h2>Found</h2>
        {recall.length === 0 ? (
          <p class="remark">
            No report is marked whole yet. Decide each row of a report, add what is missing, and mark it whole at its
            head: then the share of rows that the reader found is known.
          </p>
        ) : (
          <table class="coding-table">
            <tbody>
              {recall.map(({ list, reports, found }) => (
                <tr key={list}>
                  <th scope="row">
                    {list}, in {counted(reports, 'report')} marked whole
                  </th>
                  <td>
                    <ShareCell share={found} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  )
}

function PrecisionLine({ precision: { right, there }, name }: { precision: Precision; name: string }) {
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td>
        <ShareCell share={right} />
      </td>
      <td>
        <ShareCell share={there} />
      </td>
    </tr>
  )
}

const nameOf = ({ list, by, value }: Precision): string =>
  by !== 'kind' ? value : list === 'statements' ? actInWords(value, false) : (typeWords[value] ?? value)

function findingOf(
  of: Rightness['of'],
  { rows, decided }: Rightness['sample'],
  precision: readonly Precision[],
): string {
  const shares = precision
    .filter(({ by }) => by === 'all')
    .flatMap(({ list, right: { share } }) => (share === undefined ? [] : [`${percent(share)} of ${list}`]))
  const sample = `${decided} of ${counted(rows, 'row')} drawn by lot ${decided === 1 ? 'is' : 'are'} decided`
  if (shares.length === 0) return of === 'random' ? `${sample}.` : 'Nothing is decided yet.'
  return of === 'random'
    ? `${shares.join(' and ')} are right as they were read. ${sample}.`
    : `${shares.join(' and ')} that people chose to decide are right as they were read.`
}
