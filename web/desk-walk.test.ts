import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { browserFlags, findBrowser } from '../scripts/find-browser.ts'
import { type OpenedDesk, openDesk } from '../src/desk/open.ts'
import type { Serving } from '../src/server/serve.ts'
import type { LaidStory } from '../src/story/lay-out.ts'
import { serious } from './axe.fixture.ts'
import { fewProcesses } from './fixture.ts'
import { routes } from './routes.ts'

/** A walk through every view of a desk, in a real browser, on the real server. */

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const outlets = {
  'border-clash': 'Almeth Post',
  'court-ruling': 'Almeth Post',
  flood: 'Tessaly Herald',
  strike: 'Tessaly Herald',
}
const hostileId = 'a/<b>&"#\u202e'
const hostile = {
  id: hostileId,
  published: '2025-03-10',
  title: '<b>hostile\u202e</b>',
  outlet: '"><img src=x onerror="alert(4)">',
  url: 'javascript:alert(3)',
  text: [
    'Ilse <script>alert(1)</script> Marek said on 3 May 2025 that “<script>alert(1)</script> the port\u202e would open” 😀😀.',
    '<img src=x onerror="alert(2)"> Dario Venn denied that \u2067soldiers\u2069 had killed four people in Almeth.',
    'x'.repeat(1_000_000),
    '“Never,” said Petra Solen.\u0007',
  ].join('\n'),
}

let folder: string
let desk: OpenedDesk
// The server runs as it was built: its threads cannot run sources.
const { serveDesk }: typeof import('../src/server/serve.ts') = await import(
  new URL('../dist/server/serve.js', import.meta.url).href
)

/** Stands for the address of the story of examples/story. */
const story = '/story/example'
let storyId: string

let serving: Serving
let base: string
let browser: Browser
let context: BrowserContext
let page: Page
let wrong: string[]

/** Begins to serve, at the port of before where there was one. */
async function start(options: { token?: string } = {}): Promise<void> {
  desk = openDesk(join(folder, 'walk.db'))
  serving = await serveDesk(desk, { port: base ? Number(new URL(base).port) : 0, aside: fewProcesses, ...options })
  base = serving.url.replace(/\/$/, '')
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-walk-'))
  const examples = ['border-clash', 'court-ruling', 'election-dispute', 'flood', 'strike', 'summit'].map((id) => ({
    id,
    text: readFileSync(root(`examples/${id}.txt`), 'utf8'),
    outlet: outlets[id as keyof typeof outlets],
  }))
  const lines = join(folder, 'reports.jsonl')
  writeFileSync(lines, [...examples, hostile].map((report) => JSON.stringify(report)).join('\n'))
  const sources = [lines, root('examples/story')]
  const command = [root('dist/cli/onrecord.js'), 'add', ...sources, '--desk', join(folder, 'walk.db')]
  execFileSync(process.execPath, command, { stdio: 'pipe' })
  base = ''
  await start()
  storyId = (await api<{ rows: { id: string }[] }>('stories?report=almeth-wire')).rows[0].id
  browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await serving?.stop()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  wrong = []
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(15_000)
  page = await context.newPage()
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('dialog', (dialog) => {
    wrong.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) wrong.push(message.text())
  })
  page.on('request', (request) => {
    const { origin } = new URL(request.url())
    if (origin !== base && !request.url().startsWith('data:')) wrong.push(`a request to ${request.url()}`)
  })
})

afterEach(async () => {
  await context.close()
  expect(wrong).toEqual([])
})

const go = (path: string, wait = 'h1') =>
  page.goto(base + path.replace(story, `/story/${storyId}`)).then(() => page.waitForSelector(wait))
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const api = async <T>(path: string): Promise<T> => (await fetch(`${base}/api/${path}`)).json() as Promise<T>
const keysOf = async (path: string) => (await api<{ rows: { key: string }[] }>(path)).rows.map(({ key }) => key)
const shownKeys = () => page.locator('.hit').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-key')))
const countSaid = async () => Number.parseInt(await page.locator('.says p').first().innerText(), 10)
const nameMe = () => page.addInitScript(() => localStorage.setItem('onrecord:name', 'Mara Lund'))
const waitForCount = (count: number) => expect.poll(countSaid).toBe(count)

