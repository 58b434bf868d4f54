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

/** cyrb53, a 53-bit string hash by bryc (public domain); not for secrets. */
function hash53(text: string): number {
  let h1 = 0xdeadbeef
  let h2 = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    h1 = Math.imul(h1 ^ c, 2654435761)
    h2 = Math.imul(h2 ^ c, 1597334677)
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909)
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909)
  return 4294967296 * (2097151 & h2) + (h1 >>> 0)
}
