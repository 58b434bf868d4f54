import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { errorOf } from './app.ts'

export interface Guarding {
  /** what every request must know, where the server listens elsewhere than on this machine */
  token?: string
  /** names under which the server may be called, besides this machine's own: against rebinding of names */
  hosts?: readonly string[]
}

/** Nothing inline, nothing from elsewhere, no frame around it; WebAssembly, which the reader in the page needs. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const own = new Set(['localhost', '127.0.0.1', '[::1]'])
const COOKIE = 'onrecord'

/** Checks host and token, and gives every answer the headers that keep a browser from being misused. */
export function guard({ token, hosts = [] }: Guarding): MiddlewareHandler {
  return async (c, next) => {
    c.header('content-security-policy', POLICY)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    c.header('x-frame-options', 'DENY')
    c.header('cross-origin-resource-policy', 'same-origin')
    const host = (c.req.header('host') ?? '').replace(/:\d+$/, '').toLowerCase()
    if (host !== '' && !own.has(host) && !hosts.includes(host) && !(token && hosts.length === 0))
      return c.json(errorOf('host-unknown', `this server does not answer to the name '${host}'`), 421)
    if (token !== undefined) {
      const given = new URL(c.req.url).searchParams.get('token')
      const known = given ?? /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? getCookie(c, COOKIE)
      if (known === undefined || !same(known, token))
        return c.json(
          errorOf(
            'token-missing',
            "give the token as 'Authorization: Bearer TOKEN', or open the address with ?token=TOKEN once",
          ),
          401,
        )
      if (given !== null) setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' })
    }
    if (c.req.method === 'POST' && !/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
      return c.json(errorOf('bad-argument', 'POST takes JSON: content-type: application/json'), 415)
    await next()
  }
}

/** Equal or not, in a time that does not tell how much of it was right. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** Largest body of a request, in bytes: a report of a few million characters. */
const LARGEST = 8 << 20

export const bounded: MiddlewareHandler = bodyLimit({
  maxSize: LARGEST,
  onError: (c) => c.json(errorOf('body-too-large', `a request's body may have ${LARGEST >> 20} MiB`), 413),
})
