import { type ComparedField, comparedFields, type Telling } from '../../src/story/compare.ts'
import { reportAddress } from '../router.ts'
import { shortDay } from '../words/days.ts'
import { comparedWords } from '../words/stories.ts'
import { differsBetween } from './differs-between.ts'
import type { GridRow, ReportColumn } from './grid.ts'
import type { At } from './grid-table.tsx'
import { StatusMark } from './status-mark.tsx'
import { fieldInWords } from './telling-facts.tsx'
import { TellingPassage } from './telling-passage.tsx'

interface BesidePanelProps {
  row: GridRow
  columns: readonly ReportColumn[]
  at: At
  beside: number | undefined
  onBeside(column: number): void
  onClose(): void
}

/** The words of one report beside another's, for one happening, and what each says field by field. */
export function BesidePanel({ row, columns, at, beside, onBeside, onClose }: BesidePanelProps) {
  const mine = row.cells[at.column]
  const other = beside === undefined ? undefined : row.cells[beside]
  if (!mine) return null
  const { differs } = row.happening
  const between = other ? differsBetween(row.happening, mine.chief, other.chief) : []
  // whether it is named is said with whose word it is
  const facts = comparedFields.flatMap((field) => {
    if (field === 'named') return []
    const [left, right] = [fieldInWords(mine.chief, field), other ? fieldInWords(other.chief, field) : '']
    return left === '' && right === '' ? [] : [{ field, left, right }]
  })
  const others = row.cells.flatMap((cell, column) => (cell && column !== at.column ? [column] : []))
  return (
    <section class="beside-panel" aria-label="The words, side by side" aria-live="polite">
      <div class="beside-two">
        <Side column={columns[at.column]} tellings={mine.tellings} differs={differs} />
        {other && beside !== undefined ? (
          <Side column={columns[beside]} tellings={other.tellings} differs={differs}>
            {others.length > 1 && (
              <select
                aria-label="Beside which report"
                value={String(beside)}
                onChange={(event) => onBeside(Number(event.currentTarget.value))}
              >
                {others.map((column) => (
                  <option key={column} value={String(column)}>
                    {columns[column].name}
                  </option>
                ))}
              </select>
            )}
          </Side>
        ) : (
          <p class="muted">No other report tells it.</p>
        )}
        <table class="compared-fields">
          <tbody>
            {facts.map(({ field, left, right }) => (
              <tr key={field} class={between.includes(field) ? 'differing' : undefined}>
                <th scope="row">{comparedWords[field]}</th>
                <td>
                  <bdi>{left || '–'}</bdi>
                </td>
                {other && (
                  <td>
                    <bdi>{right || '–'}</bdi>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" class="quiet close" onClick={onClose} aria-label="Close">
        ×
      </button>
    </section>
  )
}

interface SideProps {
  column: ReportColumn
  tellings: readonly Telling[]
  differs: readonly ComparedField[]
  children?: preact.ComponentChildren
}

function Side({ column: { report, name }, tellings, differs, children }: SideProps) {
  const passages = new Map(tellings.map((telling) => [telling.passage.start, telling]))
  return (
    <article class="beside-side">
      <header>
        <StatusMark status={tellings[0].status} said={tellings[0].word.length > 0} />
        {children ?? (
          <b>
            <bdi>{name}</bdi>
          </b>
        )}
        <small class="muted">
          {report.published && shortDay(report.published)} ·{' '}
          <a href={reportAddress(report.id, tellings[0].event)}>in the report</a>
        </small>
      </header>
      {[...passages.values()].slice(0, 2).map((telling) => (
        <TellingPassage key={telling.event} telling={telling} differs={differs} />
      ))}
    </article>
  )
}
