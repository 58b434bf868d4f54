/**
 * Looks rows of a record up by their ids.
 *
 * @example byId(record.entities)(statement.speaker)?.name
 */
export function byId<Row extends { id: string }>(rows: readonly Row[]): (id: string | undefined) => Row | undefined {
  const found = new Map(rows.map((row) => [row.id, row]))
  return (id) => (id === undefined ? undefined : found.get(id))
}
