import { userInfo } from 'node:os'
import { Command } from 'commander'
import { openDesk } from '../../desk/open.ts'
import { Failure } from '../../record/failure.ts'
import type { Decision } from '../../rows/decision.ts'
import { deskCommands } from '../lazy.ts'
import { remark, writeOut } from '../output.ts'

interface DecideOptions {
  desk: string
  by?: string
  why?: string
  mend?: string
  brings?: string
  undo?: string
  list?: boolean
}

const verdicts = ['right', 'wrong', 'mended', 'added', 'open'] as const

const HELP = `
A key names a row: report id, '#', row id; onrecord find --json gives it. Decisions are never changed or removed: a later one takes an
earlier one's place, and 'open' takes back all of them, or with --undo one. 'added' puts in a row that the reader missed, with an id of
your own: it stands in lists, counts and exports as yours. Decisions change what find and export give, never what the machine wrote.

Examples:
  onrecord decide 'border-clash#s1n9jb7kl' right --desk border.db
  onrecord decide 'border-clash#s1n9jb7kl' mended --mend '{"act":"announce"}' --why 'a press release' --desk border.db
  onrecord decide 'border-clash#s-mine' added --mend '{"content":[{"start":10,"end":42}],"source":{"start":0,"end":4}}' --desk border.db
  onrecord decide --list --desk border.db`

/** `onrecord decide`: what a person says of a row. */
export function decideCommand(): Command {
  return new Command('decide')
    .description(deskCommands.decide)
    .argument('[key]', "the row's key")
    .argument('[verdict]', verdicts.join(', '))
    .requiredOption('--desk <file>', 'the desk')
    .option('--by <name>', 'who decides (default: your user name)')
    .option('--why <reason>', 'the reason')
    .option('--mend <json>', 'with mended: the fields of the row that change, as JSON; with added: all of them')
    .option('--brings <json>', 'entities, times and places that --mend names and the record does not have, as JSON')
    .option('--undo <id>', 'with open: take back the decision with this id alone; --list gives it')
    .option('--list', 'list the decisions on the row, or all of them, as JSON Lines')
    .addHelpText('after', HELP)
    .action(decide)
}

async function decide(key: string | undefined, verdict: string | undefined, options: DecideOptions): Promise<void> {
  const desk = openDesk(options.desk, { readonly: options.list })
  try {
    if (options.list) {
      for (const decision of desk.decisions({ key })) await writeOut(`${JSON.stringify(decision)}\n`)
      return
    }
    const decision = decisionOf(key, verdict, options)
    desk.decide([decision])
    remark(`onrecord: ${decision.key} is ${verdict}, says ${decision.by}`)
  } finally {
    desk.close()
  }
}

function decisionOf(key: string | undefined, verdict: string | undefined, options: DecideOptions): Decision {
  const { by, why, mend, brings, undo } = options
  if (key === undefined || !verdicts.includes(verdict as Decision['verdict']))
    throw new Failure(
      'bad-argument',
      `give a row's key and one of ${verdicts.join(', ')}; onrecord decide --help says more`,
    )
  return {
    key,
    verdict: verdict as Decision['verdict'],
    by: by ?? userInfo().username,
    at: new Date().toISOString(),
    ...(why !== undefined && { why }),
    ...(mend !== undefined && { mend: parse('mend', mend) }),
    ...(brings !== undefined && { brings: parse('brings', brings) }),
    ...(undo !== undefined && { undoes: undo }),
  }
}

function parse(option: string, json: string): { [field: string]: unknown } {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as { [field: string]: unknown }
  } catch {}
  throw new Failure('bad-argument', `--${option} takes an object of JSON, such as ${EXAMPLES[option]}`)
}

const EXAMPLES: { readonly [option: string]: string } = { mend: '{"act":"deny"}', brings: '{"entities":[...]}' }
