import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { errorOf } from './app.ts'
import { isAnswered } from './hosts.ts'
import type { Person } from './people.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** who asks, where their token says so */
    person?: string
  }
}

export interface Guarding {
  /** what every request must know, where the server listens elsewhere than on this machine */
  token?: string
  /** people who each have a token of their own, which says who they are */
  people?: readonly Person[]
  /** names under which the server may be called, besides this machine's own: against rebinding of names */
  hosts?: readonly string[]
  /** the address or name that is listened on; this machine alone where it is left out */
  listens?: string
  /** origins whose pages may ask, such as a notebook's; '*' for all */
  cors?: readonly string[]
}

/** Nothing inline, nothing from elsewhere, no frame around it; WebAssembly, which the reader in the page needs. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Checks host and token, and gives every answer the headers that keep a browser from being misused. */
export function guard({ token, people = [], hosts = [], listens, cors = [] }: Guarding): MiddlewareHandler {
  return async (c, next) => {
    c.header('content-security-policy', POLICY)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    c.header('x-frame-options', 'DENY')
    c.header('cross-origin-resource-policy', 'same-origin')
    const host = c.req.header('host') ?? new URL(c.req.url).host
    if (!isAnswered(host, hosts, listens))
      return c.json(
        errorOf('host-unknown', `this server does not answer to '${host}'; onrecord serve --name adds names`),
        421,
      )
    const origin = c.req.header('origin')
    const isAllowed = origin !== undefined && (cors.includes(origin) || cors.includes('*'))
    if (isAllowed) {
      c.header('access-control-allow-origin', origin)
      c.header('access-control-expose-headers', 'etag, content-disposition')
      c.header('vary', 'origin')
      c.header('cross-origin-resource-policy', 'cross-origin')
      if (c.req.method === 'OPTIONS') {
        c.header('access-control-allow-methods', 'GET, HEAD, POST')
        c.header('access-control-allow-headers', 'authorization, content-type, if-none-match')
        c.header('access-control-max-age', '600')
        return c.body(null, 204)
      }
    }
    if (token !== undefined || people.length > 0) {
      const refused = checkToken(c, token === undefined ? people : [{ token }, ...people])
      if (refused) return refused
    }
    if (c.req.method === 'POST' && !isAllowed && isForeign(origin, host))
      return c.json(errorOf('origin-foreign', 'a page of another server may not ask this one to do anything'), 403)
    if (c.req.method === 'POST' && !/^application\/json\s*(?:;|$)/i.test(c.req.header('content-type') ?? ''))
      return c.json(errorOf('bad-argument', 'POST takes JSON: content-type: application/json'), 415)
    await next()
  }
}

/** Whether a browser says that a page from elsewhere asks; what is no browser says nothing. */
function isForeign(origin: string | undefined, host: string): boolean {
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host.toLowerCase()
}

/** The answer where the token is wrong or missing, or where the address gave it and a browser is to forget it. Who asks is told to all that follows. */
function checkToken(c: Context, holders: readonly { token: string; name?: string }[]): Response | undefined {
  const url = new URL(c.req.url)
  const given = url.searchParams.get('token')
  const cookie = `onrecord-${url.port || '80'}`
  const known = given ?? /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? getCookie(c, cookie)
  const holder = known === undefined ? undefined : holders.find(({ token }) => same(known, token))
  if (!holder) {
    c.header('www-authenticate', 'Bearer')
    const message = "give the token as 'Authorization: Bearer TOKEN', or open the address with ?token=TOKEN once"
    return c.json(errorOf('token-missing', message), 401)
  }
  c.set('person', holder.name)
  if (given === null) return undefined
  setCookie(c, cookie, holder.token, { httpOnly: true, sameSite: 'Strict', path: '/' })
  const isOpened = c.req.method === 'GET' && /\btext\/html\b/.test(c.req.header('accept') ?? '')
  return isOpened ? c.redirect(withoutToken(url), 303) : undefined
}

/** The same address on the same server, whatever its path begins with. */
function withoutToken({ pathname, searchParams }: URL): string {
  searchParams.delete('token')
  const query = searchParams.toString()
  return `/${pathname.replace(/^\/+/, '')}${query === '' ? '' : `?${query}`}`
}

/** Equal or not, in a time that does not tell how much of it was right. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** Largest body of a request, in bytes: a report of a few million characters. */
const LARGEST = 8 << 20

export const boundedBody: MiddlewareHandler = bodyLimit({
  maxSize: LARGEST,
  onError: (c) => c.json(errorOf('body-too-large', `a request's body may have ${LARGEST >> 20} MiB`), 413),
})

/** Whether a token can be sent as one: visible ASCII, no blanks. */
export const isToken = (token: string): boolean => /^[!-~]+$/.test(token)
