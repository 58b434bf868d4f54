import { Command } from 'commander'
import { compactLake } from '../../lake/compact.ts'
import { openLake } from '../../lake/open-lake.ts'
import { deskCommands } from '../lazy.ts'
import { writeOut } from '../output.ts'

const HELP = `
Gathering leaves a file for each run, list and day; queries are faster over few. A query that runs while parts are changed may see rows of a day twice, or
not at all: compact when nobody asks.

Example:
  onrecord compact --lake border-lake`

/** `onrecord compact`: brings the small parts of a lake together. */
export function compactCommand(): Command {
  return new Command('compact')
    .description(deskCommands.compact)
    .requiredOption('--lake <folder>', 'the lake: a folder of Parquet files (docs/lake.md)')
    .addHelpText('after', HELP)
    .action(compact)
}

async function compact({ lake: folder }: { lake: string }): Promise<void> {
  const lake = await openLake(folder, { create: false })
  try {
    const { before, after } = await compactLake(lake)
    await writeOut(before === 0 ? 'nothing to bring together\n' : `${before} files became ${after}\n`)
  } finally {
    await lake.close()
  }
}
