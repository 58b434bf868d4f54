import { exampleDesk } from '../src/desk/fixture.ts'
import { openReader } from '../src/open.ts'
import { createApp } from '../src/server/app.ts'

/** A request, as docs/api.md writes it, and the block that holds its answer, where there is one already. */
const EXAMPLE = /```http\n(GET|POST) (\S+)\n([^`]*)```\n(?:```\w+\n[^`]*```\n)?/g

/**
 * The page of the API with every example's answer as the server gives it on a desk of the example reports, long ones shortened.
 * Keys in the page are made those of the desk.
 */
export async function withAnswers(page: string): Promise<string> {
  const desk = await exampleDesk()
  const reader = openReader()
  const read = async (report: { id: string; text: string }) => JSON.stringify((await reader).read(report))
  const app = createApp({ desk, reader: () => reader, read, check: async () => (await reader).check })
  const [{ key }] = desk.find({ list: 'statements', filter: { report: ['border-clash'] }, limit: 1 }).rows
  const keyed = page.replace(/border-clash#s\w+/g, key)
  let answered = ''
  let at = 0
  for (const found of keyed.matchAll(EXAMPLE)) {
    const [whole, method, path, body] = found
    const init = method === 'POST' ? { method, body, headers: { 'content-type': 'application/json' } } : {}
    const answer = await app.request(path, init)
    const type = answer.headers.get('content-type') ?? ''
    const kind = /^application\/json\b/.test(type) ? 'json' : /^text\/csv\b/.test(type) ? 'csv' : 'text'
    const text = await answer.text()
    const shown = kind === 'json' ? laidOut(shortened(JSON.parse(text))) : plain(text)
    answered += `${keyed.slice(at, found.index)}\`\`\`http\n${method} ${path}\n${body}\`\`\`\n\`\`\`${kind}\n${shown}\n\`\`\`\n`
    at = found.index + whole.length
  }
  return answered + keyed.slice(at)
}

/** Fields whose values differ from desk to desk and from version to version. */
const PASSING = new Set(['added', 'size', 'file', 'models', 'codebook', 'version', 'readers'])
const LONGEST = 60
const MOST = 2

/** Long texts are cut; of lists and objects the beginning is left. */
function shortened(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST - 20).trimEnd()} …` : value
  if (Array.isArray(value))
    return value.length > MOST
      ? [...value.slice(0, MOST).map((one) => shortened(one, depth + 1)), '…']
      : value.map((one) => shortened(one, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  if (depth > 3) return '…'
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, PASSING.has(name) ? '…' : shortened(one, depth + 1)]),
  )
}

/** JSON with a line a field, and what is small on one line. */
function laidOut(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value)
  if (flat.length + indent.length < 110 || typeof value !== 'object' || value === null) return flat
  const deeper = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((one) => deeper + laidOut(one, deeper))
    : Object.entries(value).map(([name, one]) => `${deeper}${JSON.stringify(name)}: ${laidOut(one, deeper)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`
}

const LINES = 4
const WIDTH = 140

/** The first lines of a text, long ones cut. */
function plain(text: string): string {
  const lines = text.trimEnd().split(/\r?\n/)
  const shown = lines.slice(0, LINES).map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line))
  return [...shown, ...(lines.length > LINES ? ['…'] : [])].join('\n')
}
