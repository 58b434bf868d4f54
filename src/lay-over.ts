import { meant, nearest } from './codebook/nearest.ts'
import type { Table } from './codebook/table.ts'
import { tables } from './codebook/tables.ts'
import { Failure } from './record/failure.ts'
import { parseTable, type Resources } from './resources.ts'

/** Tables to lay over the codebook: the text of each by its file's name, such as 'event/verbs.tsv'. */
export type Overlay = Readonly<Record<string, string>>

/** Most faults that one error lists. */
const MOST = 20

/**
 * The package's files with tables laid over the codebook. A row is added; one with the key of a row of the package takes its place. A
 * row that begins with '!' takes away what its fields name.
 *
 * @param folder where the tables lie, for errors
 * @throws Failure `codebook-unfit`, which lists file, line, what is wrong and the way out
 * @example layOver(resources, { 'event/verbs.tsv': 'surveil\t-\tCOERCE\t-\tobj\n!blast\n' })
 */
export function layOver(resources: Resources, overlay: Overlay, folder = ''): Resources {
  const faults: string[] = []
  const laid = new Map<string, Laid>()
  for (const [file, text] of Object.entries(overlay)) {
    const problem = strange(file)
    if (problem) faults.push(`${file}: ${problem}`)
    else laid.set(`codebook/${file}`, lay(resources.text(`codebook/${file}`), text, tables[file]))
  }
  const over: Resources = {
    bytes: (path) => (laid.has(path) ? new TextEncoder().encode(laid.get(path)!.text) : resources.bytes(path)),
    has: (path) => resources.has?.(path) ?? false,
    text: (path) => laid.get(path)?.text ?? resources.text(path),
  }
  for (const file of Object.keys(overlay)) {
    const found = laid.get(`codebook/${file}`)
    if (found)
      faults.push(
        ...[...found.faults, ...unfit(over, file, found.added)].map(({ line, says }) => `${file}:${line}: ${says}`),
      )
  }
  if (faults.length > 0) throw new Failure('codebook-unfit', listed(faults.map((fault) => inFolder(folder, fault))))
  return over
}

const inFolder = (folder: string, fault: string) => (folder === '' ? fault : `${folder.replace(/\/$/, '')}/${fault}`)

function listed(faults: readonly string[]): string {
  if (faults.length === 1) return faults[0]
  const more = faults.length > MOST ? [`and ${faults.length - MOST} more`] : []
  return [`${faults.length} faults`, ...faults.slice(0, MOST), ...more].join('\n  ')
}

/** What is wrong with a file's name, if anything. */
function strange(file: string): string | undefined {
  const table = tables[file]
  if (table?.of === 'reading') return undefined
  if (table) return 'only exports read this table, and none is laid over theirs; leave it out'
  const known = Object.keys(tables).filter((name) => tables[name].of === 'reading')
  const last = file.slice(file.lastIndexOf('/') + 1)
  const near = known.find((name) => name.endsWith(`/${last}`)) ?? nearest(file, known) ?? nearest(last, known)
  return `the codebook has no such table${near ? ` (did you mean '${near}'?)` : ''}; name the file as codebook/ does`
}

interface Row {
  line: number
  fields: string[]
}

interface Fault {
  line: number
  says: string
}

interface Laid {
  text: string
  added: Row[]
  faults: Fault[]
}

function lay(base: string, text: string, table: Table): Laid {
  const faults: Fault[] = []
  const rows = rowsOf(text)
  const added = rows.filter(({ fields }) => !fields[0].startsWith('!'))
  let kept = parseTable(base)
  faults.push(...strangeSets(added, kept, table))
  for (const { line, fields } of rows) {
    if (!fields[0].startsWith('!')) continue
    const wanted = [fields[0].slice(1).trim(), ...fields.slice(1)]
    const left = without(kept, wanted, table)
    if (left === undefined) faults.push({ line, says: noSuchRow(wanted, kept, table) })
    else kept = left
  }
  faults.push(...repeated(added, table))
  const own = added.map(({ fields }) => fields)
  if (table.key.by === 'fields') kept = withoutKeys(kept, own, table.key.count)
  // sets grow at their end, so that their order stays; all else goes first, where the earlier of two rows wins
  const all = table.key.by === 'set' ? [...kept, ...own] : [...own, ...kept]
  return { text: all.map((fields) => `${fields.join('\t')}\n`).join(''), added, faults }
}

function rowsOf(text: string): Row[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, i) => parseTable(line).map((fields) => ({ line: i + 1, fields })))
}

const keyOf = (fields: readonly string[], count: number) => fields.slice(0, count).join('\t')

function withoutKeys(rows: string[][], own: readonly string[][], count: number): string[][] {
  const keys = new Set(own.map((fields) => keyOf(fields, count)))
  return rows.filter((fields) => !keys.has(keyOf(fields, count)))
}

