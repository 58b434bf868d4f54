import { type ServerType, serve } from '@hono/node-server'
import { withLearned } from '../desk/coding/learned.ts'
import type { OpenedDesk } from '../desk/open.ts'
import { openReading } from '../desk/reading.ts'
import type { Overlay } from '../lay-over.ts'
import { openReader } from '../open.ts'
import { openChecking } from '../open-check.ts'
import type { OpenedReader } from '../read.ts'
import { Failure } from '../record/failure.ts'
import type { Check } from '../story/check/open-check.ts'
import { type AppOptions, createApp } from './app.ts'
import { type AsideOptions, openAside } from './aside/open-aside.ts'
import { isLoopback } from './hosts.ts'
import { isToken } from './security.ts'

export interface ServeOptions extends AppOptions {
  host?: string
  /** 0 for any that is free */
  port?: number
  /** tables that are laid over the codebook of the reader */
  overlay?: Overlay
  /** how long a question may take, and how many are answered at once */
  aside?: AsideOptions
  /** in milliseconds: how long a request's head, and all of it, may take to come, and how long a connection may lie idle */
  bounds?: typeof BOUNDS
}

/** A server that listens. */
export interface Serving {
  url: string
  /** ends gracefully: answers under way are finished, the desk is closed */
  stop(): Promise<void>
}

/** How long answers under way may take to end, in milliseconds. */
const PATIENCE = 5000

/** How long a request's head, and all of it, may take to come, and how long a connection may lie idle, in milliseconds. */
const BOUNDS = { head: 10_000, request: 30_000, idle: 120_000 }

/**
 * Serves a desk: the API and the page.
 *
 * @throws Failure `port-taken` where another program listens there, `token-missing` where others than this machine reach it and there is no token
 */
export async function serveDesk(
  desk: OpenedDesk,
  { host = '127.0.0.1', port = 0, bounds = BOUNDS, overlay, aside, ...options }: ServeOptions = {},
): Promise<Serving> {
  const { token, people = [] } = options
  if (token === undefined ? people.length === 0 && !isLoopback(host) : !isToken(token))
    throw new Failure(
      'token-missing',
      `a server that others can reach, such as on ${host}, needs a token of printable ASCII characters`,
    )

  let opened: Promise<OpenedReader> | undefined
  const reader = () => (opened ??= openReader({ codebook: overlay }))
  const reading = openReading({}, () => withLearned(desk, overlay))
  let checking: Promise<Check> | undefined
  const check = () => (checking ??= openChecking({ codebook: overlay }))
  // a desk that is kept nowhere cannot be opened again
  const beside = desk.db.memory
    ? undefined
    : openAside({ at: desk.db.name, file: desk.file }, { overlay, fault: options.fault, ...aside })
  const app = createApp(
    { desk, reader, read: reading.read, check, aside: beside?.answer },
    { listens: host, ...options },
  )
  const server = await new Promise<ServerType>((done, failed) => {
    const listening = serve(
      {
        fetch: app.fetch,
        hostname: host,
        port,
        serverOptions: {
          headersTimeout: bounds.head,
          requestTimeout: bounds.request,
          connectionsCheckingInterval: Math.ceil(bounds.head / 10),
        },
      },
      () => done(listening),
    )
    listening.setTimeout(bounds.idle)
    listening.once('error', (error: NodeJS.ErrnoException) => {
      beside?.close()
      failed(
        new Failure(
          error.code === 'EADDRINUSE' ? 'port-taken' : 'bad-argument',
          `the server cannot listen on ${host}:${port} (${error.code}); choose another with --port or --host`,
        ),
      )
    })
  })
  const address = server.address()
  const at = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${at}/`,
    stop: () =>
      new Promise((done) => {
        const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), PATIENCE)
        server.close(() => {
          clearTimeout(late)
          // whoever reads the desk is gone before it is closed: the last to leave tidies up beside the file
          void Promise.all([beside?.close(), reading.close()]).then(() => {
            desk.close()
            done()
          })
        })
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}
