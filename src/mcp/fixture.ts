import { type CallToolResult, Client, InMemoryTransport } from '@modelcontextprotocol/client'
import type { OpenedDesk } from '../desk/open.ts'
import { sharedReader } from '../fixture.ts'
import type { ReportInput } from '../record/report.ts'
import { createMcpServer } from './server.ts'
import type { Fault } from './tool.ts'

/** The tools that are offered over a desk, in their order. */
export const deskTools = ['read', 'find', 'report', 'count', 'quote', 'stories', 'compare', 'check']

/** An assistant's side of a server in the same process. */
export async function connected(desk?: OpenedDesk, fault?: Fault): Promise<Client> {
  const [near, far] = InMemoryTransport.createLinkedPair()
  const read = async (report: ReportInput) => (await sharedReader).read(report)
  const check = async () => (await sharedReader).check
  await createMcpServer({ desk, read, check }, fault).connect(far)
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(near)
  return client
}

/** An answer as its text has it, which must be what its data have. */
export function answerOf({ content: [first], structuredContent, isError }: CallToolResult) {
  const answer = JSON.parse(first?.type === 'text' ? first.text : '')
  if (!isError && JSON.stringify(answer) !== JSON.stringify(structuredContent)) throw new Error('text and data differ')
  return answer
}

/** Everything in an answer that says it stands somewhere in a text. */
export function quotesIn(value: unknown): { start: number; end: number; text: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'start' in value && 'end' in value ? [value as { start: number; end: number; text: string }] : []
  return [...own, ...Object.values(value).flatMap(quotesIn)]
}
