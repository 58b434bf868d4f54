import { type Agreement, agreementOf, type CodedTwice } from '../../coding/agreement-of.ts'
import { type CodedRow, isDisputed, type Said } from '../../coding/said.ts'
import type { EventRow, StatementRow } from '../../rows/rows.ts'
import type { OpenedDesk } from '../open.ts'
import { codedIn } from './coded-in.ts'
import { readRows, shownRows } from './read-rows.ts'

/** How far people agree on the rows of a desk that two or more of them decided. */
export function agreementIn(desk: OpenedDesk): Agreement {
  return agreementOf(codedTwice(desk))
}

function codedTwice(desk: OpenedDesk): CodedTwice[] {
  const coded = codedIn(desk)
  const twice = [...coded.values()].filter(({ said }) => said.size > 1)
  return [
    ...readRows(
      desk,
      twice.map(({ key }) => key),
    ),
  ].flatMap(({ key, list, row }) => {
    const own = coded.get(key)
    return own ? [{ ...own, list, row }] : []
  })
}

/** A row on which people disagree: what each says of it, and what was settled. */
export interface Disagreement {
  key: string
  /** as the machine read it */
  row: StatementRow | EventRow
  said: Said[]
  settled?: Said
}

/** The rows on which people disagree, report by report; those that are settled where they are asked for. */
export function disagreementsIn(desk: OpenedDesk, { settled = false }: { settled?: boolean } = {}): Disagreement[] {
  const coded = codedIn(desk)
  const disputed = [...coded.values()].filter((row) => isDisputed(row) && isSettled(row) === settled)
  const keys = disputed.map(({ key }) => key)
  return [...shownRows(desk, keys)].flatMap(({ key, shown: row }) => {
    const own = coded.get(key)
    return own ? [{ key, row, said: [...own.said.values()], ...(own.settled && { settled: own.settled }) }] : []
  })
}

/** Whether it was settled after the last of them spoke. */
const isSettled = ({ said, settled }: CodedRow): boolean =>
  settled !== undefined && [...said.values()].every(({ at }) => Date.parse(at) <= Date.parse(settled.at))
