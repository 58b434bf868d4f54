import { Command } from 'commander'
import { openDesk } from '../../desk/open.ts'
import { serveMcp } from '../../mcp/serve.ts'
import { checkedOverlay } from '../../open-overlay.ts'
import { deskCommands } from '../lazy.ts'
import { codebookOption, secondsOption } from '../options.ts'
import { remark } from '../output.ts'

const HELP = `
An assistant starts this command by itself; docs/mcp.md says how to tell it to. It speaks the Model Context Protocol on standard input and
output, and remarks on standard error. Nothing in the desk is changed. Without --desk, only texts that the assistant gives are read.

Examples:
  onrecord mcp
  onrecord mcp --desk border.db`

/** `onrecord mcp`: reading, and a desk, for assistants that quote. */
export function mcpCommand(): Command {
  return new Command('mcp')
    .description(deskCommands.mcp)
    .option('--desk <file>', 'the desk to find in')
    .addOption(codebookOption())
    .addOption(secondsOption())
    .addHelpText('after', HELP)
    .action(mcp)
}

interface McpOptions {
  desk?: string
  codebook?: string
  reportSeconds?: number
}

async function mcp({ desk: file, codebook, reportSeconds: seconds }: McpOptions): Promise<void> {
  const overlay = await checkedOverlay(codebook)
  const desk = file === undefined ? undefined : openDesk(file, { readonly: true })
  const end = serveMcp(desk, (line) => remark(`onrecord: ${line}`), { overlay, seconds })
  const stop = () => void end().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
