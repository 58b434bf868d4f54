import { Failure } from '../record/failure.ts'
import type { Filter } from '../rows/filter.ts'

/** Most values of one field: a question with more is a list to be matched, not a question. */
const MOST = 100

/** @throws Failure `bad-argument` where a field has too many values */
export function checkSizes({ not = {}, ...own }: Filter): void {
  const long = [own, not].flatMap(Object.entries).find(([, values]) => Array.isArray(values) && values.length > MOST)
  if (long) throw new Failure('bad-argument', `filter.${long[0]}: at most ${MOST} values; ask in several calls`)
}