/** What a link on the page downloads. */
async function downloaded(link: ReturnType<Page['locator']>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return readFileSync(await download.path(), 'utf8')
}

describe('search', () => {
  test('words, a facet taken and another left out, the order, all in the address, and back again', async () => {
    await go('/', '.hit')
    const { count } = await api<{ count: number }>('count/statements')
    expect(await countSaid()).toBe(count)
    await page.getByLabel('Words to find').fill('the')
    await press('Enter')
    await page.waitForURL(/words=the/)
    await waitForCount((await api<{ count: number }>('count/statements?words=the')).count)
    await page.locator('.facet-value', { hasText: 'Almeth Post' }).click()
    await page.waitForURL(/outlet=Almeth/)
    const { act } = await api<{ act: { value: string }[] }>('facets/statements?fields=act&words=the&outlet=Almeth+Post')
    const out = act[1].value
    await page.getByLabel(`Leave out act ${out}`).click()
    await page.waitForURL(/not\.act=/)
    await page.getByLabel('sorted by').selectOption('confidence')
    await page.getByLabel('reverse').check()
    await page.waitForURL(/descending=true/)
    const query = `words=the&outlet=Almeth+Post&not.act=${out}`
    const said = await api<{ count: number; says: string }>(`count/statements?${query}`)
    expect(said.count).toBeGreaterThan(0)
    await expect.poll(() => page.locator('.says p').first().innerText()).toBe(`${said.count} ${said.says}`)
    expect(await page.locator('.chip').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('words the'), expect.stringContaining(`not act ${out}`)]),
    )
    const wanted = await keysOf(`statements?${query}&sort=confidence&descending=true&limit=50`)
    await expect.poll(shownKeys).toEqual(wanted)
    const address = page.url()
    await page.goto('about:blank').then(() => page.goto(address))
    await expect.poll(shownKeys).toEqual(wanted)
    await page.getByLabel(`Take away: not act ${out}`).click()
    await waitForCount((await api<{ count: number }>('count/statements?words=the&outlet=Almeth+Post')).count)
    await page.goBack()
    await expect.poll(shownKeys).toEqual(wanted)
    expect(page.url()).toBe(address)
  })

  test('the list goes on to its end', async () => {
    await go('/', '.hit')
    const all = (await api<{ rows: { key: string }[] }>('statements?limit=1000')).rows.map(({ key }) => key)
    expect(all.length).toBeGreaterThan(100)
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 3000)
        return (await shownKeys()).length
      })
      .toBe(all.length)
    expect(await shownKeys()).toEqual(all)
  })

  test.each(['statements', 'events', 'reports', 'entities'])(
    '%s: what is downloaded is what is listed',
    async (list) => {
      const order =
        list === 'entities' ? 'sort=name' : list === 'reports' ? 'sort=published&descending=true' : 'sort=confidence'
      await go(`/?list=${list}&${order}`, '.hit')
      const keys = await keysOf(`${list}?limit=1000&${order}`)
      expect(await page.getByRole('link', { name: 'CSV' }).getAttribute('download')).not.toBeNull()
      const jsonl = await downloaded(page.getByRole('link', { name: 'JSON Lines' }))
      expect(
        jsonl
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).row_key),
      ).toEqual(keys)
      const csv = await downloaded(page.getByRole('link', { name: 'CSV' }))
      expect(csv).toBe(await (await fetch(`${base}/api/${list}.csv?${order}`)).text())
      expect((await shownKeys()).slice(0, 20)).toEqual(keys.slice(0, 20))
    },
  )

  test('j and k go from row to row, Enter opens the words in their report; / and ? from anywhere', async () => {
    await go('/', '.hit')
    const [, second] = await shownKeys()
    await press('j', 'j', 'j', 'k')
    expect(await page.locator('.hit:focus').getAttribute('data-key')).toBe(second)
    await press('Enter')
    await page.waitForSelector('.card.chosen')
    expect(await page.locator('.card.chosen').getAttribute('data-row')).toBe(second?.split('#')[1])
    await press('?')
    await page.waitForSelector('kbd')
    await press('/')
    await page.waitForSelector('input[type="search"]:focus')
  })
})

