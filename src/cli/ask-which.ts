import { namesakesOf, sayNamesakes } from '../desk/namesakes.ts'
import type { OpenedDesk } from '../desk/open.ts'
import { Failure } from '../record/failure.ts'
import type { Filter } from '../rows/filter.ts'

/**
 * Goes no further where a name of the filter is shared by several in the desk: rows of two people must not be taken for one's.
 *
 * @throws Failure `name-shared` that names them with their keys
 */
export function askWhich(desk: OpenedDesk, query: { filter?: Filter }): void {
  const [shared] = namesakesOf(desk, query)
  if (shared) throw new Failure('name-shared', sayNamesakes(shared, '--'))
}
