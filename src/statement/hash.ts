/**
 * Feature hashing. A feature is a template number and up to three values; it becomes an index into a table of weights.
 * Integer arithmetic only, so that training and reading, here or in a browser, agree to the bit.
 */

/** A 32-bit hash of a string's UTF-16 code units (FNV-1a). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}

/** Hashes of words of a closed list (tags, relations, acts), kept: looking up is faster than hashing. `form` gives what is hashed for each. */
export function keptHashes(form: (label: string) => string = (label) => label): (label: string) => number {
  const known = new Map<string, number>()
  return (label) => {
    let hash = known.get(label)
    if (hash === undefined) known.set(label, (hash = hashText(form(label))))
    return hash
  }
}

/** Joins two values into one; order matters. */
export function join(a: number, b: number): number {
  const hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

/** Index of the feature `template(a, b)` in a table of `mask + 1` rows. */
export function row(template: number, a: number, b: number, mask: number): number {
  let hash = Math.imul(a ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15) ^ Math.imul(b, 0xc2b2ae35), 0x27d4eb2f)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x85ebca6b)
  return (hash ^ (hash >>> 13)) & mask
}

/** Rows of one example, taken down one after the other. Reused from example to example: hot. */
export interface HashedRows {
  values: Int32Array
  size: number
  /** rows of the table they point into, less one */
  mask: number
}

export function openRows(most: number, mask = 0): HashedRows {
  return { values: new Int32Array(most), size: 0, mask }
}

/** Takes down the feature `template(a, b)`. */
export function add(rows: HashedRows, template: number, a: number, b: number): void {
  rows.values[rows.size++] = row(template, a, b, rows.mask)
}
