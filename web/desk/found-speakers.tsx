import type { EntityRow } from '../../src/rows/rows.ts'
import { listRows } from '../api.ts'
import { speakerAddress } from '../router.ts'
import { useAsked } from '../use-asked.ts'
import { counted } from '../words/counted.ts'
import { addressOf } from './filter.ts'

/** Names that are offered at most. */
const MOST = 6

/** People and organizations whose names hold the words that were looked for, and what the desk has of them. */
export function FoundSpeakers({ words }: { words: string }) {
  const { value } = useAsked(
    (signal) => listRows('entities', { words: words.replace(/["*]/g, '').trim() || words, limit: 30 }, signal),
    [words],
  )
  const found = byName(value?.rows ?? []).slice(0, MOST)
  if (found.length === 0) return null
  return (
    <ul class="found-speakers" aria-label="Speakers of that name">
      {found.map(({ name, statements, acts, receives }) => (
        <li key={name}>
          {statements > 0 && (
            <a href={speakerAddress(name)}>
              {counted(statements, 'statement')} by <b>{name}</b>
            </a>
          )}
          {acts + receives > 0 && (
            <a href={addressOf('/', new URLSearchParams({ list: 'events', [acts > 0 ? 'actor' : 'recipient']: name }))}>
              {counted(acts || receives, 'event')} {acts > 0 ? 'by' : 'done to'} <b>{name}</b>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

type Found = Pick<EntityRow, 'name' | 'statements' | 'acts' | 'receives'>

/** Namesakes as one, as their page shows them; those who say or do something, most first. */
function byName(rows: readonly EntityRow[]): Found[] {
  const names = new Map<string, Found>()
  for (const { name, statements, acts, receives } of rows) {
    const before = names.get(name) ?? { name, statements: 0, acts: 0, receives: 0 }
    names.set(name, {
      name,
      statements: before.statements + statements,
      acts: before.acts + acts,
      receives: before.receives + receives,
    })
  }
  const weight = ({ statements, acts, receives }: Found) => statements + acts + receives
  return [...names.values()].filter((found) => weight(found) > 0).sort((a, b) => weight(b) - weight(a))
}
