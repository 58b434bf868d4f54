import { existsSync, renameSync, rmSync } from 'node:fs'
import { Command } from 'commander'
import { type Conflict, type Merged, mergeDesks } from '../../desk/merge.ts'
import { type OpenedDesk, openDesk } from '../../desk/open.ts'
import { Failure } from '../../record/failure.ts'
import { deskCommands } from '../lazy.ts'
import { writeOut } from '../output.ts'
import { printable } from '../show/printable.ts'

interface MergeOptions {
  desk: string
  json?: boolean
}

const HELP = `
The new desk has every report of the others once, with all readings of it, where it was taken from, and what people decided. Nothing is read
again; the others stay as they are. Of readings by several versions, that of the latest version is shown. Where two desks decided differently on a
row, both decisions are kept and the later one counts; such rows are listed.

Examples:
  onrecord merge shard1.db shard2.db shard3.db --desk all.db
  onrecord merge ilse.db dario.db --desk both.db --json   # the rows on which two people differ`

/** `onrecord merge`: brings desks together in a new one. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description(deskCommands.merge)
    .argument('<desks...>', 'the desks to bring together')
    .requiredOption('--desk <file>', 'the new desk')
    .option('--json', 'the counts, and the rows that were decided differently, as JSON')
    .addHelpText('after', HELP)
    .action(merge)
}

async function merge(files: string[], options: MergeOptions): Promise<void> {
  if (existsSync(options.desk))
    throw new Failure('bad-argument', `${options.desk} exists already; name a new file for the merged desk`)
  const making = `${options.desk}.merging`
  const remove = () => {
    for (const ending of ['', '-wal', '-shm']) rmSync(making + ending, { force: true })
  }
  const desks: OpenedDesk[] = []
  try {
    for (const file of files) desks.push(openDesk(file, { readonly: true }))
    remove()
    const into = openDesk(making, { create: true })
    let merged: Merged
    try {
      merged = await mergeDesks(desks, into)
    } finally {
      into.close()
    }
    renameSync(making, options.desk)
    await writeOut(
      options.json ? `${JSON.stringify(merged)}\n` : printable(sayMerged(merged, options.desk, files.length)),
    )
  } finally {
    for (const desk of desks) desk.close()
    remove()
  }
}

/** Most rows that are listed. */
const MOST = 20

function sayMerged(merged: Merged, file: string, count: number): string {
  const { read, kept, failed, known, readings, decisions, conflicts } = merged
  const parts = [
    `${read + kept + failed} reports of ${count} desks`,
    known > 0 && `${known} of them in several`,
    readings > 0 && `${readings} with another reader's reading`,
    `${decisions} decisions`,
  ].filter(Boolean)
  const lines = conflicts.slice(0, MOST).flatMap(sayConflict)
  if (conflicts.length > MOST) lines.push(`  and ${conflicts.length - MOST} more; --json gives all`)
  if (conflicts.length > 0)
    lines.unshift(
      `${conflicts.length} ${conflicts.length === 1 ? 'row' : 'rows'} decided differently (all decisions are kept, the last counts):`,
    )
  return `${[`${file}: ${parts.join(', ')}`, ...lines].join('\n')}\n`
}

const sayConflict = ({ key, decisions }: Conflict): string[] => [
  `  ${key}`,
  ...decisions.map(({ verdict, by, at, desk, why, mend }) =>
    [`    ${verdict}`, mend && JSON.stringify(mend), `by ${by}, ${at} (${desk})`, why && `: ${why}`]
      .filter(Boolean)
      .join(' '),
  ),
]
