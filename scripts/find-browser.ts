import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Names and places of browsers that are Chromium, the surest first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** What keeps a browser in a test from asking anybody anything. */
export const browserFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Where a Chromium is: named by ONRECORD_CHROMIUM, on the path, or in a usual place. Where there is none and this is root
 * on Debian or one of its kin, it is installed.
 *
 * @throws Error that says what to install
 */
export function findBrowser(): string {
  const found = present()
  if (found) return found
  if (process.getuid?.() === 0) {
    const options = { stdio: 'ignore', timeout: 240_000 } as const
    spawnSync('apt-get', ['update', '-q'], options)
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options)
  }
  const installed = present()
  if (installed) return installed
  throw new Error(
    'The tests of the page need Chromium: install it (on Debian: apt-get install chromium), or set ONRECORD_CHROMIUM to its path.',
  )
}

function present(): string | undefined {
  const named = process.env.ONRECORD_CHROMIUM
  if (named) return named
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...places, ...PLACES].find(canRun)
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
