import { onOneLine } from '../report/text/odd.ts'
import { reportAddress } from '../router.ts'
import { countFields, countInWords, typeInWords } from '../words/events.ts'
import { comparedWords } from '../words/stories.ts'
import type { Grid } from './grid.ts'
import { StatusMark } from './status-mark.tsx'
import { wordInWords } from './telling-facts.tsx'
import { TellingPassage } from './telling-passage.tsx'

/** The grid where there is no room for one: a happening after another, a report a line, its words below. */
export function ByHappening({ grid: { rows, columns } }: { grid: Grid }) {
  return (
    <ol class="by-happening">
      {rows.map(({ happening, words, parties, cells }) => (
        <li key={happening.id} id={happening.id}>
          <h3>
            {typeInWords(happening.type)} <bdi class="row-words">“{onOneLine(words[0])}”</bdi>
          </h3>
          <p class="row-parties">
            <bdi>{onOneLine(parties)}</bdi>
          </p>
          {happening.differs.length > 0 && (
            <p class="row-told">
              differ in{' '}
              <span class="row-differs">{happening.differs.map((field) => comparedWords[field]).join(', ')}</span>
            </p>
          )}
          <ul>
            {cells.map(
              (cell, at) =>
                cell && (
                  <li key={columns[at].report.id}>
                    <details>
                      <summary>
                        <StatusMark status={cell.chief.status} said={cell.chief.word.length > 0} />
                        <b>
                          <bdi>{columns[at].name}</bdi>
                        </b>{' '}
                        {countFields.map((field) => {
                          const count = cell.chief[field]
                          return count === undefined ? null : (
                            <span key={field} class={happening.differs.includes(field) ? 'differs' : undefined}>
                              {countInWords(field, count)}{' '}
                            </span>
                          )
                        })}
                        <small class="muted">{wordInWords(cell.chief)}</small>
                      </summary>
                      <TellingPassage telling={cell.chief} differs={happening.differs} />
                      <a href={reportAddress(columns[at].report.id, cell.chief.event)}>in the report</a>
                    </details>
                  </li>
                ),
            )}
          </ul>
          {happening.silent.length > 0 && (
            <p class="muted">
              silent:{' '}
              {columns
                .filter((_, at) => !cells[at])
                .map(({ name }) => name)
                .join(', ')}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
