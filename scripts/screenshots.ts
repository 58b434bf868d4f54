/**
 * Takes the pictures of the page that the README and docs/page.md show, on the examples: `npx tsx scripts/screenshots.ts`,
 * after `npm run build`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { openReader } from '../src/open.ts'
import { openFixture } from '../web/fixture.ts'
import { browserFlags, findBrowser } from './find-browser.ts'

/** A picture may be this large, in bytes. */
const LARGEST = 150_000
const folder = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

interface Shot {
  name: string
  path: string
  dark?: boolean
  width?: number
  height?: number
  act?: (page: Page) => Promise<unknown>
}

const keys =
  (...pressed: string[]) =>
  async (page: Page) => {
    for (const key of pressed) await page.keyboard.press(key)
  }

const shots: Shot[] = [
  { name: 'page-report-light', path: '/report/border-clash', act: keys('j', 'j', 'j', 'j', 'j', 'w') },
  { name: 'page-report-dark', path: '/report/border-clash', dark: true, act: keys('j', 'j', 'j', 'j', 'j') },
  { name: 'page-report-narrow', path: '/report/border-clash', width: 360, height: 720, act: keys('j', 'j') },
  { name: 'page-mend', path: '/report/border-clash', act: keys('j', 'j', 'j', 'j', 'e', 'Tab', 'ArrowRight') },
  { name: 'page-read', path: '/read', height: 640 },
  { name: 'page-search', path: '/?list=statements' },
  { name: 'page-search-dark', path: '/?list=events&status=denied&status=happened', dark: true },
  { name: 'page-timeline', path: '/timeline' },
  { name: 'page-over-time', path: '/over-time' },
  { name: 'page-who', path: '/who' },
  { name: 'page-network-dark', path: '/who?form=network', dark: true },
]

const reader = await openReader()
const examples = readdirSync(folder('examples')).filter((name) => name.endsWith('.txt'))
const records = examples.map((name) =>
  reader.read({ id: name.slice(0, -4), text: readFileSync(folder(`examples/${name}`), 'utf8') }),
)
const server = await openFixture(records)
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags })
for (const { name, path, dark, width = 1100, height = 720, act } of shots) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' })
  await page.goto(server.url + path)
  await page.waitForSelector('h1')
  await page.waitForTimeout(1500)
  await act?.(page)
  await page.waitForTimeout(300)
  const file = folder(`docs/${name}.jpg`)
  await page.screenshot({ path: file, type: 'jpeg', quality: 80 })
  await page.close()
  const { size } = statSync(file)
  console.log(`docs/${name}.jpg ${Math.round(size / 1000)} kB${size > LARGEST ? ', which is too large' : ''}`)
  if (size > LARGEST) process.exitCode = 1
}
await browser.close()
await server.close()
