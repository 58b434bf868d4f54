import { Command } from 'commander'
import { openDesk } from '../../desk/open.ts'
import { originalOf } from '../../desk/original.ts'
import { writeFileWhole } from '../../export/save.ts'
import { deskCommands } from '../lazy.ts'
import { remark, writeOut } from '../output.ts'

interface OriginalOptions {
  desk: string
  out: string
  json?: boolean
}

const HELP = `
The bytes are those that the report was taken from, whole: the page, the file, the line, the row as JSON, the whole feed. Their SHA-256, where and when they
were taken, and what read them, are printed on standard error; --json prints only these.

Examples:
  onrecord original port-reopens --desk border.db --out port-reopens.html
  onrecord original port-reopens --desk border.db | sha256sum`

/** `onrecord original`: the bytes that a report was taken from. */
export function originalCommand(): Command {
  return new Command('original')
    .description(deskCommands.original)
    .argument('<report>', "the report's id")
    .requiredOption('--desk <file>', 'the desk')
    .option('--out <file>', 'the file to write, or - for standard output', '-')
    .option('--json', 'what is known of the bytes, and not the bytes')
    .addHelpText('after', HELP)
    .action(original)
}

async function original(id: string, { desk: file, out, json }: OriginalOptions): Promise<void> {
  const desk = openDesk(file, { readonly: true })
  try {
    const { bytes, ...about } = originalOf(desk.db, id)
    if (json) {
      await writeOut(`${JSON.stringify(about)}\n`)
      return
    }
    const { from, member, at, sha256, size, reader } = about
    const by = reader ? `, read by onrecord ${reader.version} (codebook ${reader.codebook.slice(0, 8)})` : ''
    remark(`onrecord: ${size} bytes, SHA-256 ${sha256}, taken at ${at} from ${from}${member ? `, ${member}` : ''}${by}`)
    if (out === '-') await writeOut(bytes)
    else await writeFileWhole(out, [bytes])
  } finally {
    desk.close()
  }
}
