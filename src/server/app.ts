import { createHash } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { OpenedDesk } from '../desk/open.ts'
import type { Reading } from '../desk/reading.ts'
import type { OpenedReader } from '../read.ts'
import type { ErrorCode } from '../record/codes.ts'
import { Failure } from '../record/failure.ts'
import type { Check } from '../story/check/open-check.ts'
import { version } from '../version.ts'
import type { Aside } from './aside/open-aside.ts'
import { assets } from './assets.ts'
import { described } from './describe.ts'
import { addRoutes } from './routes/add.ts'
import { changeRoutes } from './routes/changes.ts'
import { checkRoutes } from './routes/check.ts'
import { codingRoutes } from './routes/coding.ts'
import { decisionRoutes } from './routes/decisions.ts'
import { exportRoutes } from './routes/exports.ts'
import { joiningRoutes } from './routes/joinings.ts'
import { learningRoutes } from './routes/learning.ts'
import { listRoutes } from './routes/lists.ts'
import { meRoutes } from './routes/me.ts'
import { originalRoutes } from './routes/original.ts'
import { pictureRoutes } from './routes/pictures.ts'
import { readRoutes } from './routes/read.ts'
import { reportRoutes } from './routes/reports.ts'
import { storyRoutes } from './routes/stories.ts'
import { boundedBody, type Guarding, guard } from './security.ts'

/** What the server serves from. */
export interface Served {
  desk: OpenedDesk
  /** opened when it is first needed, for the formats that hold trees */
  reader(): Promise<Pick<OpenedReader, 'parse'>>
  /** opened when a draft is first checked */
  check(): Promise<Check>
  /** a report's record as JSON; given up when nobody waits for it any more */
  read: Reading['read']
  /** answers what only reads the desk, beside the server; where it is left out all is answered here */
  aside?: Aside['answer']
}

export interface AppOptions extends Guarding {
  /** looks at no host, token or origin: for who has looked already */
  unguarded?: boolean
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
  if (!options.unguarded) app.use(guard(options))
  app.use('/api/*', boundedBody)
  app.use('/api/*', async (c, next) => {
    // what a desk holds is not left behind in browsers
    c.header('cache-control', 'no-store')
    await next()
  })
  app.use('/api/*', compress({ contentTypeFilter: /^application\/json\b/ }))
  app.use('/api/*', tagged)
  if (served.aside) app.use('/api/*', asided(served.aside))
  for (const routes of [
    listRoutes,
    reportRoutes,
    originalRoutes,
    addRoutes,
    decisionRoutes,
    codingRoutes,
    learningRoutes,
    joiningRoutes,
    meRoutes,
    exportRoutes,
    changeRoutes,
    pictureRoutes,
    readRoutes,
    checkRoutes,
    storyRoutes,
  ])
    routes(app, served)
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  const about = {
    openapi: '3.1.0' as const,
    security: options.token === undefined && !options.people ? [] : [{ token: [] }],
    info: {
      title: 'onrecord',
      version,
      description: 'Who said what, who did what to whom, when, where, and on whose word.',
    },
  }
  app.get('/api/openapi.json', (c) => c.json(described(app.getOpenAPI31Document(about))))
  const allowed = allowedOf(app)
  app.all('/api/*', (c) => {
    const methods = allowed(c.req.path)
    if (methods.length > 0) return notAllowed(c, methods)
    return c.json(errorOf('not-found', `there is no ${c.req.path}; /api/openapi.json lists what there is`), 404)
  })
  app.get('*', assets)
  app.all('*', (c) => notAllowed(c, ['GET', 'HEAD']))
  app.onError((error, c) => {
    if (error instanceof Failure) return c.json(errorOf(error.code, error.message), STATUS[error.code] ?? 400)
    if (error instanceof HTTPException) return c.json(errorOf('bad-argument', error.message), error.status)
    options.fault?.(error)
    return c.json(
      errorOf('server-failed', 'the server failed on this request; this is a bug in onrecord, please report it'),
      500,
    )
  })
  return app
}

/** Gives JSON answers a tag, and no answer again to who has it already: what changes is what the desk holds. */
const tagged: MiddlewareHandler = async (c, next) => {
  await next()
  const isJson = /^application\/json\b/.test(c.res.headers.get('content-type') ?? '')
  if (c.req.method !== 'GET' || c.res.status !== 200 || !isJson) return
  const body = await c.res.arrayBuffer()
  const tag = `W/"${createHash('sha256').update(new Uint8Array(body)).digest('base64url').slice(0, 22)}"`
  const headers = new Headers(c.res.headers)
  headers.set('etag', tag)
  const has = c.req
    .header('if-none-match')
    ?.split(',')
    .some((one) => one.trim() === tag || one.trim() === tag.slice(2))
  c.res = undefined
  c.res = has ? new Response(null, { status: 304, headers }) : new Response(body, { status: 200, headers })
}

/** Hands on what only reads the desk. */
function asided(answer: Aside['answer']): MiddlewareHandler {
  return async (c, next) => {
    const { method, path } = c.req
    const isRead = method === 'GET' || method === 'HEAD' || (method === 'POST' && path === '/api/check')
    if (!isRead || path === '/api/openapi.json' || path === '/api/me') return next()
    const { body, status, headers } = await answer(c.req.raw)
    return c.body(body ?? '', status as ContentfulStatusCode, Object.fromEntries(headers))
  }
}

const STATUS: { [code: string]: 403 | 404 | 409 | 422 | 500 | 503 } = {
  'name-foreign': 403,
  'rows-undecided': 409,
  'curve-unfit': 409,
  'suggestion-unknown': 404,
  'name-unknown': 404,
  'row-unknown': 404,
  'report-missing': 404,
  'original-missing': 404,
  'story-missing': 404,
  'desk-busy': 503,
  'desk-readonly': 409,
  'read-too-long': 422,
  'read-too-much': 422,
  'query-too-dear': 422,
  'decision-taken': 409,
  'server-busy': 503,
  'reader-failed': 500,
}

/** What every refusal looks like. */
export function errorOf(code: ErrorCode, message: string) {
  return { error: { code, message } }
}

function wrong({ issues: [issue] }: { issues: { path: PropertyKey[]; message: string }[] }) {
  return errorOf('bad-argument', [issue.path.join('.'), issue.message].filter(Boolean).join(': '))
}

/** The methods that a path of the API takes: none where there is no such path. */
function allowedOf(app: OpenAPIHono): (path: string) => string[] {
  const routes = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => ({
      method,
      path: new RegExp(`^${path.replace(/:\w+/g, '[^/]+').replace('.', '\\.')}$`),
    }))
  return (asked) => {
    const methods = new Set(routes.filter(({ path }) => path.test(asked)).map(({ method }) => method))
    return [...methods].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  }
}

function notAllowed(c: Context, methods: readonly string[]) {
  c.header('allow', methods.join(', '))
  return c.json(errorOf('method-not-allowed', `${c.req.path} takes ${methods.join(', ')}, not ${c.req.method}`), 405)
}
