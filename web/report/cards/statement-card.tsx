import type { Statement } from '../../../src/record/types.ts'
import { actInWords } from '../../words/acts.ts'
import { onOneLine } from '../text/odd.ts'
import { type RecordView, speakerName } from '../view.ts'
import { RowLink, type StatementProps, sameWords, WhenLine, Where } from './card-parts.tsx'

/** A statement: who, the act in words, to whom; the words; how, when and where, and within which other. */
export function StatementCard({ statement, view, stop }: StatementProps) {
  const { id, source, content, quotation, occasion, within, speaker } = statement
  const name = speakerName(view, statement)
  const words = source && view.words(source)
  const outer = view.statement(within)
  return (
    <>
      <p class="card-head">
        <a class="card-link" href={`#${id}`} data-card={id} tabIndex={stop ? 0 : -1}>
          <bdi class="who">{onOneLine(name)}</bdi>{' '}
          <span class="act">{actInWords(statement.act, statement.negated)}</span>
        </a>
        <Told statement={statement} view={view} />
      </p>
      {words && !sameWords(words, name) && (
        <p class="card-aside">
          in the text <q>{onOneLine(words)}</q>
        </p>
      )}
      {!source && speaker !== undefined && <p class="card-aside">speaker inferred; the text names nobody here</p>}
      <blockquote class={`content ${quotation}`} dir="auto">
        {onOneLine(content.map((span) => view.words(span)).join(' … '))}
      </blockquote>
      <p class="facts">
        <span class="fact">{quotationWords[quotation]}</span>
        <WhenLine row={statement} view={view} />
        <Where id={statement.where} view={view} />
        {occasion && <span class="fact occasion">{onOneLine(view.words(occasion))}</span>}
        {outer && (
          <span class="fact">
            within what <RowLink statement={outer} view={view} stop={stop} /> {actInWords(outer.act, outer.negated)}
          </span>
        )}
      </p>
    </>
  )
}

const quotationWords = { direct: 'quoted', indirect: 'in the report’s words', mixed: 'partly quoted' } as const

function Told({ statement, view }: { statement: Statement; view: RecordView }) {
  const names = statement.to.flatMap((id) => view.entity(id)?.name ?? [])
  if (names.length === 0) return null
  return <span class="card-to"> to {names.map(onOneLine).join(', ')}</span>
}
