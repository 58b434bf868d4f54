import { setImmediate } from 'node:timers/promises'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { withLearned } from '../desk/coding/learned.ts'
import type { OpenedDesk } from '../desk/open.ts'
import { openReading } from '../desk/reading.ts'
import type { Overlay } from '../lay-over.ts'
import { REPORT_SECONDS } from '../one-by-one.ts'
import { openChecking } from '../open-check.ts'
import type { ReportInput } from '../record/report.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import type { Check } from '../story/check/open-check.ts'
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
  { overlay, seconds = REPORT_SECONDS }: { overlay?: Overlay; seconds?: number } = {},
): () => Promise<void> {
  const fault: Fault = (error) => remark(error instanceof Error ? (error.stack ?? error.message) : String(error))
  const reading = openReading({ time: seconds * 1000 }, () => (desk ? withLearned(desk, overlay) : overlay))
  // what is read and checked lets its answer wait
  const waited = new Set<Promise<unknown>>()
  const wait = <T>(answer: Promise<T>): Promise<T> => {
    waited.add(answer)
    answer.catch(() => {}).finally(() => waited.delete(answer))
    return answer
  }
  const read = (report: ReportInput) => wait(reading.read(report).then((json) => JSON.parse(json) as NewsRecord))
  let checking: Promise<Check> | undefined
  const check = () => wait((checking ??= openChecking({ codebook: overlay })))
  const input = process.stdin.pipe(boundedLines(tooLong), { end: false })
  const transport = new StdioServerTransport(input, process.stdout)
  const { close } = serveStdio(() => createMcpServer({ desk, read, check }, fault), {
    transport,
    onerror: (error) => remark(saidOf(error)),
  })
  const end = async () => {
    await close()
    desk?.close()
    await reading.close()
  }
  process.stdin.once('end', async () => {
    await setImmediate()
    while (waited.size > 0) {
      await Promise.allSettled(waited)
      // what follows from it follows in the same turn
      await setImmediate()
    }
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
