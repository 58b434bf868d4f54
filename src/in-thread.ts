import { begin } from './one-by-one.ts'
import type { ErrorCode } from './record/codes.ts'
import { Failure } from './record/failure.ts'

/** A task as a thread gets it, with the place where it says when it began. */
export interface Given<Task> {
  task: Task
  begun?: Float64Array
}

/** What a thread answers, or why it could not open what it works with: errors lose their codes between threads. */
export type Returned<Answer> = { answer: Answer } | { failed: { code: ErrorCode; message: string } }

/**
 * What a file that threads run exports: opens once what it works with, with the first task, and answers tasks with that.
 *
 * @see openThreads
 */
export function inThread<Task, Answer>(
  open: (first: Task) => Promise<(task: Task) => Answer | Promise<Answer>>,
): (given: Given<Task>) => Promise<Returned<Answer>> {
  let opened: ReturnType<typeof open> | undefined
  return async ({ task, begun }) => {
    let answer: Awaited<ReturnType<typeof open>>
    try {
      answer = await (opened ??= open(task))
    } catch (error) {
      const code = error instanceof Failure ? error.code : 'reader-failed'
      return { failed: { code, message: error instanceof Error ? error.message : String(error) } }
    }
    if (begun) begin(begun)
    return { answer: await answer(task) }
  }
}
