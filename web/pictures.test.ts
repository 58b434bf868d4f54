import { readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { browserFlags, findBrowser } from '../scripts/find-browser.ts'
import { exampleDesk, keptOf } from '../src/desk/fixture.ts'
import { openWriter } from '../src/desk/write.ts'
import { csvText } from '../src/export/csv.ts'
import { csvCells } from '../src/export/read-csv.ts'
import { sharedReader } from '../src/fixture.ts'
import { type Serving, serveDesk } from '../src/server/serve.ts'
import { serious } from './axe.fixture.ts'

/** A walk through the pictures of a desk, in a real browser on the real server. */

const text = [
  'Soldiers killed four people in Geneva on Monday.',
  'Jonas Reth said that rebels attacked a convoy in Dujail.',
  'Dario Venn denied that police arrested Ilse Marek in Geneva.',
  'Rebels attacked a village in Aceh in January.',
  'Petra Solen told Dario Venn on Tuesday that police arrested Jonas Reth.',
].join(' ')

let browser: Browser
let page: Page
let server: Serving
let wrong: string[]

beforeAll(async () => {
  const desk = await exampleDesk()
  const reader = await sharedReader
  openWriter(desk).keep([keptOf(reader.read({ id: 'placed', published: '2025-03-19', outlet: 'Almeth Post', text }))])
  server = await serveDesk(desk)
  browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

beforeEach(async () => {
  wrong = []
  page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(blob|data):/.test(request.url())) wrong.push(request.url())
  })
})

afterEach(async () => {
  await page.close()
  expect(wrong).toEqual([])
})

const go = async (path: string) => {
  await page.goto(server.url + path.slice(1))
  await page.waitForSelector('details.behind')
}

const pictures = [
  '/timeline?unit=month',
  '/timeline?unit=year&by=type&share=true',
  '/over-time?unit=week&by=speaker',
  '/over-time?unit=month&by=quotation&share=true&not.act=deny',
  '/who',
  '/who?form=network&pairs=speaks',
  '/who?pairs=tells',
  '/map',
  '/map?by=type&region=Europe&status=happened',
  '/speaker/Dario%20Venn',
]

