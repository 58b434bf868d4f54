import { useState } from 'preact/hooks'
import type { Coefficient } from '../../src/coding/agreement.ts'
import type { Agreement } from '../../src/coding/agreement-of.ts'
import type { Said } from '../../src/coding/said.ts'
import type { Disagreement } from '../../src/desk/coding/agreement-in.ts'
import { apiAddress, ask, jsonBody } from '../api.ts'
import { CodingHead } from '../coding/coding-head.tsx'
import { NameField } from '../coding/name-field.tsx'
import { ShareCell } from '../coding/share.tsx'
import { newId } from '../decide/queue.ts'
import { useWho } from '../decide/use-who.ts'
import { RowLine } from '../desk/row-line.tsx'
import { onOneLine } from '../report/text/odd.ts'
import type { ViewProps } from '../routes.ts'
import { useAsked } from '../use-asked.ts'
import { counted } from '../words/counted.ts'
import { momentInWords } from '../words/days.ts'
import { verdictWords } from '../words/events.ts'

/** How far people agree, and what is left to settle. */
export default function AgreementView({ address }: ViewProps) {
  const settled = address.query.get('settled') === 'true'
  const [again, setAgain] = useState(0)
  const { value: agreement, error } = useAsked((signal) => ask<Agreement>('/api/agreement', {}, { signal }), [again])
  return (
    <div class="desk coding">
      <CodingHead title="Agreement" address={address}>
        How far people agree on rows that two or more of them decided, and the rows on which they do not. A value of 1
        is full agreement, 0 what chance would give.
      </CodingHead>
      {error && (
        <p class="remark" role="alert">
          {error.message}
        </p>
      )}
      {agreement && <AgreementTable agreement={agreement} />}
      <Disagreements settled={settled} again={again} onSettled={() => setAgain((n) => n + 1)} />
    </div>
  )
}

const fieldWords: Readonly<Record<string, string>> = {
  there: 'is the row one',
  verdict: 'right, mended, wrong',
  to: 'told to',
  word: 'on whose word',
}

