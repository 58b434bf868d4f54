import type { Next } from '../shape-texts.ts'

/** What was tried, and what broke. */
export interface Tried {
  tried: number
  /** counts of what came of it, by name */
  figures: { [what: string]: number }
  broken: string[]
}

/** One kind of trial, opened: `once` tries what is drawn, and throws where it breaks a promise. */
export interface Attempt {
  once(next: Next, tried: Tried): Promise<void> | void
  end?(): Promise<void> | void
}

/** Opens a kind of trial over texts, with a folder of its own to write to. */
export type Fuzz = (of: { texts: readonly string[]; folder: string }) => Promise<Attempt>

/** Counts one more of something. */
export function count({ figures }: Tried, what: string, by = 1): void {
  figures[what] = (figures[what] ?? 0) + by
}

/** @throws Error that says what was promised */
export function promise(kept: boolean, said: string): void {
  if (!kept) throw new Error(said)
}
