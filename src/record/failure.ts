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
