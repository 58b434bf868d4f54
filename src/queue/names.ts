import { sha256 } from '../intake/taking.ts'
import { Failure } from '../record/failure.ts'
import type { ReportInput } from '../record/report.ts'

/** The streams of one queue, and the subjects in them; the last part of a subject is the report's key. */
export interface Names {
  /** reports that wait to be read: each goes to one worker and goes when it is read */
  reports: StreamPlace
  /** their records, which stay */
  records: StreamPlace
  /** reports that no worker came through with, each with the reason */
  parked: StreamPlace
}

export interface StreamPlace {
  stream: string
  /** before the key */
  subject: string
}

/**
 * What the streams of a queue are called: NAME, NAME-records and NAME-parked.
 *
 * @throws Failure `bad-argument` where NATS would not take the name
 */
export function queueNames(queue: string): Names {
  if (!/^[\w-]{1,64}$/.test(queue))
    throw new Failure('bad-argument', `--stream takes letters, digits, '-' and '_', not '${queue}'`)
  return {
    reports: { stream: queue, subject: `${queue}.todo.` },
    records: { stream: `${queue}-records`, subject: `${queue}.records.` },
    parked: { stream: `${queue}-parked`, subject: `${queue}.parked.` },
  }
}

/** What tells a report from all others: its id with its text. Put in again it has the same key, and a correction another. */
export const queueKey = ({ id, text }: Pick<ReportInput, 'id' | 'text'>): string =>
  sha256(`${id}\0${sha256(text)}`).slice(0, 32)

/** The key at the end of a subject. */
export const keyIn = (subject: string): string => subject.slice(subject.lastIndexOf('.') + 1)
