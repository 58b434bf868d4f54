import { Command } from 'commander'

/** The commands that load more than reading needs (SQLite, the filter's schema), and what each does, in a line. */
export const deskCommands = {
  add: 'add reports to a desk, and read them',
  merge: 'bring desks together in a new one, with all that people decided',
  original: 'give back the bytes that a report was taken from',
  find: 'find statements, events, reports or entities of a desk',
  decide: 'say of a row that it is right, wrong, or mended',
  score: 'say how right a desk is, against gold and by what people decided, and how far they agree',
  join: 'say that two names are one’s, for lists, counts and searches of a desk',
  learn: 'have a desk learn from what people decided: confidences, and rows for its codebook',
  stories: 'group the reports of a desk that tell of the same happenings',
  compare: 'lay reports side by side: what each says happened, on whose word, and where they differ',
  check: 'check the quotations of a draft against its sources',
  status: 'what a desk holds, how it was read, what failed and why',
  serve: 'open a desk as a page and an HTTP API',
  mcp: 'serve an assistant over the Model Context Protocol, so that it quotes with offsets',
  changes: 'what came, changed and went in a desk since a time, for whoever keeps a copy',
  feed: 'put reports into a queue, for workers on other machines to read',
  work: 'read what waits in a queue, as one of its workers',
  parked: 'reports of a queue that no worker could read, and why',
  gather: 'bring the records of a queue into a desk, or a lake of Parquet files',
  compact: 'bring the small files of a lake together',
  export: "write a desk's rows or records in the formats that other tools read",
} as const

/**
 * A command that is loaded only when it is the one that is called; else only its name and description stand there.
 */
export async function lazyCommand(
  name: string,
  description: string,
  load: () => Promise<Command>,
  args: readonly string[] = process.argv.slice(2),
): Promise<Command> {
  return args.slice(0, 2).includes(name) ? load() : new Command(name).description(description)
}
