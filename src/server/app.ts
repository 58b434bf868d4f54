import { OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { AddressError } from '../desk/address.ts'
import type { OpenedDesk } from '../desk/open.ts'
import type { OpenedReader } from '../read.ts'
import { Failure } from '../report/failure.ts'
import { version } from '../version.ts'
import { assets } from './assets.ts'
import { decisionRoutes } from './routes/decisions.ts'
import { exportRoutes } from './routes/exports.ts'
import { listRoutes } from './routes/lists.ts'
import { pictureRoutes } from './routes/pictures.ts'
import { readRoutes } from './routes/read.ts'
import { reportRoutes } from './routes/reports.ts'
import { bounded, type Guarding, guard } from './security.ts'

/** What the server serves from. */
export interface Served {
  desk: OpenedDesk
  /** opened when it is first needed: reading here is rare */
  reader(): Promise<OpenedReader>
}

export interface AppOptions extends Guarding {
  /** called with an error that is a fault of the server */
  fault?(error: Error): void
  /** called with every request's method, path, status and milliseconds */
  log?(line: { method: string; path: string; status: number; ms: number }): void
}

/** The HTTP API over a desk and the page's files, as an application that answers requests; it listens nowhere by itself. */
export function createApp(served: Served, options: AppOptions = {}): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => (result.success ? undefined : c.json(wrong(result.error), 400)),
  })
  app.use(async (c, next) => {
    const began = performance.now()
    await next()
    options.log?.({
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - began),
    })
  })
  app.use(guard(options))
  app.use('/api/*', bounded)
  for (const routes of [listRoutes, reportRoutes, decisionRoutes, exportRoutes, pictureRoutes, readRoutes])
    routes(app, served)
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'onrecord',
      version,
      description: 'Who said what, who did what to whom, when, where, and on whose word.',
    },
  })
  app.all('/api/*', (c) =>
    c.json(errorOf('not-found', `there is no ${c.req.path}; /api/openapi.json lists what there is`), 404),
  )
  app.get('*', assets)
  app.onError((error, c) => {
    if (error instanceof AddressError || error instanceof RangeError)
      return c.json(errorOf('bad-argument', error.message), 400)
    if (error instanceof Failure) return c.json(errorOf(error.code, error.message), STATUS[error.code] ?? 400)
    if (error instanceof HTTPException) return c.json(errorOf('bad-argument', error.message), error.status)
    options.fault?.(error)
    return c.json(
      errorOf('server-failed', 'the server broke on this request; it is a fault of onrecord, worth a report'),
      500,
    )
  })
  return app
}

const STATUS: { [code: string]: 404 | 409 | 503 } = {
  'row-unknown': 404,
  'report-missing': 404,
  'desk-busy': 503,
  'desk-readonly': 409,
}

/** What every refusal looks like. */
export function errorOf(code: string, message: string) {
  return { error: { code, message } }
}

function wrong({ issues: [issue] }: { issues: { path: PropertyKey[]; message: string }[] }) {
  return errorOf('bad-argument', `${issue.path.join('.')}: ${issue.message}`)
}
