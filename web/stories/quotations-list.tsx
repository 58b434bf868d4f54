import type { LaidStory } from '../../src/story/lay-out.ts'
import type { QuotedAgain, SharedPart } from '../../src/story/quotations.ts'
import { onOneLine } from '../report/text/odd.ts'
import { reportAddress } from '../router.ts'
import { shortDay } from '../words/days.ts'
import { quotationsInWords } from '../words/stories.ts'
import { reportNames } from './report-names.ts'

/** Quotations that several reports have: who has it first, who else, and in what words they differ. */
export function QuotationsList({ story }: { story: LaidStory }) {
  const about = new Map(story.reports.map((report) => [report.id, report]))
  const name = reportNames(story)
  const day = (id: string) => {
    const published = about.get(id)?.published
    return published ? shortDay(published) : ''
  }
  return (
    <ol class="quotations">
      {story.quotations.map(({ first, again }) => (
        <li key={`${first.report}${first.span.start}`}>
          <div class="quotation-version first">
            <QuotedBy
              report={first.report}
              statement={first.statement}
              name={name(first.report)}
              day={day(first.report)}
              how="first"
            />
            <blockquote dir="auto">
              “{onOneLine(first.words)}” <cite>{onOneLine(first.speaker ?? 'nobody named')}</cite>
            </blockquote>
          </div>
          {again.map((one) => (
            <div key={`${one.report}${one.span.start}`} class={`quotation-version ${one.how}`}>
              <QuotedBy
                report={one.report}
                statement={one.statement}
                name={name(one.report)}
                day={day(one.report)}
                how={quotationsInWords[one.how]}
              />
              <Again one={one} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}

interface QuotedByProps {
  report: string
  statement: string | undefined
  name: string
  day: string
  how: string
}

function QuotedBy({ report, statement, name, day, how }: QuotedByProps) {
  return (
    <p class="quoted-by">
      <a href={reportAddress(report, statement)}>
        <bdi>{name}</bdi>
      </a>
      <small>
        {day} <b>{how}</b>
      </small>
    </p>
  )
}

function Again({ one: { how, words, parts, otherSpeaker, speaker } }: { one: QuotedAgain }) {
  return (
    <blockquote dir="auto">
      {how === 'same' ? (
        <span class="muted">the same words</span>
      ) : parts ? (
        parts.map((part, at) => <PartWords key={at} part={part} />)
      ) : (
        <>“{onOneLine(words)}”</>
      )}
      {otherSpeaker && <cite class="differs">another speaker: {onOneLine(speaker ?? 'nobody named')}</cite>}
    </blockquote>
  )
}

/** Words that both have, that the first has alone (struck out), or that this one has alone (underlined). */
function PartWords({ part: { kind, words, first } }: { part: SharedPart }) {
  if (kind === 'same') return <>{onOneLine(words)} </>
  return (
    <>
      {kind !== 'put-in' && <del>{onOneLine(first)}</del>} {kind !== 'left-out' && <ins>{onOneLine(words)}</ins>}{' '}
    </>
  )
}
