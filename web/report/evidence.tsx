import type { Record as NewsRecord } from '../../src/record/types.ts'
import type { ReportRow } from '../../src/rows/rows.ts'
import { momentInWords } from '../words/days.ts'
import { partNotes } from './doubts.ts'
import { isWebAddress } from './head.tsx'
import { onOneLine } from './text/odd.ts'

/** When and whence a report was taken, as its desk has it. */
export type TakenWhen = Pick<ReportRow, 'added' | 'from'>

/** What this reading rests on, for a dispute: the text's hash, when and whence it was taken, and what read it. */
export function Evidence({ record, taken }: { record: NewsRecord; taken?: TakenWhen }) {
  const { report, reader } = record
  const { taking } = partNotes(record.notes)
  const models = Object.entries(reader.models)
  return (
    <section class="evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title">Evidence</h2>
      <dl>
        <Known name="report">{onOneLine(report.id)}</Known>
        {isWebAddress(report.url) && <Known name="address">{report.url}</Known>}
        {taken && (
          <Known name="taken">
            <time dateTime={taken.added}>{momentInWords(taken.added)}</time> from {onOneLine(taken.from)}
          </Known>
        )}
        <Known name="SHA-256 of the text">
          <code>{report.sha256}</code>
        </Known>
        <Known name="read by">
          onrecord {reader.version}
          {reader.codebook && (
            <>
              , codebook <code title={reader.codebook}>{reader.codebook.slice(0, 16)}</code>
            </>
          )}
          {models.length > 0 && (
            <>
              , models{' '}
              {models.map(([name, hash], index) => (
                <span key={name}>
                  {index > 0 && ', '}
                  {name} <code title={hash}>{hash.slice(0, 8)}</code>
                </span>
              ))}
            </>
          )}
        </Known>
        {taking.length > 0 && (
          <Known name="how it was taken">
            {taking.map(({ code, message }) => (
              <span key={code}>{onOneLine(message)} </span>
            ))}
          </Known>
        )}
      </dl>
      <Marks />
    </section>
  )
}

function Known({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What the signs in the text mean. */
function Marks() {
  return (
    <details class="marks">
      <summary>How to read the marks</summary>
      <ul>
        <li>
          <span class="source by-1">Who</span>, in the speaker’s colour, and the <span class="cue by-1">word</span> that
          says it is attributed
        </li>
        <li>
          <span class="said voice-1">What they are reported to say</span>, in the report’s words;{' '}
          <span class="said voice-1 quoted">solid</span> where it is in quotation marks
        </li>
        <li>
          <span class="said voice-2 outer outer-1">What one is reported to say by another</span>: the line is the inner
          speaker’s, the tint the outer’s
        </li>
        <li>
          <span class="trigger is-happened">An event</span>; <span class="trigger is-denied">broken</span> where it is
          not told as a fact
        </li>
        <li>
          <span class="time">A time</span>
        </li>
        <li>
          <span class="chosen part">The row at hand</span>; <span class="pointed part">what is pointed at</span>
        </li>
      </ul>
    </details>
  )
}
