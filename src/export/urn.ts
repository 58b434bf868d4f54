/**
 * A name for a report or a row that is an address and the same everywhere.
 *
 * @example urnOf('row', 'r/1#s1') // 'urn:onrecord:row:r%2F1%23s1'
 */
export function urnOf(what: 'report' | 'row', id: string): string {
  return `urn:onrecord:${what}:${encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'))}`
}
