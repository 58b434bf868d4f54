import type { Entity } from '../../record/types.ts'
import { shown, wrap } from './layout.ts'
import { look, type Terminal } from './terminal.ts'
import type { TerminalView } from './view.ts'

/** How many other words for an entity are shown. */
const MOST_WORDS = 4

/**
 * Entities in a line each: name, kind, code, how often it is mentioned and in what other words. Those that are mentioned once
 * and by no name are only counted.
 */
export function showEntities(view: TerminalView, terminal: Terminal): string[] {
  const { entities } = view.record
  const known = entities.filter(({ mentions }) => mentions.length > 1 || mentions[0].form === 'name')
  const rows = known.map((entity) => {
    const pieces = [
      { text: shown(entity.name), format: look.who },
      { text: about(view, entity), format: look.aside },
    ]
    return wrap(pieces, terminal, '', 4)
  })
  const rest = entities.length - known.length
  return rest === 0
    ? rows
    : [...rows, wrap([{ text: `and ${rest} mentioned once, without a name`, format: look.aside }], terminal)]
}

function about(view: TerminalView, { name, kind, code, mentions }: Entity): string {
  const others = otherWords(view, name, mentions)
  const more = others.length > MOST_WORDS ? ', ...' : ''
  return [
    kind,
    code && [code.country, ...code.sectors].filter(Boolean).join(' '),
    mentions.length > 1 && `${mentions.length} times`,
    others.length > 0 && `also ${others.slice(0, MOST_WORDS).join(', ')}${more}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The words of the mentions, each once however it is written, without the name itself. */
function otherWords(view: TerminalView, name: string, mentions: Entity['mentions']): string[] {
  const byFolded = new Map([[shown(name).toLowerCase(), '']])
  for (const mention of mentions) {
    const words = view.words(mention)
    if (!byFolded.has(words.toLowerCase())) byFolded.set(words.toLowerCase(), words)
  }
  return [...byFolded.values()].filter((words) => words !== '')
}
