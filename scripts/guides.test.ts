import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/**
 * Runs what the guides say to run, in the order of each page: commands of onrecord always; what needs another tool where it is there, named as
 * skipped where it is not. ONRECORD_PYTHON names a Python that has pandas, duckdb and the like.
 */

const root = fileURLToPath(new URL('../', import.meta.url))
const guides = readdirSync(join(root, 'docs/guides'))
  .filter((file) => file.endsWith('.md'))
  .sort()
/** Pages that are run: the guides, and what else is SQL and Python from top to bottom. */
const pages = [...guides.map((file) => `guides/${file}`), 'lake.md']
const folder = mkdtempSync(join(tmpdir(), 'onrecord-guides-'))
const python = process.env.ONRECORD_PYTHON ?? 'python3'
const env = {
  ...process.env,
  PATH: [join(folder, 'bin'), join(python, '..'), process.env.PATH].join(delimiter),
  SLURM_CPUS_PER_TASK: '1',
}

interface Block {
  language: string
  code: string
  needs?: string
}

/** The blocks of a page that are to be run. */
function blocksOf(page: string): Block[] {
  const found = page.matchAll(/(<!-- not run[^>]*-->\n)?```(sh|bash|py|sql|r)\n([\s\S]*?)```/g)
  return [...found]
    .filter(([, notRun]) => !notRun)
    .map(([, , language, code]) => ({ language, code, needs: needsOf(language, code) }))
}

/** The tool beside Node that a block needs. */
function needsOf(language: string, code: string): string | undefined {
  if (language === 'py') return /import pyspark|from pyspark/.test(code) ? 'python pyspark' : 'python pandas pyarrow'
  if (language === 'sql') return 'python duckdb'
  if (language === 'r') return 'Rscript'
  return /^# needs: (\S+)/m.exec(code)?.[1]
}

function isThere(needs: string): boolean {
  const [tool, ...modules] = needs.split(' ')
  const words =
    tool === 'python' ? [python, '-c', modules.map((name) => `import ${name}`).join('\n')] : [tool, '--version']
  return spawnSync(words[0], words.slice(1), { env, stdio: 'ignore' }).status === 0
}

/** How a block is run: the program, and what it reads. */
function commandOf({ language, code }: Block): [string, ...string[]] {
  if (language === 'py') return [python, '-c', code]
  if (language === 'sql') return [python, '-c', 'import duckdb, sys\nprint(duckdb.sql(sys.argv[1]))', code]
  if (language === 'r') return ['Rscript', '-e', code]
  return ['bash', '-e', '-o', 'pipefail', '-c', code]
}

/** Commands that ran in this folder already, such as filling the desk: their files are there. */
const ran = new Set<string>()
const notYet = ({ code, ...block }: Block): Block => {
  const lines = code.split('\n').filter((line) => !ran.has(line))
  for (const line of lines) if (/^onrecord (?:add|export)\b.*[^\\]$/.test(line)) ran.add(line)
  return { ...block, code: lines.join('\n') }
}

const run = (block: Block, more: { [name: string]: string } = {}) => {
  const [program, ...words] = commandOf(block)
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: folder,
    env: { ...env, ...more },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

beforeAll(() => {
  mkdirSync(join(folder, 'bin'))
  writeFileSync(
    join(folder, 'bin/onrecord'),
    `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'dist/cli/onrecord.js')}" "$@"\n`,
  )
  chmodSync(join(folder, 'bin/onrecord'), 0o755)
  mkdirSync(join(folder, 'reports'))
  for (const file of ['border-clash.txt', 'strike.txt', 'sources/port-reopens.html'])
    cpSync(join(root, 'examples', file), join(folder, 'reports', file.replace('/', '-')))
  const lines = [
    'Venn said on Tuesday that the port would open.',
    'Kestria shelled the port of Almeth, Marek said.',
    'Marek denied it.',
  ]
  const reports = lines.map((text, n) => JSON.stringify({ id: `r${n}`, published: '2025-03-14', text }))
  writeFileSync(join(folder, 'reports.jsonl'), `${reports.join('\n')}\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(process.platform === 'win32')('the guides run', () => {
  describe.each(pages)('%s', (page) => {
    const blocks = blocksOf(readFileSync(join(root, 'docs', page), 'utf8'))
    const needs = [...new Set(blocks.flatMap((block) => block.needs ?? []))]
    const missing = needs.filter((need) => !isThere(need))
    for (const need of missing) test.skip(`what needs ${need}, which is not here`, () => {})

    test('every command does what the page says', () => {
      for (const block of blocks.filter((block) => !block.needs || !missing.includes(block.needs)))
        for (const task of block.language === 'bash' ? ['0', '1'] : ['']) {
          const { status, stdout, stderr } = run(notYet(block), { SLURM_ARRAY_TASK_ID: task })
          expect(status, `${block.code}\n${stdout}${stderr}`).toBe(0)
        }
    }, 240_000)
  })
})

test('every guide is named in the README', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  for (const guide of guides) expect(readme).toContain(`docs/guides/${guide}`)
})
