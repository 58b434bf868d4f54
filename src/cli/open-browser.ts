import { spawn } from 'node:child_process'

/** What opens an address in the browser that a person uses, by platform. */
const OPENERS: { [platform: string]: string[] } = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** The command that opens an address in a browser. */
export function openerOf(platform: string, address: string): string[] {
  return [...(OPENERS[platform] ?? ['xdg-open']), address]
}

/** Opens an address in the browser. Where there is none, nothing happens: the address is printed anyway. */
export function openBrowser(address: string): void {
  const [command, ...rest] = openerOf(process.platform, address)
  const opened = spawn(command, rest, { stdio: 'ignore', detached: true })
  opened.once('error', () => {})
  opened.unref()
}
