import { Command } from 'commander'

/** What `onrecord export` does, in a line. */
export const exportSays = "write a desk's rows or records in the formats that other tools read"

/**
 * A command that loads more than reading needs (SQLite, the filter's schema): only its name and description stand there, unless it is the one
 * that is called.
 */
export async function lazyCommand(
  name: string,
  description: string,
  load: () => Promise<Command>,
  args: readonly string[] = process.argv.slice(2),
): Promise<Command> {
  return args.slice(0, 2).includes(name) ? load() : new Command(name).description(description)
}
