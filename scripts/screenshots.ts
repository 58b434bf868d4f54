/**
 * Takes the pictures of the page that the README and docs/page.md show, on the examples: `npx tsx scripts/screenshots.ts [NAMES...]`,
 * after `npm run build`; all of them where none is named.
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

/** Stands for the address of the story of examples/story. */
const STORY = '/story/example'

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
  { name: 'page-story', path: STORY, width: 1200, height: 900 },
  {
    name: 'page-story-dark',
    path: STORY,
    dark: true,
    width: 1200,
    act: async (page) => {
      await page.locator('.story-grid').scrollIntoViewIfNeeded()
      await page.locator('.cell:has(.mark.is-denied)').first().click()
    },
  },
  {
    name: 'page-beside',
    path: `${STORY}/beside?a=almeth-wire&b=varlonia-today`,
    width: 1200,
    height: 700,
    act: (page) => page.waitForSelector('.joins path'),
  },
  { name: 'page-network-dark', path: '/who?form=network', dark: true },
]

const reader = await openReader()
const examples = ['', 'story/'].flatMap((under) =>
  readdirSync(folder(`examples/${under}`))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ id: name.slice(0, -4), text: readFileSync(folder(`examples/${under}${name}`), 'utf8') })),
)
const records = examples.map((example) => reader.read(example))
const server = await openFixture(records)
const asked = await fetch(`${server.url}/api/stories?report=almeth-wire`)
const { rows } = (await asked.json()) as { rows: { id: string }[] }
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags })
const only = process.argv.slice(2)
for (const { name, path, dark, width = 1100, height = 720, act } of shots.filter(
  ({ name }) => only.length === 0 || only.includes(name),
)) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' })
  await page.goto(server.url + path.replace(STORY, `/story/${rows[0].id}`))
  await page.waitForSelector('h1')
  await page.waitForLoadState('networkidle')
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
