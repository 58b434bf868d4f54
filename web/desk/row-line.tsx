import type { Dated, EntityRow, EventRow, Named, ReportRow, Row, StatementRow } from '../../src/rows/rows.ts'
import { reportAddress, speakerAddress } from '../router.ts'
import { actInWords } from '../words/acts.ts'
import { counted } from '../words/counted.ts'
import { dayInWords, momentInWords } from '../words/days.ts'
import { modeWords, statusWords, typeWords } from '../words/events.ts'
import { Marked } from './marked.tsx'

interface LineProps<R> {
  row: R
  /** what was looked for */
  words?: string
}

/** One row of a list. Texts are texts: nothing in them is ever taken for HTML, and none turns the direction of what is around it. */
export function RowLine({ row, words }: LineProps<Row>) {
  if (row.list === 'statements') return <StatementLine row={row} words={words} />
  if (row.list === 'events') return <EventLine row={row} />
  return row.list === 'reports' ? <ReportLine row={row} words={words} /> : <EntityLine row={row} />
}

function StatementLine({ row, words }: LineProps<StatementRow>) {
  const { speaker, act, negated, content, to } = row
  return (
    <>
      <p class="hit-head">
        {speaker ? (
          <a class="who" href={speakerAddress(speaker.name)}>
            <bdi>{speaker.name}</bdi>
          </a>
        ) : (
          <i>nobody named</i>
        )}{' '}
        <span class="act">{actInWords(act, negated)}</span>
        {to.length > 0 && <span class="to"> to {names(to)}</span>}
        <Unsure confidence={row.confidence} />
      </p>
      <a class="hit-words" href={reportAddress(row.report, row.id)}>
        <Marked text={content} words={words} />
      </a>
      <Foot row={row} happened="said" />
    </>
  )
}

function EventLine({ row }: LineProps<EventRow>) {
  const { type, mode, status, actors, recipients, trigger, killed, injured, arrested, word } = row
  const counts = Object.entries({ killed, injured, arrested }).filter(([, count]) => count !== undefined)
  const last = word[word.length - 1]
  return (
    <>
      <p class="hit-head">
        <b class="type">{typeWords[type] ?? type}</b>
        {mode && ` · ${modeWords[mode] ?? mode}`} <span class={`status is-${status}`}>{statusWords[status]}</span>
        <Unsure confidence={row.confidence} />
      </p>
      <a class="hit-words" href={reportAddress(row.report, row.id)}>
        {names(actors) || <i>nobody named</i>} → {names(recipients) || <i>nobody named</i>}{' '}
        <bdi class="trigger-words">“{trigger}”</bdi>
        {counts.map(([name, count]) => ` · ${count} ${name}`)}
        <span class="hit-word">
          {' '}
          · on the word of {last ? <bdi>{last.speaker?.name ?? 'somebody'}</bdi> : 'the report itself'}
        </span>
      </a>
      <Foot row={row} happened="on" />
    </>
  )
}

/** Below this confidence a row says how sure the reader is. */
const UNSURE = 0.6

function Unsure({ confidence }: { confidence: number }) {
  return confidence < UNSURE ? <span class="unsure"> sure {confidence.toFixed(2)}</span> : null
}

function Foot({ row, happened }: { row: StatementRow | EventRow; happened: string }) {
  const { when, where, outlet, published, title, report, decided } = row
  return (
    <p class="hit-foot">
      <span class="hit-source">
        <bdi>{[outlet, title ?? report].filter(Boolean).join(' · ')}</bdi>
      </span>
      {when && (
        <span>
          {happened} <bdi>{whenInWords(when)}</bdi>
          {where && (
            <>
              {' '}
              at <bdi>{where.name}</bdi>
            </>
          )}
        </span>
      )}
      {published && <span>published {dayInWords(published.slice(0, 10))}</span>}
      {decided && (
        <span class={`decided ${decided.verdict}`}>
          {decided.verdict}, says <bdi>{decided.by}</bdi> ·{' '}
          <time dateTime={decided.at}>{momentInWords(decided.at)}</time>
        </span>
      )}
    </p>
  )
}

/** A row's time for people: a date where its value is one, else the words of the text. */
function whenInWords({ value, text }: Dated): string {
  return /^\d{4}(-\d\d(-\d\d)?)?(T|$)/.test(value) ? dayInWords(value) : text ? `“${text}”` : value
}

function ReportLine({ row, words }: LineProps<ReportRow>) {
  return (
    <>
      <a class="hit-words" href={reportAddress(row.id)}>
        <Marked text={row.title ?? row.id} words={words} />
      </a>
      <p class="hit-foot">
        {[
          row.outlet,
          row.published && `published ${dayInWords(row.published.slice(0, 10))}`,
          counted(row.words, 'word'),
          row.state === 'read'
            ? `${counted(row.statements, 'statement')}, ${counted(row.events, 'event')}`
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
      <p class="hit-head">
        <a class="who" href={speakerAddress(row.name)}>
          <bdi>{row.name}</bdi>
        </a>{' '}
        {row.kind} {[row.country, ...row.sectors].filter(Boolean).join(' ')}
      </p>
      <p class="hit-foot">
        <span>
          {counted(row.reports, 'report')}, {counted(row.mentions, 'mention')}
        </span>
        <span>{counted(row.statements, 'statement')}</span>
        <span>
          {counted(row.acts, 'event')} by, {row.receives.toLocaleString('en')} to
        </span>
      </p>
    </>
  )
}

const names = (named: readonly Named[]) => named.map(({ name }) => name).join('; ')
