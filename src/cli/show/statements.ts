import type { Statement } from '../../record/types.ts'
import { type StyledPiece, wrap } from './layout.ts'
import { look, type Terminal } from './terminal.ts'
import { dated, placed, type TerminalView, wordsAndName } from './view.ts'

/** Statements within statements deeper than this are not set in further. */
const DEEPEST = 5

/** Every statement as source, cue, content; those within another stand under it, set in. */
export function showStatements(view: TerminalView, terminal: Terminal): string[] {
  const { statements } = view.record
  const under = new Map<string | undefined, Statement[]>()
  for (const statement of statements) {
    const within = view.statement(statement.within) && statement.within
    under.set(within, [...(under.get(within) ?? []), statement])
  }
  const shownRows: string[] = []
  const seen = new Set<string>()
  const walk = (rows: readonly Statement[], depth: number) => {
    for (const statement of rows) {
      if (seen.has(statement.id)) continue
      seen.add(statement.id)
      shownRows.push(showStatement(view, terminal, statement, depth))
      walk(under.get(statement.id) ?? [], depth + 1)
    }
  }
  walk(under.get(undefined) ?? [], 0)
  return shownRows
}

function showStatement(view: TerminalView, terminal: Terminal, statement: Statement, depth: number): string {
  const margin = '  '.repeat(Math.min(depth, DEEPEST))
  const mark = depth === 0 ? '' : '└ '
  const head: StyledPiece[] = [{ text: wordsAndName(view, statement.source, statement.speaker), format: look.who }]
  if (statement.cue) head.push({ text: view.words(statement.cue), format: look.cue })
  const content = statement.content.map((span) => view.words(span)).join(' ... ')
  const indent = `${margin}${' '.repeat(mark.length)}  `
  return [
    wrap(head, terminal, `${margin}${mark}`, indent.length + 2),
    wrap([{ text: content }], terminal, indent),
    wrap([{ text: about(view, statement), format: look.aside }], terminal, indent),
  ].join('')
}

/** How it is quoted, what act it is, who was told, when and where. */
function about(view: TerminalView, statement: Statement): string {
  const told = statement.to.map((id) => view.entity(id)?.name).filter((name) => name !== undefined)
  const place = placed(view, statement.where)
  return [
    statement.quotation,
    statement.negated ? `not: ${statement.act}` : statement.act,
    told.length > 0 && `to ${told.join(', ')}`,
    dated(view, statement),
    place && `at ${place}`,
    statement.occasion && view.words(statement.occasion),
    !statement.source && statement.speaker && 'speaker inferred',
    !statement.cue && 'stands alone',
    `sure ${statement.confidence.toFixed(2)}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