test.each(pictures)('%s: every table holds what its CSV holds', async (path) => {
  await go(path)
  const tables = page.locator('details.behind')
  for (let at = 0; at < (await tables.count()); at++) {
    const table = tables.nth(at)
    await table.locator('summary').click()
    const shown = await table
      .locator('tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
    const address = await table.locator('a[download]').getAttribute('href')
    const csv = await (await page.request.get(new URL(address!, server.url).href)).text()
    expect([...csvCells([csv])].map((cells) => cells.map(csvText))).toEqual(shown)
    expect(shown.length).toBeGreaterThan(1)
  }
})

test.each([
  '/timeline?unit=month',
  '/timeline?unit=year&by=word',
  '/over-time?unit=month&by=act',
  '/over-time?unit=year&by=speaker',
  '/over-time?unit=year&by=country',
  '/who',
  '/who?pairs=speaks',
  '/map',
])('%s: a figure leads to as many rows as it says', async (path) => {
  await go(path)
  await page.locator('details.behind summary').first().click()
  const links = page.locator('details.behind tbody a')
  const figures = Math.min(12, await links.count())
  expect(figures).toBeGreaterThan(0)
  for (let at = 0; at < figures; at++) {
    const href = new URL((await links.nth(at).getAttribute('href'))!, server.url)
    const row = await links
      .nth(at)
      .evaluate((link) => [...link.closest('tr')!.children].map((cell) => cell.textContent))
    const list = href.searchParams.get('list') ?? 'statements'
    href.searchParams.delete('list')
    const answer = await page.request.get(`${server.url}api/count/${list}${href.search}`)
    const figure = path === '/map' ? row[6] : await links.nth(at).textContent()
    expect([href.search, String((await answer.json()).count)]).toEqual([href.search, figure])
  }
})

describe('the map', () => {
  test('says how many events it cannot show, and each circle on whose word its events stand', async () => {
    await go('/map')
    const { events, nowhere } = await (await page.request.get(`${server.url}api/places`)).json()
    expect(await page.locator('.left-out').innerText()).toContain(`${nowhere} of ${events} events have no place`)
    const labels = await page
      .locator('.spot')
      .evaluateAll((spots) => spots.map((spot) => spot.getAttribute('aria-label')))
    expect(labels).toContain('Geneva (CHE): 2 events, on the word of Dario Venn 1, the report itself 1')
  })

  test('by keys: one stop, arrows from circle to circle, Enter to the events', async () => {
    await go('/map')
    await page.waitForSelector('.spot')
    expect(await page.locator('.spot[tabindex="0"]').count()).toBe(1)
    await page.locator('.spot[tabindex="0"]').focus()
    const first = await page.locator('.told').innerText()
    await page.keyboard.press('ArrowRight')
    const second = await page.locator('.told').innerText()
    expect(second).not.toBe(first)
    await page.keyboard.press('ArrowLeft')
    expect(await page.locator('.told').innerText()).toBe(first)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.hit')
    const { pathname, searchParams } = new URL(page.url())
    expect([pathname, searchParams.get('list')]).toEqual(['/', 'events'])
    expect(first).toContain(searchParams.get('place'))
  })

  test('the part of the world and what events are split by stand in the address', async () => {
    await go('/map')
    await page.waitForSelector('.spot')
    const all = await page.locator('.spot').count()
    await page.getByLabel('of', { exact: true }).selectOption('Europe')
    await page.getByLabel('colour by').selectOption('type')
    expect(new URL(page.url()).search).toBe('?region=Europe&by=type')
    await page.waitForSelector('.spot')
    const labels = await page
      .locator('.spot')
      .evaluateAll((spots) => spots.map((spot) => spot.getAttribute('aria-label') ?? ''))
    expect(labels.filter((label) => label.startsWith('Geneva (CHE)')).length).toBe(1)
    expect(labels.length).toBeLessThan(all)
    expect(await page.locator('figcaption').innerText()).toMatch(/\d+ events on the map lie outside/)
  })

  test('its picture is a file of its own, with colours and no links', async () => {
    await go('/map')
    await page.waitForSelector('.spot')
    const svg = await saved(() => page.getByRole('button', { name: 'Download as SVG' }).click())
    expect(svg.name).toBe('events-by-place.svg')
    expect(svg.text).toMatch(/^<svg[^>]+xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg.text).toContain('fill="rgb(')
    expect(svg.text).not.toContain('href')
    expect(svg.text).not.toContain('<script')
  })
})

test('the network: names by keys, arrows there and back, the same each time', async () => {
  await go('/who?form=network')
  const drawing = () => page.locator('.network svg').first().innerHTML()
  const first = await drawing()
  await page.reload()
  await page.waitForSelector('.node')
  expect(await drawing()).toBe(first)
  await page.locator('.node[tabindex="0"]').focus()
  expect(await page.locator('.told').innerText()).toMatch(/: (acts on|acted on by) /)
  expect(await page.locator('.from-lit, .to-lit').count()).toBeGreaterThan(0)
  const svg = await saved(() => page.getByRole('button', { name: 'Download as SVG' }).click())
  expect(svg.name).toBe('who-acts-on-whom.svg')
})

test('the matrix is a picture too', async () => {
  await go('/who?pairs=speaks')
  const svg = await saved(() => page.getByRole('button', { name: 'Download as SVG' }).click())
  const names = await page.locator('.matrix th[scope="row"]').allTextContents()
  for (const name of names.slice(0, 3)) expect(svg.text).toContain(`>${name}</text>`)
})

test('every filter can be set, is said, and can be taken away', async () => {
  await page.goto(`${server.url}?list=events`)
  await page.getByText('Dates and other filters').click()
  await page.getByLabel('day from').fill('2025-03-01')
  await page.getByLabel('sure at least').fill('0.1')
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.getByLabel('where').selectOption('type')
  await page.getByLabel('is', { exact: true }).fill('CONSULT')
  await page.getByRole('button', { name: 'Leave it out' }).click()
  await page.waitForFunction(() => /not of the type CONSULT/.test(document.querySelector('.says p')?.textContent ?? ''))
  expect(await page.locator('.says p').innerText()).toMatch(
    /not of the type CONSULT of 2025-03-01 or later at least 0.1 sure$/,
  )
  for (const left of [2, 1, 0]) {
    await page.locator('.chips .chip').first().click()
    await page.waitForFunction((left) => document.querySelectorAll('.chips button:not(.all)').length === left, left)
  }
  expect(new URL(page.url()).search).toBe('?list=events')
})

test('a filter goes along to views whose rows have it, and is left behind elsewhere', async () => {
  await go('/map?status=happened&since=2025-01-01')
  await page.getByRole('link', { name: 'Over time' }).click()
  await page.waitForURL('**/over-time?since=2025-01-01')
  await go('/map?status=happened')
  await page.getByRole('link', { name: 'Search' }).click()
  await page.waitForURL('**/?list=events&status=happened')
})

test("a speaker's page: what, to whom, about whom, when, each with its words", async () => {
  await go('/speaker/Petra%20Solen')
  await page.waitForSelector('.hit')
  expect(await page.getByRole('region', { name: 'To whom' }).locator('.chip').allTextContents()).toEqual([
    'Dario Venn 1',
  ])
  expect(await page.getByRole('region', { name: 'About whom' }).innerText()).toContain('Jonas Reth 1')
  expect(await page.getByRole('region', { name: 'When' }).locator('svg').count()).toBeGreaterThan(0)
  const said = page.getByRole('region', { name: 'What they said' })
  expect(await said.locator('a.hit-words').last().getAttribute('href')).toMatch(/^\/report\/placed#s/)
  expect(await said.getByRole('link', { name: 'CSV' }).getAttribute('href')).toBe(
    '/api/statements.csv?speaker=Petra+Solen&sort=when',
  )
})

const looks = [
  ['dark', 1200],
  ['light', 320],
] as const
test.each(looks)(
  'with the figures open and less motion, axe finds nothing serious: %s, %i pixels',
  async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    for (const path of ['/timeline', '/who', '/who?form=network', '/map', '/speaker/Dario%20Venn']) {
      await go(path)
      await page.locator('details.behind summary').first().click()
      await page.waitForLoadState('networkidle')
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([path, 0])
      expect([path, await serious(page)]).toEqual([path, []])
    }
    await page.goto(`${server.url}?list=events&since=2025-01-01`)
    await page.waitForSelector('.hit')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    expect(await serious(page)).toEqual([])
  },
)

async function saved(press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}
