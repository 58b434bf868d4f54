import { McpServer } from '@modelcontextprotocol/server'
import type { OpenedDesk } from '../desk/open.ts'
import type { OpenedReader } from '../read.ts'
import { version } from '../version.ts'
import { checkTool, quoteTool } from './check.ts'
import { countTool } from './count.ts'
import { findTool } from './find.ts'
import { readTool } from './read.ts'
import { reportTool } from './report.ts'
import { INSTRUCTIONS } from './say.ts'
import { type Fault, offer } from './tool.ts'

/** What an assistant is served from. */
export interface Source {
  /** only read and check are offered where there is none */
  desk?: OpenedDesk
  /** opened when a text is first read */
  reader(): Promise<OpenedReader>
}

/** A server of the Model Context Protocol with onrecord's tools; it changes nothing, and speaks over whatever it is connected to. */
export function createMcpServer({ desk, reader }: Source, fault: Fault = () => {}): McpServer {
  const server = new McpServer({ name: 'onrecord', title: 'onrecord', version }, { instructions: INSTRUCTIONS })
  const onDesk = desk ? [findTool(desk), reportTool(desk), countTool(desk), quoteTool(desk)] : []
  const tools = [readTool(reader), ...onDesk, checkTool(reader, desk)]
  for (const tool of tools) offer(server, tool, fault, desk?.file)
  return server
}
