/** A process of a server for tests: `/api/dear` is worked at without end, `/api/dead` ends it, `/api/long.csv` has no end, all else is answered. */
import type { FromProcess, ToProcess } from './messages.ts'

process.once('disconnect', () => process.exit())
process.on('message', (message: ToProcess) => {
  if ('begin' in message) return
  const path = 'ask' in message ? new URL(message.ask.url).pathname : ''
  if (path === '/api/dear') for (;;) Math.random()
  if (path === '/api/dead') process.exit(7)
  const head = 'ask' in message ? { status: 200, headers: [] } : undefined
  const last = 'ask' in message && path !== '/api/long.csv'
  process.send?.({ head, piece: Buffer.from(`${process.pid}\n`), last } satisfies FromProcess)
})
