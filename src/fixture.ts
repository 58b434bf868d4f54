import { openReader } from './open.ts'

/** The reader as it comes, opened once for all test files that a worker runs: it holds no state, so that they may share it. */
export const sharedReader = openReader()
