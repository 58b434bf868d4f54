import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build, createServer, preview } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserFlags, findBrowser } from './find-browser.ts'
import { writePackages } from './pack.ts'
import { blocksOf } from './run-example.ts'

/** The packages as people have them: packed, installed by npm without a network, used in Node and, bundled, in a browser. */

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'onrecord-packages-'))
const app = join(folder, 'app')
const packages = join(folder, 'packages')
const described = (name: string) => JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'))
const tarball = (name: string) =>
  join(folder, readdirSync(folder).find((file) => new RegExp(`^${name}-\\d.*\\.tgz$`).test(file))!)

const npm = (cwd: string, ...words: string[]) =>
  execFileSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    [...words, '--offline', '--no-audit', '--no-fund', '--ignore-scripts'],
    {
      cwd,
      stdio: 'pipe',
    },
  )

beforeAll(async () => {
  await writePackages(packages)
  for (const name of ['onrecord', 'onrecord-places']) npm(join(packages, name), 'pack', '--pack-destination', folder)
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), '{ "name": "app", "private": true, "type": "module" }')
  const here = ['zod', '@noble/hashes'].map((name) => join(root, 'node_modules', name))
  npm(app, 'install', tarball('onrecord'), tarball('onrecord-places'), ...here)
}, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the library has at most three dependencies and a tarball under 14 MB', () => {
  expect(Object.keys(described('onrecord').dependencies).sort()).toEqual(['@noble/hashes', 'onrecord-places', 'zod'])
  expect(statSync(tarball('onrecord')).size).toBeLessThan(14_000_000)
  expect(statSync(tarball('onrecord-places')).size).toBeLessThan(5_000_000)
})

test("the command's package has all of the project's own dependencies, and no pictures", () => {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const command = described('onrecord-cli')
  expect(command.dependencies).toEqual(own.dependencies)
  expect(command.bin).toEqual(own.bin)
  expect(readdirSync(join(packages, 'onrecord-cli/docs')).filter((file) => file.endsWith('.jpg'))).toEqual([])
})

test("the README's first program runs where the library is installed", () => {
  const [{ code, prints }] = blocksOf(readFileSync(join(root, 'README.md'), 'utf8'))
  writeFileSync(join(app, 'first.js'), code)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['first.js'], { cwd: app, encoding: 'utf8' })
  expect({ status, printed: stdout.trimEnd(), stderr }).toEqual({ status: 0, printed: prints, stderr: '' })
})

test('the installed library reads what the checkout reads, the gazetteer and its hashes too', () => {
  const program = (from: string) =>
    `import { openReader } from '${from}'; const { models, codebook, version } = await openReader(); console.log(JSON.stringify({ models, codebook, version }))`
  const run = (cwd: string, from: string) =>
    spawnSync(process.execPath, ['--input-type=module', '--eval', program(from)], { cwd, encoding: 'utf8' }).stdout
  const ours = run(root, './dist/index.js')
  expect(JSON.parse(ours).models).toHaveProperty('places')
  expect(run(app, 'onrecord')).toBe(ours)
})

/** What the example does not: a pack that is not where it was said to be. */
const LOST = `
import { openReader } from 'onrecord'
const lost = new URL('/nothing/onrecord.pack', location.href).href
openReader({ base: lost }).catch(({ code }) => { document.body.dataset.lost = code })
`

test('the Vite project of examples/vite works, while developing and built: in a page and in a worker', async () => {
  for (const name of ['@mozilla', 'linkedom', 'tldts'])
    symlinkSync(join(root, 'node_modules', name), join(app, 'node_modules', name))
  for (const name of ['index.html', 'main.js', 'worker.js'])
    copyFileSync(join(root, 'examples/vite', name), join(app, name))
  appendFileSync(join(app, 'index.html'), '<script type="module" src="/lost.js"></script>')
  writeFileSync(join(app, 'lost.js'), LOST)
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags })
  const told = async (address: string) => {
    const page = await browser.newPage()
    await page.goto(address)
    await page.waitForFunction(() => Object.keys(document.body.dataset).length === 4, null, { timeout: 90_000 })
    const data = await page.evaluate(() => ({ ...document.body.dataset }))
    await page.close()
    return data
  }
  const expected = {
    here: 'Venn: that the port would open',
    worker: '1 true',
    extract: 'The port will open.',
    lost: 'file-missing',
  }
  try {
    const config = { root: app, logLevel: 'error', configFile: false } as const
    const developing = await createServer({ ...config, server: { port: 0, host: '127.0.0.1' } })
    await developing.listen()
    expect(await told(developing.resolvedUrls!.local[0])).toEqual(expected)
    await developing.close()
    await build(config)
    expect(readdirSync(join(app, 'dist/assets')).filter((file) => file.endsWith('.pack'))).toHaveLength(2)
    const built = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } })
    expect(await told(built.resolvedUrls!.local[0])).toEqual(expected)
    await built.close()
  } finally {
    await browser.close()
  }
}, 240_000)
