import { hash53 } from './hash53.ts'

/**
 * A stable id made from content: reading the same text again gives the same ids.
 *
 * @param kind one letter that says what it names: e entity, t time, p place, s statement, v event
 * @param parts what makes the thing itself: offsets, type, name
 * @param taken ids already given in this record; the id that is returned is added
 */
export function stableId(kind: string, parts: readonly (string | number)[], taken: Set<string>): string {
  const base = idFrom(kind, parts)
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
  taken.add(id)
  return id
}

/** The id of what these parts make, where no other row of the record has it. */
export function idFrom(kind: string, parts: readonly (string | number)[]): string {
  return kind + hash53(parts.join('\u0001')).toString(36).padStart(8, '0').slice(0, 8)
}
