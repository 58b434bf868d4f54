import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deskCommands } from './cli/lazy.ts'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const packageJson = JSON.parse(read('package.json'))

test('docs/dependencies.md names exactly the packages of package.json', () => {
  const page = read('docs/dependencies.md')
  const named = [...page.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell]) => [...cell.matchAll(/\[([^\]]+)\]\(/g)])
  const packages = Object.keys({
    ...packageJson.dependencies,
    ...packageJson.optionalDependencies,
    ...packageJson.devDependencies,
  })
  expect(named.map(([, name]) => name).sort()).toEqual(packages.sort())
})

test('CHANGELOG.md has this version', () => {
  expect(read('CHANGELOG.md')).toContain(`## ${packageJson.version}`)
})

test.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/record.md', 'docs/page.md', 'docs/mcp.md'])(
  'the links of %s lead somewhere',
  (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#]+)\)/g)]
      .map(([, link]) => link)
      .filter((link) => !link.includes(':'))
    const missing = links.filter((link) => !existsSync(new URL(link, new URL(`../${page}`, import.meta.url))))
    expect(missing).toEqual([])
  },
)

test('the README has every command with an example', () => {
  for (const command of ['read', 'parse', 'code', 'page', ...Object.keys(deskCommands)])
    expect(read('README.md')).toContain(`onrecord ${command} `)
})