const pictures = [
  ['/timeline', '/api/series.csv?list=events&unit=day&by=status'],
  ['/over-time', '/api/series.csv?list=statements&unit=day&by='],
  ['/map', '/api/places.csv?by=status'],
  ['/who', '/api/pairs.csv?pairs=acts'],
] as const

describe('adding', () => {
  test('a report that is pasted is read, kept, and decided upon at once; a page that is dropped is taken as a page', async () => {
    await nameMe()
    await go('/read', 'textarea')
    const words = 'Ilse Marek said on Tuesday that the bridge at Tessaly would be closed for a month.'
    await page.getByLabel(/The report/).fill(words)
    await page.getByLabel('published').fill('2025-04-09')
    await page.getByRole('button', { name: 'Add to the desk' }).click()
    await page.waitForSelector('.card')
    expect(await page.locator('h1').innerText()).toBe(words)
    await press('j', 'y')
    const report = decodeURIComponent(new URL(page.url()).pathname.split('/')[2])
    await expect.poll(() => desk.decisions({ report }).length).toBe(1)
    await go('/read', 'textarea')
    const council = '<p>The council met for a second day and came to no decision about the toll, Jonas Reth said.</p>'
    const html = `<!doctype html><title>Bridge</title><article><h1>Bridge of Tessaly is shut</h1>${council.repeat(6)}</article>`
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'bridge.html', mimeType: 'text/html', buffer: Buffer.from(html) })
    await page.waitForSelector('.card')
    expect(await page.locator('.report-text').innerText()).not.toContain('<p>')
  })
})

describe('pictures', () => {
  test.each(pictures)('%s has its figures, and the same as a file', async (path) => {
    await go(path, '.behind')
    await page.locator('.behind summary').first().click()
    const cells = await page
      .locator('.behind')
      .first()
      .locator('tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)))
    expect(cells.length).toBeGreaterThan(2)
    const link = page.locator('.behind a[download]').first()
    const csv = await downloaded(link)
    expect(csv).toBe(await (await fetch(new URL((await link.getAttribute('href')) as string, base))).text())
    expect(csv.trim().split('\r\n').length).toBe(cells.length)
    for (const name of cells[0]) expect(csv.split('\r\n')[0]).toContain(name)
    for (const [at, key] of ['?', '/'].entries()) {
      await press(key)
      await page.waitForSelector(at === 0 ? 'kbd' : 'input[type="search"]:focus')
    }
  })

  test('a figure leads to its rows', async () => {
    await go('/timeline?status=denied', '.behind')
    await page.locator('.behind summary').first().click()
    const figure = page.locator('.behind td.number a').first()
    const count = Number(await figure.innerText())
    await figure.click()
    await page.waitForSelector('.hit')
    await waitForCount(count)
    expect(new URL(page.url()).searchParams.getAll('status')).toContain('denied')
  })

  test('a speaker: from their name to their words, and to the words in the report', async () => {
    await go('/?speaker=Jonas+Reth', '.hit')
    await page.locator('a.who', { hasText: 'Jonas Reth' }).first().click()
    await page.waitForURL(/\/speaker\/Jonas/)
    await page.waitForSelector('.hit')
    expect(await page.locator('h1').innerText()).toBe('Jonas Reth')
    await expect.poll(shownKeys).toEqual(await keysOf('statements?speaker=Jonas+Reth&sort=when&limit=50'))
    await page.locator('a.hit-words').first().click()
    await page.waitForSelector('.card.chosen')
    expect(await page.locator('.card.chosen').innerText()).toContain('Jonas Reth')
  })
})

describe('deciding', () => {
  const verdicts = (report: string) =>
    desk.decisions({ report }).map(({ key, verdict }) => [key.split('#')[1], verdict])

  test('y, n, e and u come to the desk, and search shows who decided', async () => {
    await nameMe()
    await go('/report/flood', '.card')
    const rows = await page.locator('.card').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-row')))
    await press('j', 'y', 'n')
    await expect
      .poll(() => verdicts('flood'))
      .toEqual([
        [rows[0], 'right'],
        [rows[1], 'wrong'],
      ])
    const list = await context.newPage()
    await list.goto(`${base}/?report=flood`)
    await list.getByRole('link', { name: '1 wrong hidden' }).click()
    await list.waitForURL(/decided=wrong/)
    await list.close()
    await press('u')
    await expect.poll(() => verdicts('flood').slice(2)).toEqual([[rows[1], 'open']])
    const [decision] = desk.decisions({ report: 'flood' })
    expect(decision).toMatchObject({ by: 'Mara Lund', verdict: 'right' })
    expect(Math.abs(Date.now() - Date.parse(decision.at))).toBeLessThan(60_000)
    expect(verdicts('flood')).toHaveLength(3)
    const verdict = page.locator('.verdict.right')
    expect(await verdict.innerText()).toContain('Mara Lund')
    expect(await verdict.locator('time').getAttribute('datetime')).toBe(decision.at)
    const { id } = desk.find({
      list: 'statements',
      filter: { report: ['flood'], act: ['state'], decided: ['none'] },
      limit: 1,
    }).rows[0]
    await go(`/report/flood#${id}`, '.card.chosen')
    await press('e')
    await page.locator('.mend').getByLabel('act', { exact: true }).selectOption('deny')
    await press('Control+Enter')
    await expect.poll(() => verdicts('flood').slice(3)).toEqual([[id, 'mended']])
    await go('/?report=flood&decided=right&decided=mended', '.hit')
    await waitForCount(2)
    const feet = await page.locator('.hit .decided').allInnerTexts()
    expect(feet.map((foot) => foot.split(' · ')[0]).sort()).toEqual(['mended, says Mara Lund', 'right, says Mara Lund'])
    const moments = await page
      .locator('.hit .decided time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')))
    expect(moments).toContain(decision.at)
    expect(await page.locator('.hit', { hasText: 'mended, says' }).locator('.act').innerText()).toContain('den')
  })

  test('the server goes away and comes back: no decision is lost, and the list is there again', async () => {
    await nameMe()
    await go('/report/strike', '.card')
    const list = await context.newPage()
    await list.goto(`${base}/?outlet=Tessaly+Herald`)
    await list.waitForSelector('.hit')
    await serving.stop()
    await press('j', 'y', 'y')
    await page.waitForSelector('.queue-away')
    await list.getByRole('link', { name: 'Events', exact: true }).click()
    await list.waitForSelector('[role="alert"]')
    await start()
    await page.waitForSelector('.queue-away', { state: 'detached' })
    expect(verdicts('strike').map(([, verdict]) => verdict)).toEqual(['right', 'right'])
    await list.waitForSelector('.hit .trigger-words')
    await list.waitForSelector('[role="alert"]', { state: 'detached' })
    await list.close()
  })
})

