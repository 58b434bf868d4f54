import { type ServerType, serve } from '@hono/node-server'
import type { OpenedDesk } from '../desk/open.ts'
import { openReader } from '../open.ts'
import type { OpenedReader } from '../read.ts'
import { Failure } from '../report/failure.ts'
import { type AppOptions, createApp } from './app.ts'

export interface ServeOptions extends AppOptions {
  host?: string
  /** 0 for any that is free */
  port?: number
}

/** A server that listens. */
export interface Serving {
  url: string
  /** ends gracefully: answers under way are finished, the desk is closed */
  stop(): Promise<void>
}

/** How long answers under way may take to end, in milliseconds. */
const PATIENCE = 5000

/**
 * Serves a desk: the API and the page.
 *
 * @throws Failure `port-taken` where another program listens there
 */
export async function serveDesk(
  desk: OpenedDesk,
  { host = '127.0.0.1', port = 0, ...options }: ServeOptions = {},
): Promise<Serving> {
  let opened: Promise<OpenedReader> | undefined
  const reader = () => (opened ??= openReader())
  const app = createApp({ desk, reader }, options)
  const server = await new Promise<ServerType>((done, failed) => {
    const listening = serve({ fetch: app.fetch, hostname: host, port }, () => done(listening))
    listening.once('error', (error: NodeJS.ErrnoException) => {
      failed(
        new Failure(
          error.code === 'EADDRINUSE' ? 'port-taken' : 'bad-argument',
          `${host}:${port} cannot be listened on (${error.code}); choose another with --port or --host`,
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
          desk.close()
          done()
        })
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}
