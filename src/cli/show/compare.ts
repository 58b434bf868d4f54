import { partOfDayInWords } from '../../rows/parts-of-day.ts'
import type { Compared, Telling } from '../../story/compare.ts'
import type { LaidStory } from '../../story/lay-out.ts'
import type { SharedQuotation } from '../../story/quotations.ts'
import { shown, wrap } from './layout.ts'
import { look, type Terminal } from './terminal.ts'

/** Reports laid side by side, for people: their origins, their happenings, quotations that several have, and how the story changed. */
export function showLaid({ says, reports, happenings, quotations, changes }: LaidStory, terminal: Terminal): string {
  const origins = reports.map(({ id, outlet, origin, copied }) => {
    const whose =
      origin.basis === 'own' || origin.basis === 'family' ? undefined : `from ${origin.name} (${origin.basis})`
    const share = copied.share >= 0.1 ? `${Math.round(copied.share * 100)} % as in ${copied.from}` : undefined
    const parts = [outlet, whose, share, origin.parts && `with ${origin.parts.join(', ')}`].filter(
      (part) => part !== undefined,
    )
    return wrap([{ text: shown(id), format: look.who }, { text: parts.map(shown).join(' · ') }], terminal, '  ', 4)
  })
  const changed = changes
    .slice(1)
    .map(({ at, report, says }) =>
      wrap(
        [{ text: [at?.slice(0, 16).replace('T', ' '), shown(report), shown(says)].filter(Boolean).join(' · ') }],
        terminal,
        '  ',
        4,
      ),
    )
  return [
    `${wrap([{ text: says }], terminal)}${origins.join('')}`,
    showCompared(happenings, reports.length, terminal),
    ...quotations.map((quotation) => showQuotation(quotation, terminal)),
    changed.length > 0 ? `${terminal.paint(look.heading, 'How it changed')}\n${changed.join('')}` : '',
  ]
    .filter(Boolean)
    .join('\n')
}

function showQuotation({ first, again }: SharedQuotation, terminal: Terminal): string {
  const head = wrap(
    [
      { text: `“${shown(first.words)}”` },
      {
        text: [first.speaker, first.report]
          .filter((part) => part !== undefined)
          .map(shown)
          .join(' · '),
        format: look.aside,
      },
    ],
    terminal,
  )
  const others = again.map(({ report, how, speaker, otherSpeaker, parts = [] }) => {
    const differences = parts
      .filter(({ kind }) => kind !== 'same')
      .map(({ kind, words, first }) =>
        kind === 'changed'
          ? `“${words}” for “${first}”`
          : kind === 'put-in'
            ? `put in: “${words}”`
            : `left out: “${first}”`,
      )
    const said = [otherSpeaker && `said there by ${speaker}`, ...differences]
      .filter(Boolean)
      .map((part) => shown(part as string))
    return wrap([{ text: shown(report), format: look.who }, { text: [how, ...said].join(' · ') }], terminal, '  ', 4)
  })
  return head + others.join('')
}

/** Happenings as each report tells them, for people: those that several reports tell first, then how many only one has. */
function showCompared(compared: readonly Compared[], reports: number, terminal: Terminal): string {
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

/** @example whenInWords('2025-03-14TMO') // '2025-03-14 morning' */
const whenInWords = (value: string): string =>
  value.replace(/^(\d{4}-\d\d-\d\d)T(.+)$/, (_, day, part) => `${day} ${partOfDayInWords(part)}`)

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
  const parts = [
    `${status} “${shown(words)}”`,
    sides,
    when && whenInWords(when),
    where && `at ${where}`,
    ...counts,
    teller,
  ].filter(Boolean)
  return wrap([{ text: shown(report), format: look.who }, { text: parts.join(' · ') }], terminal, '  ', 4)
}
