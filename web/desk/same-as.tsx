import { useState } from 'preact/hooks'
import type { Joined } from '../../src/desk/join.ts'
import { ask, jsonBody, listRows } from '../api.ts'
import { NameField } from '../coding/name-field.tsx'
import { useWho } from '../decide/use-who.ts'
import { onOneLine } from '../report/text/odd.ts'
import { navigate, speakerAddress } from '../router.ts'
import { useAsked } from '../use-asked.ts'
import { momentInWords } from '../words/days.ts'

const SHOWN = 12

/** The further names of one, as people joined them, and the way to join or part them. @param name a name or a key */
export function SameAs({ name, called }: { name: string; called: string }) {
  const who = useWho(true)
  const [again, setAgain] = useState(0)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<Error>()
  const { value } = useAsked((signal) => ask<{ joined: Joined[] }>('/api/joinings', {}, { signal }), [again])
  const { value: near } = useAsked(
    async (signal) =>
      typed.length < 2 ? [] : (await listRows('entities', { words: typed, limit: SHOWN }, signal)).rows,
    [typed],
  )
  const own = value?.joined.find(
    ({ key, name: of, also }) => [key, of].includes(name) || also.some((one) => [one.key, one.name].includes(name)),
  )
  const say = (body: object, then: () => void) => {
    ask('/api/joinings', {}, { method: 'POST', ...jsonBody({ by: who.name, at: new Date().toISOString(), ...body }) })
      .then(() => {
        setProblem(undefined)
        setAgain((n) => n + 1)
        then()
      })
      .catch(setProblem)
  }
  const join = (event: Event) => {
    event.preventDefault()
    // this page's name goes, and the other's stays: its page has both
    say({ who: name, sameAs: typed }, () => navigate(speakerAddress(typed)))
  }
  return (
    <details class="same-as" open={own !== undefined}>
      <summary>{own ? 'Further names' : 'The same as another?'}</summary>
      {own && (
        <ul>
          {own.also.map((one) => (
            <li key={one.key}>
              <bdi>{onOneLine(one.name)}</bdi> is <bdi>{onOneLine(own.name)}</bdi>{' '}
              <span class="muted">
                says <bdi>{onOneLine(one.by)}</bdi>, {momentInWords(one.at)}
                {one.why && `: “${onOneLine(one.why)}”`}
              </span>{' '}
              <button type="button" disabled={who.name === ''} onClick={() => say({ who: one.key }, () => {})}>
                part
              </button>
            </li>
          ))}
        </ul>
      )}
      <NameField name={who.name} fixed={who.fixed} onName={who.rename} />
      <form onSubmit={join}>
        <label>
          <bdi>{called}</bdi> is the same as{' '}
          <input
            type="text"
            list="same-as-names"
            value={typed}
            autocomplete="off"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <datalist id="same-as-names">
          {near?.map(({ key, name: of }) => (of === called ? null : <option key={key} value={of} />))}
        </datalist>{' '}
        <button type="submit" disabled={who.name === '' || typed.trim() === ''}>
          join
        </button>
      </form>
      {problem && (
        <p class="remark" role="alert">
          {problem.message}
        </p>
      )}
    </details>
  )
}
