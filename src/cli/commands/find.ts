import { Command, Option } from 'commander'
import { checkFits } from '../../desk/fits.ts'
import { hintsOf, sayHint } from '../../desk/hints.ts'
import { namedQuery } from '../../desk/namesakes.ts'
import { type OpenedDesk, openDesk } from '../../desk/open.ts'
import { writeCsv } from '../../export/csv.ts'
import { Failure } from '../../record/failure.ts'
import { type List, lists, type Query, querySchema, sorts } from '../../rows/filter.ts'
import { sayQuery } from '../../rows/say.ts'
import { askWhich } from '../ask-which.ts'
import { filterOf, withFilterOptions } from '../filter-options.ts'
import { deskCommands } from '../lazy.ts'
import { remark, writeOut } from '../output.ts'
import { showRows } from '../show/rows.ts'
import { terminal } from '../show/terminal.ts'

interface FindOptions {
  desk: string
  json?: boolean
  csv?: boolean
  count?: boolean
  sort?: string
  descending?: boolean
  after?: string
  limit?: string
}

const HELP = `
Each option narrows the list; given again, it allows another value. --not-OPTION excludes: --not-outlet Post. Words may be a "phrase in quotation
marks", -left out, or begin*. Where several in the desk share a name, find lists them; give the key of the one you mean: --speaker e12. Standard error repeats
in words which list was asked for.

Examples:
  onrecord find statements port strike --desk border.db
  onrecord find statements --desk border.db --speaker 'Jonas Reth' --act deny
  onrecord find events --desk border.db --type ASSAULT --word report --csv > assaults.csv
  onrecord find reports --desk border.db --words 'border "cease fire" -flood' --count`

/** `onrecord find`: rows of a desk. */
export function findCommand(): Command {
  const command = new Command('find')
    .description(deskCommands.find)
    .argument('<list>', lists.join(', '))
    .argument('[words...]', 'words to find, as --words takes them')
    .requiredOption('--desk <file>', 'the desk')
    .option('--json', 'rows as JSON, one a line')
    .option('--csv', 'rows as CSV')
    .option('--count', 'only how many there are')
    .addOption(new Option('--sort <field>', 'what to sort by').choices(sorts))
    .option('--descending', 'sort from high to low')
    .option('--after <cursor>', 'the page after this cursor, which the page before gave')
    .option('--limit <n>', 'how many rows (default: 50 in the table, all with --json and --csv)')
  return withFilterOptions(command).addHelpText('after', HELP).action(find)
}

async function find(list: string, words: string[], options: FindOptions & { words?: string }): Promise<void> {
  const typed = [options.words, ...words].filter(Boolean).join(' ')
  const query = queryOf(list, { ...options, ...(typed !== '' && { words: typed }) })
  checkFits(query, '--')
  const desk = openDesk(options.desk, { readonly: true })
  try {
    askWhich(desk, query)
    remark(`onrecord: ${sayQuery(namedQuery(desk, query))}`)
    if (options.count) {
      const count = desk.count(query)
      await writeOut(`${count}\n`)
      return count === 0 ? hint(desk, query) : undefined
    }
    let any = false
    const seen = function* <R>(rows: Iterable<R>) {
      for (const row of rows) {
        any = true
        yield row
      }
    }
    if (options.csv) {
      for (const piece of writeCsv(query.list, seen(desk.all(query)))) await writeOut(piece)
      return any ? undefined : hint(desk, query)
    }
    if (options.json) {
      for (const row of seen(desk.all(query))) await writeOut(`${JSON.stringify(row)}\n`)
      return any ? undefined : hint(desk, query)
    }
    const { rows, next } = desk.find(query)
    await writeOut(showRows(rows, terminal(), query.filter.words))
    if (rows.length === 0) hint(desk, query)
    if (next) remark(`onrecord: there are more; go on with --after ${next}`)
  } finally {
    desk.close()
  }
}

/** Says of names that nothing in the desk has which are like them. */
function hint(desk: OpenedDesk, query: Query): void {
  for (const one of hintsOf(desk, query)) remark(`onrecord: ${sayHint(one)}`)
}

function queryOf(list: string, { sort, descending, after, limit, ...options }: FindOptions): Query & { list: List } {
  const parsed = querySchema.safeParse({
    list,
    filter: filterOf(options as unknown as { [option: string]: unknown }),
    sort,
    descending,
    after,
    limit: limit === undefined ? undefined : Number(limit),
  })
  if (parsed.success) return parsed.data
  const [{ path, message }] = parsed.error.issues
  throw new Failure(
    'bad-argument',
    path[0] === 'list' ? `'${list}' is not a list; name one of ${lists.join(', ')}` : `--${path.join('-')}: ${message}`,
  )
}
