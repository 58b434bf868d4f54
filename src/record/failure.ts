import type { ErrorCode } from './codes.ts'

/** Something that a command or a line cannot go on from: a code of `errorCodes`, what is wrong, and what to do. */
export class Failure extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'Failure'
    this.code = code
  }
}

/**
 * The same error with a code of `errorCodes`: for calls of the library whose argument is wrong, which throw a `TypeError` or `RangeError`.
 *
 * @example throw withCode('bad-argument', new TypeError('report.text must be a string; decode bytes as UTF-8 first'))
 */
export function withCode<E extends Error>(code: ErrorCode, error: E): E & { readonly code: ErrorCode } {
  return Object.assign(error, { code })
}
