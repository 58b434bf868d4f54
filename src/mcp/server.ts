import { McpServer } from '@modelcontextprotocol/server'
import type { OpenedDesk } from '../desk/open.ts'
import type { ReportInput } from '../record/report.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import type { Check } from '../story/check/open-check.ts'
import { version } from '../version.ts'
import { checkTool, quoteTool } from './check.ts'
import { countTool } from './count.ts'
import { findTool } from './find.ts'
import { readTool } from './read.ts'
import { reportTool } from './report.ts'
import { INSTRUCTIONS } from './say.ts'
import { compareTool, storiesTool } from './stories.ts'
import { type Fault, offer } from './tool.ts'

/** What an assistant is served from. */
export interface ServedFrom {
  /** only read and check are offered where there is none */
  desk?: OpenedDesk
  /** @throws Failure `read-too-long`, `read-too-much` or `reader-failed` */
  read(report: ReportInput): Promise<NewsRecord>
  /** opened when a draft is first checked */
  check(): Promise<Check>
}

/** A server of the Model Context Protocol with onrecord's tools; it changes nothing, and speaks over whatever it is connected to. */
export function createMcpServer({ desk, read, check }: ServedFrom, fault: Fault = () => {}): McpServer {
  const server = new McpServer({ name: 'onrecord', title: 'onrecord', version }, { instructions: INSTRUCTIONS })
  const onDesk = desk
    ? [findTool(desk), reportTool(desk), countTool(desk), quoteTool(desk), storiesTool(desk), compareTool(desk)]
    : []
  const tools = [readTool(read), ...onDesk, checkTool({ read, check }, desk)]
  for (const tool of tools) offer(server, tool, fault, desk?.file)
  return server
}