/** A row of the overlay that says again what an earlier one of it has said. */
function repeated(rows: readonly Row[], { key }: Table): Fault[] {
  if (key.by !== 'fields') return []
  const first = new Map<string, number>()
  return rows.flatMap(({ line, fields }) => {
    const own = keyOf(fields, key.count)
    const before = first.get(own)
    if (before === undefined) first.set(own, line)
    return before === undefined
      ? []
      : [{ line, says: `line ${before} has a row of the same key already; leave one out` }]
  })
}

/** Rows of a table of fixed sets that name none of them. */
function strangeSets(rows: readonly Row[], known: readonly string[][], { key }: Table): Fault[] {
  if (key.by !== 'set' || !key.fixed) return []
  const names = known.map(([name]) => name)
  return rows.flatMap(({ line, fields: [name] }) =>
    names.includes(name) ? [] : [{ line, says: `no step of reading asks for the list '${name}'${meant(name, names)}` }],
  )
}

/** The rows without what a '!' row names; undefined where there is no such thing. */
function without(rows: string[][], wanted: readonly string[], { key }: Table): string[][] | undefined {
  const left =
    key.by === 'fields'
      ? rows.filter((fields) => !wanted.slice(0, key.count).every((field, i) => fields[i] === field))
      : key.by === 'set'
        ? withoutWords(rows, wanted, key.fixed)
        : withoutNames(rows, wanted[0], key.column, key.by)
  return left.length === rows.length && left.every((fields, i) => fields === rows[i]) ? undefined : left
}

/** Without words of a set, or without all of them where none are named; a fixed set then stays, empty. */
function withoutWords(rows: string[][], [name, words = '']: readonly string[], fixed = false): string[][] {
  const gone = new Set(words.split(' '))
  return rows.flatMap((fields) => {
    if (fields[0] !== name) return [fields]
    const left = words === '' ? [] : fields[1].split(' ').filter((word) => !gone.has(word))
    if (words !== '' && left.length === fields[1].split(' ').length) return [fields]
    return left.length === 0 && !fixed ? [] : [[name, left.join(' '), ...fields.slice(2)]]
  })
}

/** Without one word, or without all the spellings of a name that has this one. */
function withoutNames(rows: string[][], name: string, column: number, by: 'names' | 'items'): string[][] {
  return rows.flatMap((fields) => {
    const parts = fields[column].split(by === 'names' ? ';' : '|')
    const left = parts.filter((part) => !(by === 'names' ? part.split('|') : [part]).includes(name))
    if (left.length === parts.length) return [fields]
    return left.length === 0 ? [] : [fields.with(column, left.join(by === 'names' ? ';' : '|'))]
  })
}

function noSuchRow(wanted: readonly string[], rows: readonly string[][], { columns, key }: Table): string {
  const column = key.by === 'names' || key.by === 'items' ? key.column : 0
  const known = rows.flatMap((fields) => (column === 0 ? [fields[0]] : fields[column].split(/[;|]/)))
  const advice = known.includes(wanted[0]) ? '' : meant(wanted[0], known)
  const named =
    key.by === 'fields'
      ? columns
          .slice(0, key.count)
          .map(({ name }) => name)
          .join(', ')
      : columns[column].name
  return `there is no row '${wanted.join(' ')}' to take away${advice}; after '!' stands ${named}`
}

/** What added rows hold that their columns do not allow. */
function unfit(resources: Resources, file: string, rows: readonly Row[]): Fault[] {
  const { columns, key } = tables[file]
  const keys = key.by === 'fields' ? key.count : key.by === 'set' ? 1 : 0
  const parsed = new Map<string, string[][]>()
  const rowsIn = (name: string) => {
    const known = parsed.get(name) ?? parseTable(resources.text(`codebook/${name}`))
    parsed.set(name, known)
    return known
  }
  const least = columns.filter(({ optional }) => !optional).length
  return rows.flatMap(({ line, fields }) => {
    if (fields.length < least || fields.length > columns.length) return [{ line, says: wrongCount(fields, file) }]
    for (const [i, value] of fields.entries()) {
      const { name, check, optional } = columns[i]
      if (value === '' && i < keys) return [{ line, says: `${name} is empty, and the row is named by it` }]
      const problem = value === '' && optional ? undefined : check?.(value, fields, rowsIn)
      if (problem) return [{ line, says: `${name} '${value}' ${problem}` }]
    }
    return []
  })
}

function wrongCount(fields: readonly string[], file: string): string {
  const { columns } = tables[file]
  const names = columns.map(({ name, optional }) => (optional ? `${name} (may be left out)` : name)).join(', ')
  const how = fields.length === 1 ? 'one field' : `${fields.length} fields`
  const hint = fields.length === 1 && columns.length > 1 ? '; fields are parted by tabs, not by spaces' : ''
  return `${how} where the columns are ${names}${hint}`
}
