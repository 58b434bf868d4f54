import type { Statement } from '../../../src/record/types.ts'
import { actWords } from '../../words/acts.ts'
import type { ListedRow } from '../rows.ts'
import { onOneLine } from '../text/odd.ts'
import type { RecordView } from '../view.ts'
import { basisWords } from './when.ts'

/** Why the reader holds a row to be so: what it rests on, and how sure it is. */
export function Reason({ row, view }: { row: ListedRow; view: RecordView }) {
  return (
    <dl class="reason">
      {(row.kind === 'statement' ? statementReasons(row.statement, view) : eventReasons(row.event, view)).map(
        ([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{onOneLine(value)}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

type Reasons = [name: string, value: string][]
type RowOf<Kind> = Extract<ListedRow, { kind: Kind }>

function statementReasons(statement: RowOf<'statement'>['statement'], view: RecordView): Reasons {
  const { cue, act, confidence, when, whenBasis, id } = statement
  return [
    ['cue', cue ? `“${view.words(cue)}”` : 'none: the quotation stands alone'],
    ['act', actWords[act] ? act : `${act}, which the codebook does not list`],
    ...timeReasons(when, whenBasis, view),
    ['confidence', confidence.toFixed(2)],
    ['row', id],
  ]
}

function eventReasons(event: RowOf<'event'>['event'], view: RecordView): Reasons {
  const { why, confidence, when, whenBasis, id, type, mode } = event
  return [
    ['why', why],
    ['code', mode === undefined ? type : `${type} / ${mode}`],
    ...actorCodes(event, view),
    ...timeReasons(when, whenBasis, view),
    ['confidence', confidence.toFixed(2)],
    ['row', id],
  ]
}

function actorCodes({ actors, recipients }: RowOf<'event'>['event'], view: RecordView): Reasons {
  const coded = [...actors, ...recipients].flatMap(({ entity }) => {
    const found = view.entity(entity)
    const parts = found?.code && [found.code.country, ...found.code.sectors].filter(Boolean)
    return found && parts && parts.length > 0 ? [`${found.name}: ${parts.join(' ')} (${found.code?.basis})`] : []
  })
  return coded.length === 0 ? [] : [['actors', [...new Set(coded)].join('; ')]]
}

/** What a relative time was counted from. */
function timeReasons(id: string | undefined, basis: Statement['whenBasis'], view: RecordView): Reasons {
  const time = view.time(id)
  if (!time) return []
  const anchor = view.time(time.anchor)
  const from =
    time.anchor === undefined
      ? ''
      : `, counted from ${anchor ? `“${view.words(anchor)}”` : `the day of publication, ${view.record.report.published ?? ''}`}`
  return [['time', `“${view.words(time)}”${basis ? `, ${basisWords[basis]},` : ''} is ${time.value}${from}`]]
}
