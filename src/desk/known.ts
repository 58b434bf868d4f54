/** The row without its fields that are null or undefined. */
export function known(row: Readonly<Record<string, unknown>>): object {
  const found: Record<string, unknown> = {}
  for (const field in row) if (row[field] !== null && row[field] !== undefined) found[field] = row[field]
  return found
}
