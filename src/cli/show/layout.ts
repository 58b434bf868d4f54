import stringWidth from 'string-width'
import type { Terminal } from './terminal.ts'

/** A stretch of text in one look. */
export interface StyledPiece {
  text: string
  format?: Parameters<Terminal['paint']>[0]
  /** whether it goes on where the piece before it ends, without a blank */
  joined?: boolean
}

/** Control characters and marks that turn the direction of text: shown as spaces, so that no report commands a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSHOWN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/g

/** Text as it can be shown on one line. */
export function shown(text: string): string {
  return text.replace(UNSHOWN, ' ').trim()
}

/**
 * Lays pieces out as lines of at most `width` columns, broken between words; wide characters count two columns.
 *
 * @param first what the first line begins with
 * @param hang how many columns further lines are set in
 */
export function wrap(
  pieces: readonly StyledPiece[],
  { width, paint }: Terminal,
  first = '',
  hang = first.length,
): string {
  const lines: string[] = []
  let line = first
  let room = width - stringWidth(first)
  let fresh = true
  for (const { text, format, joined = false } of pieces) {
    let run = ''
    let goesOn = joined
    const paintRun = () => {
      if (run !== '') line += format ? paint(format, run) : run
      run = ''
    }
    for (const word of shown(text).split(' ').filter(Boolean)) {
      const columns = stringWidth(word)
      const gap = fresh || goesOn ? 0 : 1
      if (!fresh && !goesOn && columns + gap > room) {
        paintRun()
        lines.push(line)
        line = ' '.repeat(hang)
        room = width - hang
        fresh = true
      }
      if (!fresh && !goesOn) {
        if (run === '') line += ' '
        else run += ' '
        room--
      }
      run += word
      room -= columns
      fresh = goesOn = false
    }
    paintRun()
  }
  lines.push(line)
  return `${lines.join('\n')}\n`
}
