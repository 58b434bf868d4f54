import { userInfo } from 'node:os'
import { Command } from 'commander'
import { allJoined, type Joined, joiningsOf, joinNamed, partNamed } from '../../desk/join.ts'
import { openDesk } from '../../desk/open.ts'
import { Failure } from '../../record/failure.ts'
import { deskCommands } from '../lazy.ts'
import { remark, writeOut } from '../output.ts'
import { printable } from '../show/printable.ts'

interface JoinOptions {
  desk: string
  part?: boolean
  list?: boolean
  by?: string
  why?: string
  json?: boolean
}

const HELP = `
Lists, counts, pictures, searches and tables then tell of both under the second name, in reports that come later too; a search by either finds all. Records keep
the names as they were read. What was said is never removed: --part says that the name is its own again. Where several are called so, the key says who is meant:
onrecord find entities --json gives it.

Examples:
  onrecord join 'Darius Ven' 'Dario Venn' --desk border.db --why 'two spellings'
  onrecord join e40 e12 --desk border.db
  onrecord join --part 'Darius Ven' --desk border.db
  onrecord join --list --desk border.db`

/** `onrecord join`: says that two names are one's. */
export function joinCommand(): Command {
  return new Command('join')
    .description(deskCommands.join)
    .argument('[who]', 'a name that is another’s, or a key')
    .argument('[same-as]', 'the name that both then have, or a key')
    .requiredOption('--desk <file>', 'the desk')
    .option('--part', 'the name is its own again')
    .option('--list', 'list who has further names')
    .option('--by <name>', 'who says so (default: your user name)')
    .option('--why <reason>', 'the reason')
    .option('--json', 'with --list: all that was said, a line each, as JSON')
    .addHelpText('after', HELP)
    .action(join)
}

async function join(who: string | undefined, sameAs: string | undefined, options: JoinOptions): Promise<void> {
  const { list, part, json, why } = options
  const desk = openDesk(options.desk, { readonly: list })
  const saying = {
    by: options.by ?? userInfo().username,
    at: new Date().toISOString(),
    ...(why !== undefined && { why }),
  }
  try {
    if (list) {
      const lines = json ? joiningsOf(desk).map((one) => JSON.stringify(one)) : allJoined(desk).flatMap(sayJoined)
      if (lines.length > 0) await writeOut(json ? `${lines.join('\n')}\n` : printable(`${lines.join('\n')}\n`))
      else remark('onrecord: nobody was joined with another')
    } else if (part && who !== undefined && sameAs === undefined) {
      partNamed(desk, who, saying)
      remark(`onrecord: ${who} is a name of its own again, says ${saying.by}`)
    } else if (!part && who !== undefined && sameAs !== undefined)
      await writeOut(printable(`${sayJoined(joinNamed(desk, who, sameAs, saying)).join('\n')}\n`))
    else
      throw new Failure('bad-argument', 'give two names, or one with --part, or --list; onrecord join --help says more')
  } finally {
    desk.close()
  }
}

const sayJoined = ({ key, name, also }: Joined): string[] => [
  `${name} (${key})`,
  ...also.map((one) => `  also ${one.name} (${one.key}), says ${one.by}, ${one.at}${one.why ? `: ${one.why}` : ''}`),
]
