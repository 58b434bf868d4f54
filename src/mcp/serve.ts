import { setImmediate } from 'node:timers/promises'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import type { OpenedDesk } from '../desk/open.ts'
import type { Overlay } from '../lay-over.ts'
import { openReader } from '../open.ts'
import type { OpenedReader } from '../read.ts'
import { boundedLines, LONGEST_LINE } from './bounded-lines.ts'
import { createMcpServer } from './server.ts'
import type { Fault } from './tool.ts'

/**
 * Serves one assistant over standard input and output, which carry nothing but the protocol. Ends when standard input does, and answers
 * before what it was asked until then.
 *
 * @returns what ends it at once
 */
export function serveMcp(
  desk: OpenedDesk | undefined,
  remark: (line: string) => void,
  overlay?: Overlay,
): () => Promise<void> {
  const fault: Fault = (error) => remark(error instanceof Error ? (error.stack ?? error.message) : String(error))
  let opened: Promise<OpenedReader> | undefined
  const reader = () => (opened ??= openReader({ codebook: overlay }))
  const input = process.stdin.pipe(boundedLines(tooLong), { end: false })
  const transport = new StdioServerTransport(input, process.stdout)
  const { close } = serveStdio(() => createMcpServer({ desk, reader }, fault), {
    transport,
    onerror: (error) => remark(saidOf(error)),
  })
  const end = async () => {
    await close()
    desk?.close()
  }
  process.stdin.once('end', async () => {
    // Only the opening of the reader lets an answer wait; all else follows in the same turn.
    await setImmediate()
    await opened?.catch(() => {})
    await setImmediate()
    await end()
  })
  return end
}

/** Answers a request whose line is too long to be taken. */
function tooLong(id: string): void {
  const message = `input-too-large: a message may have ${LONGEST_LINE >> 20} MiB; give a text in parts, cut between paragraphs`
  process.stdout.write(`{"jsonrpc":"2.0","id":${id},"error":{"code":-32600,"message":${JSON.stringify(message)}}}\n`)
}

/** A line on what is wrong with what came in; the schemas' own account of it fills pages. */
function saidOf(error: Error): string {
  return error.name.includes('ZodError')
    ? 'something on standard input is no message of the Model Context Protocol and was passed over'
    : error.message
}
