import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askExamples } from '../src/server/fixture.ts'

/** examples/api-client: a client is generated from the server's description, compiled with a program that uses it, and asked. */

const root = fileURLToPath(new URL('../', import.meta.url))
let folder = ''
let asked: Awaited<ReturnType<typeof askExamples>>

/** Calls that are right, and calls and answers that a typed client has to refuse. */
const TYPED = `
import { type Event, openClient } from './onrecord-client.js'
const client = openClient('http://localhost')
const { rows } = await client.getEvents({ status: ['happened'], descending: true })
export const row: Event = rows[0]
export const status: 'happened' | 'ongoing' | 'planned' | 'threatened' | 'requested' | 'supposed' | 'denied' | 'not-happened' = row.status
// @ts-expect-error no such status
await client.getEvents({ status: ['hapened'] })
// @ts-expect-error no such filter
await client.getStatements({ speeker: ['Venn'] })
// @ts-expect-error a row has no such field
rows[0].speker
// @ts-expect-error it has to be said which list
await client.getSeries({})
`

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-client-'))
  asked = await askExamples()
  const { clientOf } = await import(pathToFileURL(join(root, 'examples/api-client/make-client.js')).href)
  writeFileSync(join(folder, 'onrecord-client.ts'), clientOf(await (await asked.get('/api/openapi.json')).json()))
  copyFileSync(join(root, 'examples/api-client/who-says.ts'), join(folder, 'who-says.ts'))
  writeFileSync(join(folder, 'typed.ts'), TYPED)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('it compiles, and knows what the API takes and gives', () => {
  const options = [
    '--strict',
    '--skipLibCheck',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--rewriteRelativeImportExtensions',
  ]
  const types = ['--lib', 'es2023,dom', '--typeRoots', join(root, 'node_modules/@types'), '--types', 'node']
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), ...options, ...types, 'who-says.ts', 'typed.ts'],
    { cwd: folder, encoding: 'utf8' },
  )
  expect(stdout).toBe('')
  expect(status).toBe(0)
})

test('the program over it says who says most, and a refusal comes with its code', async () => {
  // as it was compiled
  const { whoSays } = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'who-says.js')).href)
  const { openClient } = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'onrecord-client.js')).href)
  const fetch = (address: string, init: RequestInit) => asked.app.request(address, init)
  const lines: string[] = await whoSays('http://localhost', { fetch })
  const [{ value, count }] = asked.desk.facets({ list: 'statements', filter: {} }, ['speaker']).speaker!
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(new RegExp(`^${value} \\(${count}\\): \\S+, .+ \\[\\S+\\]$`))
  const client = openClient('http://localhost', { fetch })
  await expect(client.getReportsById('nowhere')).rejects.toMatchObject({ status: 404, code: 'report-missing' })
  await expect(client.getStatements({ limit: 100_000 })).rejects.toMatchObject({ status: 400 })
  const record = await client.postRead({ id: 'x', text: 'Ilse Marek said that the port would open.' })
  expect(record).toMatchObject({ schema: 'onrecord/1', statements: [{ act: 'state' }] })
})
