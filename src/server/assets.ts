import { createReadStream, existsSync, type Stats, statSync } from 'node:fs'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Context, Handler } from 'hono'
import { errorOf } from './app.ts'
import { encodingFor, packed } from './packed.ts'

const TYPES: { [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
}

/** What becomes much smaller when it is packed. */
const PACKED = new Set(['.html', '.js', '.css', '.svg', '.json'])

/** The addresses of the page's views; web/routes.ts says what each is, and a test that all of them are here. */
export const VIEWS =
  /^\/(?:stories|timeline|map|who|over-time|read|check|queue|agreement|right|learning|keys|(?:report|speaker)\/[^/]+|story\/[^/]+(?:\/beside)?|index\.html)?\/?$/

/** From the compiled server as from the source, the package's own folder. */
const root = new URL('../../', import.meta.url)
const page = new URL('dist/web/', root)

/**
 * The page's files, and what the reader in the page needs of the package (`/reader/models/...`, `/reader/codebook/...`); every other path is the
 * page itself, whose own router knows it.
 */
export const assets: Handler = async (c) => {
  const path = decode(c.req.path)
  const reader = /^\/reader\/(models|codebook)\/([\w./-]+)$/.exec(path)
  const asset = reader ? within(new URL(`${reader[1]}/`, root), reader[2]) : within(page, path.slice(1))
  // what is no view of the page is not found: a program that asks for /openapi.json or /healthz must not take a page for an answer; a person,
  // whose browser asks for a page, is told by the page. An id may hold a slash, so that views are told by the address as it was sent.
  const isView = VIEWS.test(new URL(c.req.url).pathname)
  const isPerson = c.req.header('accept')?.includes('text/html') ?? false
  if (!asset && !isView && !isPerson) return c.json(errorOf('not-found', `there is no ${path}`), 404)
  // a script that is gone must not come as the page: a browser would keep it
  if (!asset && /^\/(assets|reader)\//.test(path)) return c.json(errorOf('not-found', `there is no ${path}`), 404)
  const file = asset ?? within(page, 'index.html')
  if (!file) return c.json(errorOf('page-not-built', 'the page is not built; run npm run build'), 404)
  c.header('cache-control', asset && /-[\w-]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
  if (!asset && !isView) c.status(404)
  return send(c, file, statSync(file))
}

async function send(c: Context, file: string, { size, mtimeMs }: Stats): Promise<Response> {
  const isPacked = PACKED.has(extname(file))
  if (isPacked) c.header('vary', 'accept-encoding')
  const encoding = isPacked ? encodingFor(c.req.header('accept-encoding')) : undefined
  const stamp = `${size.toString(36)}-${Math.round(mtimeMs).toString(36)}`
  const tag = `"${stamp}${encoding ? `-${encoding}` : ''}"`
  c.header('etag', tag)
  if (matches(c.req.header('if-none-match'), tag)) return c.body(null, 304)
  if (encoding) {
    c.header('content-encoding', encoding)
    const bytes = await packed(file, encoding, stamp)
    c.header('content-length', String(bytes.length))
    return c.body(bytes)
  }
  c.header('content-length', String(size))
  if (c.req.method === 'HEAD') return c.body(null)
  return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream)
}

/** Whether a browser has this already: it may name several, and weak ones are as good. */
function matches(asked: string | undefined, tag: string): boolean {
  return asked?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag || one.trim() === '*') ?? false
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/'
  }
}

/** The file of that name inside the folder, where there is one; nothing outside the folder is ever given, nor what is hidden in it. */
function within(folder: URL, name: string): string | undefined {
  const url = new URL(name.replace(/[\\%?#\0]/g, ''), folder)
  if (name === '' || /(?:^|\/)\./.test(name) || !url.href.startsWith(folder.href)) return undefined
  const file = fileURLToPath(url)
  return existsSync(file) && statSync(file).isFile() ? file : undefined
}
