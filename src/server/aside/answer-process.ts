/**
 * A process that answers requests on a desk which it only reads: the API again, one request at a time. It is started by
 * `openAside` and ends with the process that started it.
 */
import { openDesk } from '../../desk/open.ts'
import { openReader } from '../../open.ts'
import { openChecking } from '../../open-check.ts'
import type { OpenedReader } from '../../read.ts'
import type { Check } from '../../story/check/open-check.ts'
import { createApp } from '../app.ts'
import type { AsideRequest, Begin, FromProcess, ToProcess } from './messages.ts'

let answerTo: ((request: Request) => Response | Promise<Response>) | undefined
let wanted: (() => void) | undefined

// The server ends this process; what ends the server at a terminal is sent to both.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
process.once('disconnect', () => process.exit())
process.on('message', (message: ToProcess) => {
  if ('begin' in message) answerTo = opened(message.begin)
  else if ('ask' in message) void answered(message.ask)
  else wanted?.()
})

function opened({ at, file, overlay }: Begin): typeof answerTo {
  let reader: Promise<OpenedReader> | undefined
  let checking: Promise<Check> | undefined
  const open = () => (reader ??= openReader({ codebook: overlay }))
  const app = createApp(
    {
      desk: openDesk(at, { readonly: true, name: file }),
      reader: open,
      read: async (report) => JSON.stringify((await open()).read(report)),
      check: () => (checking ??= openChecking({ codebook: overlay })),
    },
    // whoever asks was looked at by the server
    { unguarded: true, fault: (error) => void send({ fault: said(error) }) },
  )
  return (request) => app.fetch(request)
}

/** Sends the answer piece by piece, each when it is wanted; a short one in one message. */
async function answered({ method, url, headers, body }: AsideRequest): Promise<void> {
  try {
    const answer = await answerTo?.(new Request(url, { method, headers, body: body as Uint8Array<ArrayBuffer> }))
    if (!answer) throw new Error('a request came before the desk was named')
    let message: FromProcess = { head: { status: answer.status, headers: [...answer.headers] } }
    const pieces = answer.body?.getReader()
    let next = await pieces?.read()
    while (next && !next.done) {
      message.piece = next.value
      next = await pieces?.read()
      if (!next || next.done) break
      await sent(message)
      message = {}
    }
    await send({ ...message, last: true })
  } catch (error) {
    await send({ broken: said(error) })
  }
}

const said = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** Sends a piece and waits until the next is wanted. */
async function sent(message: FromProcess): Promise<void> {
  const more = new Promise<void>((go) => {
    wanted = go
  })
  await send(message)
  await more
}

const send = (message: FromProcess) => new Promise<void>((done) => process.send?.(message, undefined, {}, () => done()))