describe('a hostile report', () => {
  test('does nothing in its own view', async () => {
    await go(`/report/${encodeURIComponent(hostileId)}`, '.card')
    expect(await page.locator('main :is(script, img, iframe, b:has(b))').count()).toBe(0)
    expect(await page.locator('a[href^="javascript" i]').count()).toBe(0)
    expect(await page.locator('.line').first().innerText()).toContain('<script>alert(1)</script>')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })

  test('does nothing in lists, counts, pictures and downloads', async () => {
    const filter = `report=${encodeURIComponent(hostileId)}`
    for (const path of [
      '/',
      '/?list=events',
      '/?list=reports',
      '/timeline',
      '/over-time',
      '/map',
      '/who?pairs=speaks',
    ]) {
      await go(
        `${path}${path.includes('?') ? '&' : '?'}${path.includes('list=reports') ? `id=${encodeURIComponent(hostileId)}` : filter}`,
      )
      await page.waitForSelector('.hit, .behind, main .remark:not(:empty)')
      expect(await page.locator('main :is(script, img, iframe)').count()).toBe(0)
      expect(await page.locator('a[href^="javascript" i]').count()).toBe(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
    await go(`/?${filter}`, '.hit')
    expect(await page.locator('.facets').innerText()).toContain('"><img src=x onerror="alert(4)">')
    await page.locator('a.hit-words').first().click()
    await page.waitForSelector('.card.chosen')
  })
})

describe('a draft is checked', () => {
  const submit = () => page.getByRole('button', { name: 'Check', exact: true }).click()

  test('against the desk: a number that differs is said loudly, and the card leads to the source', async () => {
    await go('/check', 'textarea')
    const [{ content, speaker, report }] = desk.find({
      list: 'statements',
      filter: { quotation: ['direct'], report: ['border-clash'] },
      limit: 1,
    }).rows
    const words = content.replace(/[“”]|,$/g, '').split(' ')
    const put = ['never', ...words.slice(1)].join(' ')
    await page.locator('textarea[name=draft]').fill(`“${[words[0], put].join(' ')},” ${speaker?.name} said.`)
    await submit()
    const card = page.locator('.checked-card').first()
    await expect.poll(() => card.innerText()).toMatch(/altered[\s\S]*a negation differs/i)
    expect(await card.locator('cite a').getAttribute('href')).toBe(`/report/${report}`)
    expect(await page.locator('.checked-mark').count()).toBe(1)
    expect(await serious(page)).toEqual([])
  })

  test('against sources of its own, in the page, by keyboard, and saved as HTML', async () => {
    await go('/check', 'textarea')
    await page.getByRole('button', { name: 'Use the example' }).press('Enter')
    await submit()
    await page.waitForSelector('.checked-card', { timeout: 60_000 })
    const verdicts = await page.locator('.checked-verdict strong').allInnerTexts()
    expect(verdicts).toContain('another speaker')
    expect(verdicts).toContain('not found')
    await page.locator('.checked-mark').nth(2).focus()
    expect(await page.locator('.checked-card.current').getAttribute('id')).toBe('check-3')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'HTML for the file' }).click(),
    ])
    const saved = readFileSync(await download.path(), 'utf8')
    expect(saved).toContain('<mark class="look">')
    expect(saved).not.toContain('<script')
  })
})

