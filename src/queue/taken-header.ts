import type { TakenReport } from '../intake/taken.ts'
import type { Message } from './client.ts'
import { TAKEN } from './feed.ts'

/** Where a report was taken from, as whoever put it in says; nothing where a program that does not say so put it in. */
export function takenHeader({
  headers,
}: Pick<Message, 'headers'>): Pick<TakenReport, 'from' | 'member' | 'takenAt'> | undefined {
  try {
    const taken = JSON.parse(decodeURIComponent(headers?.get(TAKEN) ?? ''))
    return typeof taken.from === 'string' && typeof taken.takenAt === 'string' ? taken : undefined
  } catch {
    return undefined
  }
}
