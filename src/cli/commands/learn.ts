import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { Command, Option } from 'commander'
import { applyCurve, calibrationsIn } from '../../desk/coding/curves.ts'
import { learnedTables } from '../../desk/coding/learned.ts'
import { suggestionsIn } from '../../desk/coding/suggestions.ts'
import { takeSuggestion } from '../../desk/coding/take-suggestion.ts'
import type { CurvedList } from '../../desk/curve.ts'
import { type OpenedDesk, openDesk } from '../../desk/open.ts'
import { openReader } from '../../open.ts'
import { Failure } from '../../record/failure.ts'
import { deskCommands } from '../lazy.ts'
import { remark, writeOut } from '../output.ts'
import { sayCalibration, saySuggestion } from '../show/learning.ts'
import { printable } from '../show/printable.ts'

interface LearnOptions {
  desk: string
  accept?: string[]
  decline?: string[]
  reopen?: string[]
  apply?: CurvedList
  unapply?: CurvedList
  by?: string
  out?: string
  json?: boolean
}

const HELP = `
Without more the command says two things. How well the reader's confidence fits this desk, told on decided rows that a curve was not made from, of those that were drawn by lot
(see onrecord score); and which rows for the codebook the decisions speak for. Nothing is changed by that.

--apply has lists, filters and tables of the desk give confidences under the curve; records keep the reader's own. An accepted suggestion is laid over the codebook
when reports of the desk are next read, with onrecord add or in the page: onrecord add --again reads all of them anew. Records then name it in reader.codebook.

Examples:
  onrecord learn --desk border.db
  onrecord learn --desk border.db --apply statements
  onrecord learn --desk border.db --accept 3f2a1b7 --accept 9c0d4e2 --by 'Ilse Marek'
  onrecord add --again --desk border.db
  onrecord learn --desk border.db --out my-codebook   # for onrecord read --codebook my-codebook`

const more = (value: string, before: string[] = []) => [...before, value]
const lists = ['statements', 'events'] as const

/** `onrecord learn`: what a desk's decisions teach, and what a person has it learn. */
export function learnCommand(): Command {
  return new Command('learn')
    .description(deskCommands.learn)
    .requiredOption('--desk <file>', 'the desk')
    .option('--accept <id>', 'accept a suggestion; may be given again', more)
    .option('--decline <id>', 'decline a suggestion; may be given again', more)
    .option('--reopen <id>', 'take back what was said of a suggestion; may be given again', more)
    .addOption(new Option('--apply <list>', 'give confidences of a list under the curve').choices(lists))
    .addOption(new Option('--unapply <list>', "give the reader's own confidences again").choices(lists))
    .option('--by <name>', 'who says so (default: your user name)')
    .option('--out <dir>', 'write the accepted rows as a folder for --codebook; it must be empty, or not there')
    .option('--json', 'as JSON')
    .addHelpText('after', HELP)
    .action(learn)
}

async function learn(options: LearnOptions): Promise<void> {
  const { desk: file, out, json } = options
  const said = takingsOf(options)
  const changes = said.length > 0 || options.apply !== undefined || options.unapply !== undefined
  const desk = openDesk(file, { readonly: !changes })
  try {
    const { parse } = await openReader()
    const by = options.by ?? userInfo().username
    const at = new Date().toISOString()
    for (const { id, verdict } of said) {
      const { line } = await takeSuggestion(desk, parse, { id, verdict, by, at })
      remark(`onrecord: ${id} is ${verdict}, says ${by}: ${line.replaceAll('\t', ' | ')}`)
    }
    for (const [list, apply] of [
      [options.apply, true],
      [options.unapply, false],
    ] as const)
      if (list) applyCurve(desk, { list, apply, by, at })
    if (out !== undefined) writeTables(desk, out)
    const calibrations = calibrationsIn(desk)
    const suggestions = suggestionsIn(desk, parse)
    const text = json
      ? JSON.stringify({ calibrations, suggestions }, null, 2)
      : printable([...calibrations.flatMap(sayCalibration), ...suggestions.flatMap(saySuggestion)].join('\n'))
    await writeOut(`${text}\n`)
    if (suggestions.length === 0 && !json)
      remark('onrecord: no decisions speak for a row of the codebook, or too few do')
  } finally {
    desk.close()
  }
}

const takingsOf = ({ accept = [], decline = [], reopen = [] }: LearnOptions) => [
  ...accept.map((id) => ({ id, verdict: 'accepted' as const })),
  ...decline.map((id) => ({ id, verdict: 'declined' as const })),
  ...reopen.map((id) => ({ id, verdict: 'open' as const })),
]

function writeTables(desk: OpenedDesk, folder: string): void {
  const tables = Object.entries(learnedTables(desk.db))
  if (tables.length === 0) throw new Failure('bad-argument', 'no suggestion is accepted, so there is nothing to write')
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Failure('bad-argument', `${folder} is there and not empty; name a new folder`)
  for (const [file, text] of tables) {
    const at = join(folder, file)
    mkdirSync(dirname(at), { recursive: true })
    writeFileSync(at, `# Accepted on ${desk.file}; onrecord learn says by whom, and why.\n${text}`)
  }
  remark(`onrecord: ${tables.map(([file]) => join(folder, file)).join(', ')} written`)
}
