#!/usr/bin/env node
/** The command `onrecord`: one file a command in `commands/`. */
import { Command, CommanderError } from 'commander'
import { Failure } from '../record/failure.ts'
import { version } from '../version.ts'
import { codeCommand } from './commands/code.ts'
import { pageCommand } from './commands/page.ts'
import { parseCommand } from './commands/parse.ts'
import { readCommand } from './commands/read.ts'
import { deskCommands, lazyCommand } from './lazy.ts'
import { remark, watchOutput } from './output.ts'

const program = new Command('onrecord')
  .description(
    'Reads news reports and puts them on record: who said what, who did what to whom, when, where, and on whose word.',
  )
  .version(version)
  .addCommand(readCommand())
  .addCommand(parseCommand())
  .addCommand(codeCommand())
  .addCommand(pageCommand())
  .addCommand(await lazyCommand('add', deskCommands.add, async () => (await import('./commands/add.ts')).addCommand()))
  .addCommand(
    await lazyCommand('merge', deskCommands.merge, async () => (await import('./commands/merge.ts')).mergeCommand()),
  )
  .addCommand(
    await lazyCommand('original', deskCommands.original, async () =>
      (await import('./commands/original.ts')).originalCommand(),
    ),
  )
  .addCommand(
    await lazyCommand('find', deskCommands.find, async () => (await import('./commands/find.ts')).findCommand()),
  )
  .addCommand(
    await lazyCommand('decide', deskCommands.decide, async () =>
      (await import('./commands/decide.ts')).decideCommand(),
    ),
  )
  .addCommand(
    await lazyCommand('score', deskCommands.score, async () => (await import('./commands/score.ts')).scoreCommand()),
  )
  .addCommand(
    await lazyCommand('join', deskCommands.join, async () => (await import('./commands/join.ts')).joinCommand()),
  )
  .addCommand(
    await lazyCommand('learn', deskCommands.learn, async () => (await import('./commands/learn.ts')).learnCommand()),
  )
  .addCommand(
    await lazyCommand('stories', deskCommands.stories, async () =>
      (await import('./commands/stories.ts')).storiesCommand(),
    ),
  )
  .addCommand(
    await lazyCommand('compare', deskCommands.compare, async () =>
      (await import('./commands/compare.ts')).compareCommand(),
    ),
  )
  .addCommand(
    await lazyCommand('check', deskCommands.check, async () => (await import('./commands/check.ts')).checkCommand()),
  )
  .addCommand(
    await lazyCommand('status', deskCommands.status, async () =>
      (await import('./commands/status.ts')).statusCommand(),
    ),
  )
  .addCommand(
    await lazyCommand('serve', deskCommands.serve, async () => (await import('./commands/serve.ts')).serveCommand()),
  )
  .addCommand(
    await lazyCommand('changes', deskCommands.changes, async () =>
      (await import('./commands/changes.ts')).changesCommand(),
    ),
  )
  .addCommand(await lazyCommand('mcp', deskCommands.mcp, async () => (await import('./commands/mcp.ts')).mcpCommand()))
  .addCommand(
    await lazyCommand('export', deskCommands.export, async () =>
      (await import('./commands/export.ts')).exportCommand(),
    ),
  )
  .addCommand(
    await lazyCommand('feed', deskCommands.feed, async () => (await import('./commands/feed.ts')).feedCommand()),
  )
  .addCommand(
    await lazyCommand('work', deskCommands.work, async () => (await import('./commands/work.ts')).workCommand()),
  )
  .addCommand(
    await lazyCommand('parked', deskCommands.parked, async () =>
      (await import('./commands/parked.ts')).parkedCommand(),
    ),
  )
  .addCommand(
    await lazyCommand('gather', deskCommands.gather, async () =>
      (await import('./commands/gather.ts')).gatherCommand(),
    ),
  )
  .addCommand(
    await lazyCommand('compact', deskCommands.compact, async () =>
      (await import('./commands/compact.ts')).compactCommand(),
    ),
  )
  .addHelpText('after', '\nExample:\n  onrecord read report.txt\n\nonrecord COMMAND --help says more of each.')
  .exitOverride()

for (const command of program.commands) command.exitOverride()

watchOutput(fail)
await program.parseAsync().catch(fail)

/** One line with a code, what is wrong and what to do; exit status 2 where the call is wrong, 1 for everything else. */
function fail(error: unknown): never {
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2)
  const code = error instanceof Failure ? error.code : 'reader-failed'
  remark(`onrecord: ${code}: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(code === 'bad-argument' ? 2 : 1)
}
