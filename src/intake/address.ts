import { lookup as resolve } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Failure } from '../record/failure.ts'

/**
 * Whether an IP address is on the public internet: not private, loopback, link-local, or any other that is kept for special use.
 *
 * @example isPublic('10.0.0.1') // false
 */
export function isPublic(ip: string): boolean {
  try {
    const address = ipaddr.process(ip)
    const inner = embedded(address)
    return inner === undefined ? address.range() === 'unicast' : isPublic(inner)
  } catch {
    return false
  }
}

/** The IPv4 address that an IPv6 one of translation (64:ff9b::/96, or ::/96 of old) leads to. */
function embedded(address: ipaddr.IPv4 | ipaddr.IPv6): string | undefined {
  const bytes = address.toByteArray()
  // ::a.b.c.d, of old
  const isCompatible = bytes.length === 16 && bytes.slice(0, 12).every((byte) => byte === 0)
  if (address.range() !== 'rfc6052' && !isCompatible) return undefined
  return bytes.slice(12).join('.')
}

/**
 * Resolves names at the moment of connecting, and refuses every one that leads to an address that is not allowed: a name cannot lead
 * elsewhere when it is asked a second time.
 */
export function lookupWhere(isAllowed: (ip: string) => boolean): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0)
      if (addresses.length === 0 || addresses.some(({ address }) => !isAllowed(address)))
        return done(privateAddress(hostname), '', 0)
      if (options.all) return done(null, addresses)
      done(null, addresses[0].address, addresses[0].family)
    })
  }
}

export function privateAddress(host: string): Failure {
  return new Failure('address-private', `${host} leads to a private network; give --private if you mean it`)
}
