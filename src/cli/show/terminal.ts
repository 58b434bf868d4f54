import { styleText } from 'node:util'

type Format = Parameters<typeof styleText>[0]

/** What the record is shown on. */
export interface Terminal {
  /** columns to fill */
  width: number
  /** gives text a look, where the terminal has any */
  paint(format: Format, text: string): string
}

/** The names of looks, so that they are decided upon in one place. */
export const look = {
  heading: ['bold', 'underline'],
  who: ['bold', 'cyan'],
  cue: 'yellow',
  type: ['bold', 'magenta'],
  told: 'green',
  untold: 'red',
  open: 'yellow',
  aside: 'dim',
  hit: 'inverse',
} as const satisfies { [name: string]: Format }

/** Paints nothing: for files, and for tests. */
export const plain = (width: number): Terminal => ({ width, paint: (_format, text) => text })

/** Paints whatever the output is. */
export const painted = (width: number): Terminal => ({
  width,
  paint: (format, text) => styleText(format, text, { validateStream: false }),
})

/**
 * The terminal that standard output is. Colour stands where it is a terminal that has colour and NO_COLOR is not set, or
 * where FORCE_COLOR is; the width is the terminal's, and 80 for a file.
 */
export function terminal(output: NodeJS.WriteStream = process.stdout, env: NodeJS.ProcessEnv = process.env): Terminal {
  const width = Math.min(110, Math.max(40, output.columns ?? (Number(env['COLUMNS']) || 80)))
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0'
  const has = output.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  return forced || has ? painted(width) : plain(width)
}
