/** Half of a character that no other half stands beside. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/**
 * The text with U+FFFD in place of every lone surrogate: as long as before, so that spans stay true. Half a character can neither be
 * written as UTF-8 nor be kept; it comes from texts that were cut within one.
 *
 * @example wellFormed('Thanks \ud83d…') // 'Thanks \ufffd…'
 */
export function wellFormed(text: string): string {
  return isWellFormed(text) ? text : text.replace(new RegExp(LONE, 'g'), '\ufffd')
}

/** Where the first lone surrogate stands, or -1. */
export function loneSurrogate(text: string): number {
  return isWellFormed(text) ? -1 : text.search(LONE)
}

/** Any value of JSON with its strings well formed, names of fields included. */
export function wellFormedJson<T>(value: T): T {
  if (typeof value === 'string') return wellFormed(value) as T
  if (Array.isArray(value)) return value.map(wellFormedJson) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [wellFormed(name), wellFormedJson(inner)]),
  ) as T
}

/** Most texts have no surrogate at all, which the engine tells fast; older ones do not tell. */
function isWellFormed(text: string): boolean {
  const { isWellFormed: told } = text as unknown as { isWellFormed?(): boolean }
  return told ? told.call(text) : !LONE.test(text)
}
