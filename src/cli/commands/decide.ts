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
  list?: boolean
}

const verdicts = ['right', 'wrong', 'mended', 'open'] as const

const HELP = `
A key names a row: report id, '#', row id; onrecord find --json gives it. Decisions are never changed or removed: a later one takes an
earlier one's place, and 'open' takes back. They change what find and export give, never what the machine wrote.

Examples:
  onrecord decide 'border-clash#s1n9jb7kl' right --desk border.db
  onrecord decide 'border-clash#s1n9jb7kl' mended --mend '{"act":"announce"}' --why 'a press release' --desk border.db
  onrecord decide --list --desk border.db`

/** `onrecord decide`: what a person says of a row. */
export function decideCommand(): Command {
  return new Command('decide')
    .description(deskCommands.decide)
    .argument('[key]', "the row's key")
    .argument('[verdict]', verdicts.join(', '))
    .requiredOption('--desk <file>', 'the desk')
    .option('--by <name>', 'who decides; your user name where left out')
    .option('--why <reason>', 'for what reason')
    .option('--mend <json>', 'with mended: the fields of the row that change, as JSON')
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

function decisionOf(key: string | undefined, verdict: string | undefined, { by, why, mend }: DecideOptions): Decision {
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
    ...(mend !== undefined && { mend: parse(mend) }),
  }
}

function parse(mend: string): { [field: string]: unknown } {
  try {
    const value: unknown = JSON.parse(mend)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as { [field: string]: unknown }
  } catch {}
  throw new Failure('bad-argument', '--mend takes an object of JSON, such as {"act":"deny"}')
}
