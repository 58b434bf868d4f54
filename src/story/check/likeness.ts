/** Words that carry a statement: longer than three letters, or numbers; cut to a stem. */
export function weightyOf(keys: readonly string[]): string[] {
  const heavy = keys.filter((key) => key.length > 3 || /\d/.test(key))
  return [...new Set((heavy.length > 0 ? heavy : keys).map(stemOf))]
}

/** A word without its ending, six letters of it at most; a number as it is. */
export const stemOf = (key: string): string =>
  /\d/.test(key) ? key : key.replace(/(?:'s|ing|ed|es|s)$/, '').slice(0, 6)

/** The share of some stems that others have. */
export const likeness = (mine: readonly string[], theirs: ReadonlySet<string>): number =>
  mine.length === 0 ? 0 : mine.filter((stem) => theirs.has(stem)).length / mine.length
