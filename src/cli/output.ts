import { once } from 'node:events'
import { Failure } from '../record/failure.ts'
import { printable } from './show/printable.ts'

/**
 * Writes data to standard output and waits where its reader is slower than we are.
 *
 * @throws Failure where it cannot be written
 */
export async function writeOut(data: string | Uint8Array): Promise<void> {
  if (process.stdout.write(data)) return
  await once(process.stdout, 'drain')
}

/** A remark for the person at the terminal: never data. */
export function remark(line: string): void {
  process.stderr.write(`${printable(line)}\n`)
}

/**
 * Ends the command quietly where nobody reads its output any more (`onrecord ... | head`), and with a sentence where it
 * cannot be written.
 */
export function watchOutput(fail: (failure: Failure) => never): void {
  // nobody reads the remarks any more: the work goes on
  process.stderr.on('error', () => {})
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    fail(new Failure('output-failed', `the output cannot be written (${error.code ?? error.message})`))
  })
}
