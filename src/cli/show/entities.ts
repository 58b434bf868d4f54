import type { Entity } from '../../record/types.ts'
import { shown, wrap } from './layout.ts'
import { look, type Terminal } from './terminal.ts'
import type { View } from './view.ts'

/** How many other words for an entity are shown. */
const MOST_WORDS = 4

/** Every entity in a line: its name, kind, code, how often it is mentioned and in what other words. */
export function showEntities(view: View, terminal: Terminal): string[] {
  return view.record.entities.map((entity) =>
    wrap(
      [
        { text: shown(entity.name), format: look.who },
        { text: about(view, entity), format: look.aside },
      ],
      terminal,
      '',
      4,
    ),
  )
}

function about(view: View, { name, kind, code, mentions }: Entity): string {
  const others = [...new Set(mentions.map((mention) => view.words(mention)))].filter((words) => words !== shown(name))
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
