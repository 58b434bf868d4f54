import { reportAddress } from '../router.ts'
import { typeInWords } from '../words/events.ts'
import { comparedWords } from '../words/stories.ts'
import type { JoinedClaim } from './joined-claims.ts'
import { StatusMark } from './status-mark.tsx'
import { fieldInWords } from './telling-facts.tsx'
import { TellingPassage } from './telling-passage.tsx'

/** What both of two reports tell: the sentence of each, and what differs. */
export function JoinedTable({ joined }: { joined: readonly JoinedClaim[] }) {
  return (
    <ol class="joined">
      {joined.map(({ happening, left, right, differs }) => (
        <li key={happening.id} id={happening.id}>
          <h2>{typeInWords(happening.type)}</h2>
          <div class="joined-two">
            {[left, right].map((telling) => (
              <div key={telling.report}>
                <StatusMark status={telling.status} said={telling.word.length > 0} size={20} />
                <TellingPassage telling={telling} differs={differs} />
                <a class="muted" href={reportAddress(telling.report, telling.event)}>
                  in the report
                </a>
              </div>
            ))}
          </div>
          {differs.length > 0 && (
            <table class="compared-fields">
              <tbody>
                {differs.map((field) => (
                  <tr key={field} class="differing">
                    <th scope="row">{comparedWords[field]}</th>
                    <td>
                      <bdi>{fieldInWords(left, field)}</bdi>
                    </td>
                    <td>
                      <bdi>{fieldInWords(right, field)}</bdi>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </li>
      ))}
    </ol>
  )
}
