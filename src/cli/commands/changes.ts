import { Argument, Command } from 'commander'
import { openDesk } from '../../desk/open.ts'
import { type Followed, followed, rowChanges } from '../../export/changes.ts'
import { batched, writeFileWhole } from '../../export/save.ts'
import { deskCommands } from '../lazy.ts'
import { writeOut } from '../output.ts'

const HELP = `
A JSON object a line: {"change": "added" or "changed", "list", "key", "row"} with the columns of onrecord export --format jsonl, or {"change": "gone", "list", "key"}; the last line,
{"change": "end", "next"}, says what to ask with the next time. Put what is added and changed under its key, take away what is gone; the same change may come
twice. Rows are gone that people decided are wrong, and those that a later reading no longer has. Without --since all rows are added.

Examples:
  onrecord changes --desk border.db > first.jsonl
  onrecord changes statements --desk border.db --since "$(tail -1 first.jsonl | jq -r .next)"
  onrecord changes --desk border.db --since 2025-03-14T08:00:00Z`

interface ChangesOptions {
  desk: string
  since?: string
  out: string
}

/** `onrecord changes`: what came, changed and went in a desk, for whoever keeps a copy. */
export function changesCommand(): Command {
  return new Command('changes')
    .description(deskCommands.changes)
    .addArgument(new Argument('[list]', 'whose changes; of all three where left out').choices(followed))
    .requiredOption('--desk <file>', 'the desk')
    .option('--since <when>', "'next' of an earlier answer, or a moment or day, ISO 8601")
    .option('--out <path>', 'the file to write, or - for standard output', '-')
    .addHelpText('after', HELP)
    .action(run)
}

async function run(list: Followed | undefined, { desk: file, since, out }: ChangesOptions): Promise<void> {
  const desk = openDesk(file, { readonly: true })
  try {
    // one moment, however long it takes
    desk.db.exec('BEGIN')
    const lines = linesOf(rowChanges(desk, since, list && [list]))
    if (out === '-') for (const bytes of batched(lines)) await writeOut(bytes)
    else await writeFileWhole(out, lines)
  } finally {
    desk.close()
  }
}

function* linesOf(values: Iterable<object>): Generator<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`
}
