import type { EntityRow, EventRow, Named, ReportRow, Row, StatementRow } from '../../src/rows/rows.ts'
import { momentInWords } from '../report/cards/when.ts'
import { reportAddress, speakerAddress } from '../router.ts'
import { actInWords } from '../words/acts.ts'
import { modeWords, statusWords, typeWords } from '../words/events.ts'

/** One row of a list. Texts are texts: nothing in them is ever taken for HTML, and none turns the direction of what is around it. */
export function RowLine({ row }: { row: Row }) {
  if (row.list === 'statements') return <StatementLine row={row} />
  if (row.list === 'events') return <EventLine row={row} />
  return row.list === 'reports' ? <ReportLine row={row} /> : <EntityLine row={row} />
}

function StatementLine({ row }: { row: StatementRow }) {
  const { speaker, act, negated, content, to } = row
  return (
    <>
      <p class="line-head">
        {speaker ? (
          <a class="who" href={speakerAddress(speaker.name)}>
            <bdi>{speaker.name}</bdi>
          </a>
        ) : (
          <i>nobody named</i>
        )}{' '}
        <span class="act">{actInWords(act, negated)}</span>
        {to.length > 0 && <span class="to"> · to {names(to)}</span>}
      </p>
      <a class="line-words" href={reportAddress(row.report, row.id)}>
        <bdi>{content}</bdi>
      </a>
      <Foot row={row} />
    </>
  )
}

function EventLine({ row }: { row: EventRow }) {
  const { type, mode, status, actors, recipients, trigger, killed, injured, arrested, word } = row
  const counts = Object.entries({ killed, injured, arrested }).filter(([, count]) => count !== undefined)
  const last = word[word.length - 1]
  return (
    <>
      <p class="line-head">
        <b class="type">{typeWords[type] ?? type}</b>
        {mode && ` · ${modeWords[mode] ?? mode}`} <span class={`status ${status}`}>{statusWords[status]}</span>
      </p>
      <a class="line-words" href={reportAddress(row.report, row.id)}>
        {names(actors) || <i>nobody named</i>} → {names(recipients) || <i>nobody named</i>}{' '}
        <bdi class="trigger">“{trigger}”</bdi>
        {counts.map(([name, count]) => ` · ${count} ${name}`)}
      </a>
      <p class="line-word">
        on the word of {last ? <bdi>{last.speaker?.name ?? 'somebody'}</bdi> : 'the report itself'}
      </p>
      <Foot row={row} />
    </>
  )
}

function Foot({ row }: { row: StatementRow | EventRow }) {
  const { when, where, outlet, published, report, confidence, decided } = row
  return (
    <p class="line-foot">
      <span class="sure" title={`sure ${confidence.toFixed(2)}`}>
        <svg viewBox="0 0 40 6" width="40" height="6" aria-hidden="true">
          <rect class="sure-all" width="40" height="6" rx="3" />
          <rect class="sure-part" width={40 * confidence} height="6" rx="3" />
        </svg>
        <span class="hidden-text">sure {confidence.toFixed(2)}</span>
      </span>
      {[when?.value, where && `at ${where.name}`, outlet, published?.slice(0, 10), report]
        .filter(Boolean)
        .map((text) => (
          <bdi key={text}>{text}</bdi>
        ))}
      {decided && (
        <span class={`decided ${decided.verdict}`}>
          {decided.verdict}, says <bdi>{decided.by}</bdi> ·{' '}
          <time dateTime={decided.at}>{momentInWords(decided.at)}</time>
        </span>
      )}
    </p>
  )
}

function ReportLine({ row }: { row: ReportRow }) {
  return (
    <>
      <a class="line-words" href={reportAddress(row.id)}>
        <bdi>{row.title ?? row.id}</bdi>
      </a>
      <p class="line-foot">
        {[
          row.outlet,
          row.published?.slice(0, 10),
          `${row.words} words`,
          row.state === 'read'
            ? `${row.statements} statements, ${row.events} events`
            : `${row.state} (${row.language})`,
          row.copyOf && `a copy of ${row.copyOf}`,
          row.corrects && `corrects ${row.corrects}`,
          row.correctedBy && `corrected by ${row.correctedBy}`,
        ]
          .filter(Boolean)
          .map((text) => (
            <bdi key={text as string}>{text}</bdi>
          ))}
      </p>
    </>
  )
}

function EntityLine({ row }: { row: EntityRow }) {
  return (
    <>
      <p class="line-head">
        <a class="who" href={speakerAddress(row.name)}>
          <bdi>{row.name}</bdi>
        </a>{' '}
        {row.kind} {[row.country, ...row.sectors].filter(Boolean).join(' ')}
      </p>
      <p class="line-foot">
        <span>
          {row.reports} reports, {row.mentions} mentions
        </span>
        <span>{row.statements} statements</span>
        <span>
          {row.acts} events by, {row.receives} to
        </span>
      </p>
    </>
  )
}

const names = (named: readonly Named[]) => named.map(({ name }) => name).join('; ')
