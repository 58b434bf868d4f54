import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const packageJson = JSON.parse(read('package.json'))

test('docs/dependencies.md names exactly the packages of package.json', () => {
  const page = read('docs/dependencies.md')
  const named = [...page.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell]) => [...cell.matchAll(/\[([^\]]+)\]\(/g)])
  const packages = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies })
  expect(named.map(([, name]) => name).sort()).toEqual(packages.sort())
})

test('CHANGELOG.md has this version', () => {
  expect(read('CHANGELOG.md')).toContain(`## ${packageJson.version}`)
})
