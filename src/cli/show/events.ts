import type { Event, Role, Status } from '../../record/types.ts'
import { type StyledPiece, shown, wrap } from './layout.ts'
import { look, type Terminal } from './terminal.ts'
import { dated, placed, type TerminalView, wordsAndName } from './view.ts'

const statusLook = {
  happened: look.told,
  ongoing: look.told,
  planned: look.open,
  threatened: look.open,
  requested: look.open,
  supposed: look.open,
  denied: look.untold,
  'not-happened': look.untold,
} as const satisfies { [status in Status]: string }

/** Every event as type and status, actors and recipients, when and where, and on whose word. */
export function showEvents(view: TerminalView, terminal: Terminal): string[] {
  return view.record.events.map((event) => showEvent(view, terminal, event))
}

function showEvent(view: TerminalView, terminal: Terminal, event: Event): string {
  const head: StyledPiece[] = [
    { text: event.mode ? `${event.type} (${event.mode})` : event.type, format: look.type },
    { text: event.status, format: statusLook[event.status] },
    { text: `“${view.words(event.trigger)}”` },
    ...(event.also ? [{ text: `also ${event.also.map((span) => `“${view.words(span)}”`).join(', ')}` }] : []),
  ]
  const lines: StyledPiece[][] = [
    who(view, event),
    [{ text: whenAndWhere(view, event) }],
    ...linked(view, event),
    [{ text: `on the word of ${onWhoseWord(view, event)} · sure ${event.confidence.toFixed(2)}`, format: look.aside }],
  ]
  return (
    wrap(head, terminal, '', 4) +
    lines
      .filter(hasText)
      .map((line) => wrap(line, terminal, '  ', 4))
      .join('')
  )
}

const hasText = (pieces: readonly StyledPiece[]): boolean => pieces.some(({ text }) => text !== '')

function who(view: TerminalView, { actors, recipients }: Event): StyledPiece[] {
  const names = (roles: readonly Role[]) => roles.map((role) => wordsAndName(view, role, role.entity)).join('; ')
  if (actors.length + recipients.length === 0) return []
  const pieces: StyledPiece[] = [{ text: names(actors) || '(nobody named)', format: look.who }]
  return recipients.length === 0 ? pieces : [...pieces, { text: '→' }, { text: names(recipients), format: look.who }]
}

function whenAndWhere(view: TerminalView, event: Event): string {
  const place = placed(view, event.where)
  const counts = (['killed', 'injured', 'arrested', 'size'] as const).map((name) => {
    const count = event[name]
    return count && `${name} ${count.mod ? `${count.mod.replace('-', ' ')} ` : ''}${count.value}`
  })
  return [dated(view, event), place && `at ${place}`, ...counts, ...event.contexts.map((context) => `(${context})`)]
    .filter(Boolean)
    .join(' · ')
}

/** What it is linked to: 'in response to “assassinations”'. */
function linked(view: TerminalView, { id }: Event): StyledPiece[][] {
  return view.record.links
    .filter(({ from }) => from === id)
    .map(({ to, kind }) => {
      const words = view.event(to)?.trigger ?? view.statement(to)?.cue
      return [{ text: `${kind.replaceAll('-', ' ')} ${words ? `“${view.words(words)}”` : 'a quotation'}` }]
    })
}

/** The chain of who says so: 'Dario Venn, who is quoted by Ilse Marek'; the report itself at its end. */
function onWhoseWord(view: TerminalView, { word }: Event): string {
  const chain: string[] = []
  const seen = new Set<string>()
  for (let at = view.statement(word.statement); at && !seen.has(at.id); at = view.statement(at.within)) {
    seen.add(at.id)
    chain.push(shown(view.entity(at.speaker)?.name ?? wordsAndName(view, at.source, undefined)))
  }
  return chain.length === 0 ? 'the report' : chain.join(', as told by ')
}