describe('stories', () => {
  const laid = () => api<LaidStory>(`stories/${storyId}`)

  test('from the list to what each report says of a happening, by pointing and by keys, all in the address', async () => {
    await go('/stories', '.story-line')
    await page.getByRole('link', { name: 'Kestrian artillery shells Varlonian port' }).first().click()
    await page.waitForSelector('.story-grid')
    expect(new URL(page.url()).pathname).toBe(`/story/${storyId}`)
    const { happenings, reports } = await laid()
    const shared = happenings.filter(({ silent }) => silent.length < reports.length - 1)
    expect(await page.locator('.story-grid tbody tr').count()).toBe(shared.length)
    const cells = shared.reduce((sum, { silent }) => sum + reports.length - silent.length, 0)
    expect(await page.locator('.cell').count()).toBe(cells)
    const denied = page.locator('.cell:has(.mark.is-denied)').first()
    await denied.hover()
    expect(await page.locator('.beside-side').first().innerText()).toContain(
      'Kestria denied on Thursday that its artillery',
    )
    expect(await page.locator('.beside-side').nth(1).locator('.passage-trigger').count()).toBeGreaterThan(0)
    await denied.focus()
    await press('ArrowLeft')
    expect(await page.locator('.cell:focus').getAttribute('data-cell')).not.toBe(await denied.getAttribute('data-cell'))
    await press('ArrowRight', 'Enter')
    const { hash } = new URL(page.url())
    expect(hash).toMatch(/^#h[^/]+\/tessaly-radio$/)
    await page.reload()
    await page.waitForSelector('.beside-panel')
    expect(await page.locator('.cell[aria-pressed="true"] .hidden-text').textContent()).toContain(
      'Radio Tessaly: denied',
    )
    await press('Escape')
    expect(await page.locator('.beside-panel').count()).toBe(0)
    expect(new URL(page.url()).hash).toBe('')
  })

  test('the time line, quotations word by word, what is copied, and the same as files', async () => {
    await go(story, '.story-grid')
    const { happenings, reports, changes } = await laid()
    expect(await page.locator('.time-line svg .dot').count()).toBe(reports.length)
    expect(await page.locator('.changes li').count()).toBe(changes.length)
    expect(await page.locator('.quotation-version.altered del').allInnerTexts()).toEqual(['not'])
    expect(await page.locator('.story-reports tbody tr').nth(1).innerText()).toMatch(/7\d %, most as in Almeth Wire/)
    const csv = await downloaded(page.locator('.story-head').getByRole('link', { name: 'CSV' }))
    expect(csv.split('\r\n').length - 2).toBe(happenings.flatMap(({ tellings }) => tellings).length)
    const json = JSON.parse(await downloaded(page.locator('.story-head').getByRole('link', { name: 'JSON' })))
    expect(json.happenings).toEqual(happenings)
  })

  test('two reports side by side: what both tell is joined, and a click brings it together', async () => {
    await go(`${story}/beside?a=almeth-wire&b=varlonia-today`, '.two-reports .claim')
    const claims = await page.locator('.one-report').first().locator('.claim').count()
    expect(claims).toBeGreaterThan(0)
    expect(await page.locator('.join').count()).toBe(claims)
    await page.locator('.one-report .claim').first().click()
    expect(await page.locator('.claim.chosen').count()).toBe(2)
    expect(new URL(page.url()).hash).toMatch(/^#h/)
    await page.getByLabel('right').selectOption('harbour-post')
    await page.waitForURL('**/beside?a=almeth-wire&b=harbour-post')
    await page.waitForSelector('.one-text .both')
  })

  test('a narrow window lists it by happening; a report leads to its story, and words find stories', async () => {
    await page.setViewportSize({ width: 360, height: 780 })
    await go(story, '.by-happening')
    expect(await page.locator('.story-grid').count()).toBe(0)
    await page.locator('.by-happening summary').first().click()
    expect(await page.locator('.by-happening .passage').first().innerText()).toContain('shelled')
    await go('/report/tessaly-radio', '.report-text')
    expect(await page.getByRole('link', { name: /other reports of this story say/ }).getAttribute('href')).toBe(
      `/story/${storyId}`,
    )
    await go('/stories?words=ferry&least=3', '.story-line')
    expect(await page.locator('.story-line').count()).toBe(1)
    await go('/stories?words=nowhere-at-all', '.remark')
  })
})

describe('everyone', () => {
  // one of each kind of view, as narrow windows lay it out
  const layouts = new Set(['/?act=warn&act=deny', '/timeline', '/report/summit', '/stories', story])
  const views = [
    ['/?act=warn&act=deny', '.hit'],
    ['/?list=events&status=denied&not.type=PROTEST', '.hit'],
    ['/?list=reports', '.hit'],
    ['/?list=entities', '.hit'],
    ...pictures.map(([path]) => [path, '.behind'] as const),
    ['/who?form=network', '.behind'],
    ['/speaker/Jonas%20Reth', '.hit'],
    ['/report/summit', '.card'],
    ['/stories', '.story-line .differences'],
    [story, '.story-grid, .by-happening'],
    [`${story}/beside`, '.joined'],
    ['/read', 'textarea'],
    ['/check', 'textarea'],
    ['/queue', '.coding input'],
    ['/agreement', '.coding'],
    ['/right', '.coding'],
    ['/learning', '.coding'],
    ['/keys', 'kbd'],
    ['/nothing-here', '.remark a'],
  ] as const
  test('every view is among them', () => {
    for (const { path } of routes) {
      const start = path.replace(/:.*/, '')
      expect(views.filter(([address]) => address.split('?')[0].startsWith(start))).not.toEqual([])
    }
  })

  test.each(views)(
    '%s: axe finds nothing serious, light, dark and narrow, and nothing is wider than the window',
    async (path, wait) => {
      await go(path, wait)
      await page.locator('.behind').evaluateAll((all) => {
        for (const one of all) (one as HTMLDetailsElement).open = true
      })
      for (const [colorScheme, width, of] of [
        ['light', 1280, 'everything'],
        ['dark', 1280, 'colours'],
        ['dark', 320, 'everything'],
      ] as const) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 800 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
        if (width === 1280 || layouts.has(path)) expect(await serious(page, of)).toEqual([])
      }
    },
  )
})

describe('a server with a token', () => {
  test('is opened once with it, forgets it in the address, and works', async () => {
    await serving.stop()
    await start({ token: 'a-secret&more' })
    try {
      expect((await page.goto(`${base}/`))?.status()).toBe(401)
      await page.goto(`${base}/?list=events&token=${encodeURIComponent('a-secret&more')}`)
      await page.waitForSelector('.hit')
      expect(page.url()).toBe(`${base}/?list=events`)
      await nameMe()
      await go('/report/summit', '.card')
      await press('j', 'y')
      await expect.poll(() => desk.decisions({ report: 'summit' }).length).toBe(1)
      expect(await page.evaluate(() => document.cookie)).toBe('')
    } finally {
      await serving.stop()
      await start()
    }
  })
})
