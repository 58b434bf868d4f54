import type { Compared, Telling } from '../../story/compare.ts'
import { shown, wrap } from './layout.ts'
import { look, type Terminal } from './terminal.ts'

/** Happenings as each report tells them, for people: those that several reports tell first, then how many only one has. */
export function showCompared(compared: readonly Compared[], reports: number, terminal: Terminal): string {
  const shared = compared.filter(({ silent }) => reports - silent.length > 1)
  const single = compared.length - shared.length
  const rest =
    single > 0 ? `${single} more ${single === 1 ? 'happening is' : 'happenings are'} told by one report alone.\n` : ''
  return [...shared.map((one) => showHappening(one, reports, terminal)), rest].filter(Boolean).join('\n')
}

function showHappening({ type, tellings, differs, silent }: Compared, reports: number, terminal: Terminal): string {
  const { paint } = terminal
  const told = `told by ${reports - silent.length} of ${reports}`
  const differing = differs.length > 0 ? `, differing in ${differs.join(', ')}` : ', alike'
  return [
    wrap([{ text: `${paint(look.type, type)} ${told}${differing}` }], terminal),
    ...tellings.map((telling) => showTelling(telling, terminal)),
    silent.length > 0
      ? wrap([{ text: `not in ${silent.map(shown).join(', ')}`, format: look.aside }], terminal, '  ', 4)
      : '',
  ].join('')
}

function showTelling(telling: Telling, terminal: Terminal): string {
  const { report, words, status, word, actors, recipients, when, where } = telling
  const counts = (['killed', 'injured', 'arrested', 'size'] as const)
    .filter((field) => telling[field] !== undefined)
    .map((field) => `${field} ${telling[field]}`)
  const sides = [actors.join('; ') || '(nobody named)', recipients.join('; ')].filter(Boolean).join(' → ')
  const teller =
    word.length === 0
      ? "in the report's own voice"
      : `on the word of ${word.map(({ speaker }) => speaker ?? 'somebody').join(', on that of ')}`
  const parts = [`${status} “${shown(words)}”`, sides, when, where && `at ${where}`, ...counts, teller].filter(Boolean)
  return wrap([{ text: shown(report), format: look.who }, { text: parts.join(' · ') }], terminal, '  ', 4)
}