function AgreementTable({ agreement: { coders, rows, fields } }: { agreement: Agreement }) {
  if (rows === 0)
    return (
      <p class="remark">
        No row was decided by two people yet. <a href="/queue">The queue</a> gives some rows to two.
      </p>
    )
  const pairs = fields[0]?.pairs.map(({ a, b }) => [a, b] as const) ?? []
  return (
    <section>
      <p class="coding-says">
        {counted(rows, 'row')} decided by several:{' '}
        {coders.map(({ name, rows }) => `${onOneLine(name)} ${rows}`).join(', ')}.{' '}
        <a href="/api/agreement.csv" download>
          CSV
        </a>
        <a href="/api/agreement" download="agreement.json">
          JSON
        </a>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section class="coding-scroll" tabIndex={0} aria-label="Agreement by field">
        <table class="coding-table">
          <thead>
            <tr>
              <th scope="col">field</th>
              <th scope="col">alike</th>
              <th scope="col">
                <abbr title="Krippendorff's alpha, nominal, over all coders">alpha</abbr>
              </th>
              {pairs.map(([a, b]) => (
                <th key={`${a} ${b}`} scope="col">
                  <abbr title="Cohen's kappa">kappa</abbr>{' '}
                  <bdi>
                    {onOneLine(a)}, {onOneLine(b)}
                  </bdi>
                </th>
              ))}
            </tr>
          </thead>
          {(['rows', 'statements', 'events'] as const).map((list) => (
            <tbody key={list}>
              {list !== 'rows' && fields.some((field) => field.list === list) && (
                <tr>
                  <th scope="rowgroup" colSpan={3 + pairs.length}>
                    {list} that both hold to be there
                  </th>
                </tr>
              )}
              {fields
                .filter((field) => field.list === list)
                .map(({ field, percent, alpha, pairs: own }) => (
                  <tr key={field}>
                    <th scope="row">{fieldWords[field] ?? field}</th>
                    <td>
                      <ShareCell share={percent} />
                    </td>
                    <td>
                      <Value of={alpha} />
                    </td>
                    {pairs.map(([a, b]) => (
                      <td key={`${a} ${b}`}>
                        <Value of={own.find((pair) => pair.a === a && pair.b === b)?.kappa} />
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </section>
    </section>
  )
}

function Value({ of }: { of: Coefficient | undefined }) {
  if (of?.value === undefined) return <span class="muted">–</span>
  return (
    <>
      <b>{of.value.toFixed(2)}</b>{' '}
      {of.low !== undefined && of.high !== undefined && (
        <span class="muted">
          {of.low.toFixed(2)} to {of.high.toFixed(2)}
        </span>
      )}
    </>
  )
}

interface DisagreementsProps {
  settled: boolean
  again: number
  onSettled: () => void
}

function Disagreements({ settled, again, onSettled }: DisagreementsProps) {
  const { name, fixed, rename } = useWho(true)
  const [problem, setProblem] = useState<Error>()
  const parameters = settled ? { settled: true } : {}
  const { value, error } = useAsked(
    (signal) => ask<{ rows: Disagreement[] }>('/api/disagreements', parameters, { signal }),
    [settled, again],
  )
  const settle = (key: string, { verdict, mend, brings }: Said) => {
    const decision = { id: newId(), key, verdict, mend, brings, by: name, at: new Date().toISOString() }
    ask('/api/settle', {}, { method: 'POST', ...jsonBody({ decisions: [decision] }) })
      .then(() => {
        setProblem(undefined)
        onSettled()
      })
      .catch(setProblem)
  }
  return (
    <section>
      <h2>{settled ? 'Settled' : 'To settle'}</h2>
      <p class="coding-says">
        <span role="status">{value && counted(value.rows.length, 'row')}</span>{' '}
        <a href={settled ? '/agreement' : '/agreement?settled=true'}>
          {settled ? 'what is to settle' : 'what was settled'}
        </a>
        <a href={apiAddress('/api/disagreements.csv', parameters)} download>
          CSV
        </a>
        <a href={apiAddress('/api/disagreements', parameters)} download="disagreements.json">
          JSON
        </a>
      </p>
      {!settled && <NameField name={name} fixed={fixed} onName={rename} />}
      {(error ?? problem) && (
        <p class="remark" role="alert">
          {(problem ?? error)?.message}
        </p>
      )}
      {value?.rows.length === 0 && (
        <p class="remark">{settled ? 'Nothing was settled yet.' : 'There is nothing on which people disagree.'}</p>
      )}
      <ol class="disagreements">
        {value?.rows.map(({ key, row, said, settled: by }) => (
          <li key={key}>
            <RowLine row={row} />
            {row.sentence && <blockquote class="passage">{onOneLine(row.sentence)}</blockquote>}
            <ul class="said-by">
              {[...said, ...(by ? [by] : [])].map((one) => (
                <li key={`${one.by} ${one.at}`} class={one === by ? 'settles' : undefined}>
                  <p>
                    <bdi>{onOneLine(one.by)}</bdi>
                    {one === by && ' settled'}:{' '}
                    <strong class={`says-${one.verdict}`}>{verdictWords[one.verdict]}</strong>{' '}
                    <time class="muted" dateTime={one.at}>
                      {momentInWords(one.at)}
                    </time>
                  </p>
                  {one.verdict === 'mended' && one.mend && <Mends mend={one.mend} />}
                  {one.why && <p class="muted">“{onOneLine(one.why)}”</p>}
                  {!by && (
                    <button type="button" disabled={name === ''} onClick={() => settle(key, one)}>
                      settle so
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Mends({ mend }: { mend: NonNullable<Said['mend']> }) {
  return (
    <ul class="mends">
      {Object.entries(mend).map(([field, value]) => (
        <li key={field}>
          {field}: <bdi>{onOneLine(typeof value === 'string' ? value : JSON.stringify(value))}</bdi>
        </li>
      ))}
    </ul>
  )
}
