import { wellFormed } from '../record/well-formed.ts'
import { deskFailure } from './failure.ts'
import type { OpenedDesk } from './open.ts'

/** The desk with what SQLite says turned into failures with our codes: damage may be met first where a row is read. */
export function guarded(desk: OpenedDesk, file: string): OpenedDesk {
  const guard =
    <A extends unknown[], R>(call: (...args: A) => R) =>
    (...args: A): R => {
      try {
        return call(...args)
      } catch (error) {
        throw deskFailure(error, file)
      }
    }
  const all = function* (query: Parameters<OpenedDesk['all']>[0]) {
    try {
      yield* desk.all(query)
    } catch (error) {
      throw deskFailure(error, file)
    }
  } as OpenedDesk['all']
  return {
    ...desk,
    all,
    find: guard(desk.find) as OpenedDesk['find'],
    count: guard(desk.count),
    facets: guard(desk.facets),
    record: guard((report) => desk.record(wellFormed(report))),
    decidedRecord: guard((report) => desk.decidedRecord(wellFormed(report))),
    rightRecord: guard((report) => desk.rightRecord(wellFormed(report))),
    decisions: guard(desk.decisions),
    decide: guard(desk.decide),
  }
}
