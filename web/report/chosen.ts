import { type Address, currentAddress, navigate } from '../router.ts'

/** The row that is looked at: it stands in the address, so that it can be kept and sent. */
export interface Chosen {
  row: string | undefined
  /** what the address names as a row, where the report has no such row */
  missing?: string
  /** as it is at this moment: keys can come faster than the view is drawn */
  now(): string | undefined
  choose(row: string | undefined): void
  /** goes to a row after or before it, among those that are listed */
  step(by: 1 | -1, listed: readonly { id: string }[]): void
}

export function chosenOf(address: Address, rows: readonly { id: string }[]): Chosen {
  const known = (id: string) => (rows.some((row) => row.id === id) ? id : undefined)
  const now = () => known(currentAddress().hash)
  const choose = (row: string | undefined) => {
    const query = address.query.toString()
    const hash = row === undefined ? '' : `#${encodeURIComponent(row)}`
    navigate(`${address.path}${query === '' ? '' : `?${query}`}${hash}`, { replace: true })
  }
  const step: Chosen['step'] = (by, listed) => {
    const row = now()
    const at = listed.findIndex(({ id }) => id === row)
    const next = listed[at === -1 ? (by === 1 ? 0 : listed.length - 1) : at + by]
    if (next) choose(next.id)
  }
  const row = known(address.hash)
  return { row, ...(address.hash !== '' && !row && { missing: address.hash }), now, choose, step }
}
