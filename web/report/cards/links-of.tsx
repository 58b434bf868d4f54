import { onOneLine } from '../text/odd.ts'
import type { RecordView } from '../view.ts'
import { RowLink } from './card-parts.tsx'

const linkWords: Record<string, [from: string, to: string]> = {
  'in-response-to': ['in response to', 'answered by'],
  denies: ['denies', 'denied by'],
  'same-as': ['the same as', 'the same as'],
}

interface LinkProps {
  id: string
  view: RecordView
  stop?: boolean
}

/** What other rows it hangs together with, in either direction. */
export function Links({ id, view, stop }: LinkProps) {
  const links = view.record.links.filter(({ from, to }) => from === id || to === id)
  if (links.length === 0) return null
  return (
    <p class="links">
      {links.map(({ from, to, kind }) => {
        const other = from === id ? to : from
        const words = linkWords[kind]?.[from === id ? 0 : 1] ?? kind.replaceAll('-', ' ')
        return (
          <span key={other + kind} class="fact">
            {words} <LinkedRow id={other} view={view} stop={stop} />
          </span>
        )
      })}
    </p>
  )
}

function LinkedRow({ id, view, stop }: LinkProps) {
  const statement = view.statement(id)
  if (statement) return <RowLink statement={statement} view={view} stop={stop} />
  const event = view.event(id)
  const words = event ? view.words(event.trigger) : view.entity(id)?.name
  return words === undefined ? null : (
    <a href={`#${id}`} tabIndex={stop ? 0 : -1}>
      <q>{onOneLine(words)}</q>
    </a>
  )
}
