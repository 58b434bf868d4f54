import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import { createBrotliDecompress, createInflate } from 'node:zlib'
import { Failure } from '../record/failure.ts'
import { version } from '../version.ts'
import { isPublic, lookupWhere, privateAddress } from './address.ts'
import type { Input, Taking } from './taking.ts'
import { unpack } from './unpack.ts'

/** Whether a source is an address to fetch. */
export function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source)
}

/**
 * Opens what stands at an http or https address. Redirects are followed a few times; every host on the way must be on the public
 * internet, unless private networks were asked for. What comes is a stream: whoever reads it bounds its size.
 *
 * @throws Failure `address-private`, `address-failed`, `address-slow`
 */
export async function openAddress(address: string, taking: Taking): Promise<Input> {
  const time = AbortSignal.timeout(taking.limits.fetchTime)
  const signal = taking.signal ? AbortSignal.any([time, taking.signal]) : time
  const slow = () =>
    new Failure('address-slow', `${address} did not answer to its end within ${taking.limits.fetchTime / 1000} seconds`)
  try {
    const { answer, url } = await follow(address, taking, signal)
    async function* stream() {
      try {
        yield* decoded(answer, address, taking)
      } catch (error) {
        throw time.aborted ? slow() : failed(address, error)
      } finally {
        answer.destroy()
      }
    }
    return { from: address, id: url, url, contentType: answer.headers['content-type'], stream: stream() }
  } catch (error) {
    throw time.aborted ? slow() : failed(address, error)
  }
}

async function follow(
  address: string,
  taking: Taking,
  signal: AbortSignal,
): Promise<{ answer: IncomingMessage; url: string }> {
  let url = address
  for (let redirects = 0; ; redirects++) {
    const answer = await ask(url, taking, signal)
    const status = answer.statusCode ?? 0
    const next = answer.headers.location
    if (status < 300 || status >= 400 || !next) {
      if (status === 200) return { answer, url }
      answer.destroy()
      throw new Failure('address-failed', `${address} was answered with status ${status}`)
    }
    answer.destroy()
    if (redirects >= taking.limits.redirects)
      throw new Failure('address-failed', `${address} leads on more than ${taking.limits.redirects} times`)
    url = new URL(next, url).href
  }
}

function ask(address: string, taking: Taking, signal: AbortSignal): Promise<IncomingMessage> {
  const url = new URL(address)
  if (!isAddress(url.href)) throw new Failure('address-failed', `${address} is no http or https address`)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A literal IP address is never looked up, so it is checked here.
  const isAllowed = taking.private ? () => true : (taking.isAllowed ?? isPublic)
  if (isIP(host) && !isAllowed(host)) throw privateAddress(host)
  const options = {
    signal,
    agent: false as const,
    headers: { 'user-agent': `onrecord/${version}`, accept: '*/*', 'accept-encoding': 'gzip, deflate, br' },
    lookup: lookupWhere(isAllowed),
  }
  return new Promise((resolve, reject) => {
    const asked = url.protocol === 'https:' ? requestSecure(url, options, resolve) : requestPlain(url, options, resolve)
    asked.on('error', reject)
    asked.end()
  })
}

/** The answer's content, unpacked where it was packed for the way; a packed one that unpacks to too much is stopped by its reader. */
function decoded(answer: IncomingMessage, from: string, { limits }: Taking): AsyncIterable<Uint8Array> {
  const packed = answer.headers['content-encoding']?.toLowerCase()
  if (packed === 'gzip' || packed === 'x-gzip') return unpack({ stream: answer, from }, limits)
  const through = packed === 'br' ? createBrotliDecompress() : packed === 'deflate' ? createInflate() : undefined
  if (!through) return answer
  answer.on('error', (error) => through.destroy(error))
  return answer.pipe(through)
}

function failed(address: string, error: unknown): unknown {
  if (error instanceof Failure) return error
  const { code, message } = error as NodeJS.ErrnoException
  return new Failure('address-failed', `${address} could not be fetched (${code ?? message})`)
}
