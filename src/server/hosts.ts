import ipaddr from 'ipaddr.js'

/** Whether only this machine can reach what listens there: `localhost`, `127.0.0.1`, `::1`. */
export function isLoopback(host: string): boolean {
  const name = bare(host)
  return name === 'localhost' || (ipaddr.isValid(name) && ipaddr.process(name).range() === 'loopback')
}

/**
 * Whether a server answers requests that call it so. A page from elsewhere can have its own name lead to this machine, and then ask the
 * server in a visitor's browser; so only this machine's names, the name that is listened on and those that were named are answered, and
 * addresses, which no name stands behind, where the server listens for others.
 *
 * @param host what the request's Host says, with or without a port
 * @example isAnswered('10.0.0.5:4040', [], '0.0.0.0') // true
 */
export function isAnswered(host: string, names: readonly string[], listens = '127.0.0.1'): boolean {
  const name = bare(host.replace(/:\d*$/, ''))
  if (isLoopback(name) || name === bare(listens)) return true
  if (names.some((one) => bare(one.replace(/:\d+$/, '')) === name)) return true
  return !isLoopback(listens) && ipaddr.isValid(name)
}

/** Lower case, no brackets around an address, no point at a name's end. */
function bare(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
}
