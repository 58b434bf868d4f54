/** Letters that are written from right to left, and characters that turn what is around them about. */
const TURNING = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/

/** A name for a sentence: one that would turn the words around it about is kept to itself. */
export function isolated(name: string): string {
  return TURNING.test(name) ? `\u2068${name}\u2069` : name
}
