/**
 * A migration that gives a table further columns for a field, which then never change, as the others do not. Rows that are there have none.
 *
 * @param columns each column's name and SQL type
 * @example addColumns('statements', 'lead', { lead_start: 'INTEGER', lead_end: 'INTEGER' })
 */
export function addColumns(table: string, field: string, columns: { readonly [name: string]: string }): string {
  const added = Object.entries(columns).map(([name, type]) => `ALTER TABLE ${table} ADD COLUMN "${name}" ${type};`)
  const names = Object.keys(columns).map((name) => `"${name}"`)
  return `${added.join('\n')}
CREATE TRIGGER ${table}_${field}_stays BEFORE UPDATE OF ${names.join(', ')} ON ${table} BEGIN SELECT RAISE(ABORT, '${table} are never changed'); END;`
}
