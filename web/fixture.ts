import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import type { Decision } from '../src/desk/types.ts'
import type { Record as NewsRecord } from '../src/record/types.ts'

/**
 * A server for tests of the page alone: it serves the built page and what the report's view asks for, from records in
 * memory. It can be stopped and started under the page.
 */
export interface FixtureServer {
  url: string
  decisions: Decision[]
  start(): Promise<void>
  stop(): Promise<void>
}

const built = (path: string) => new URL(`../dist/web${path}`, import.meta.url)
const packaged = (path: string) => new URL(`..${path}`, import.meta.url)

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** As strict as the real server's: nothing inline, nothing from elsewhere. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export async function openFixture(records: readonly NewsRecord[]): Promise<FixtureServer> {
  if (!existsSync(built('/index.html'))) throw new Error('the page is not built; run `npm run build` first')
  const byId = new Map(records.map((record) => [record.report.id, record]))
  const decisions: Decision[] = []
  let server: Server | undefined
  let port = 0
  const start = () =>
    new Promise<void>((done) => {
      server = createServer((request, response) => void answer(request, response, byId, decisions))
      server.listen(port, '127.0.0.1', () => {
        port = (server!.address() as AddressInfo).port
        done()
      })
    })
  const stop = () =>
    new Promise<void>((done) => {
      server?.close(() => done())
      server?.closeAllConnections()
    })
  await start()
  return { url: `http://127.0.0.1:${port}`, decisions, start, stop }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  records: ReadonlyMap<string, NewsRecord>,
  decisions: Decision[],
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const json = (status: number, value: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  }
  const [, id] = /^\/api\/reports\/([^/]+)\/record$/.exec(pathname) ?? []
  if (id !== undefined) {
    const record = records.get(decodeURIComponent(id))
    return record ? json(200, record) : json(404, { error: { code: 'report-missing', message: 'no such report' } })
  }
  if (pathname === '/api/decisions' && request.method === 'POST') {
    const { decisions: sent } = JSON.parse(await bodyOf(request)) as { decisions: Decision[] }
    for (const one of sent) if (!decisions.some(({ id }) => id === one.id)) decisions.push(one)
    return json(200, {})
  }
  if (pathname === '/api/decisions') {
    const report = `${searchParams.get('report')}#`
    return json(
      200,
      decisions.filter(({ key }) => key.startsWith(report)),
    )
  }
  if (pathname.startsWith('/api/')) return json(404, { error: { code: 'not-here', message: 'not in this fixture' } })
  const file = pathname.startsWith('/reader/') ? packaged(pathname.slice('/reader'.length)) : built(pathname)
  const isFile = existsSync(file) && statSync(file).isFile()
  const path = isFile ? file : built('/index.html')
  response.writeHead(200, {
    'content-type': TYPES[extname(path.pathname)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
  })
  response.end(readFileSync(path))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
