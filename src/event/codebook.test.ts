import fs from 'node:fs'
import { expect, it } from 'vitest'
import type { Resources } from '../resources.ts'
import { readCodebook } from './codebook.ts'
import { readClasses, readConditions } from './conditions.ts'
import { table } from './table.ts'
import { readNature } from './traits.ts'

const resources = {
  bytes: (path: string) => fs.readFileSync(path),
  text: (path: string) => fs.readFileSync(path, 'utf8'),
}
const codebook = readCodebook(resources)
const modes = new Set(table(resources, 'modes').map(([type, mode]) => `${type} ${mode}`))
const rules = [...codebook.verbs.values(), ...codebook.nouns.values()].flat()

it.each([
  ['a need', ['actor', 'somebody'], [], "'somebody' of SURVEY is none of actor, actor-always, recipient"],
  ['a trait', [], ['loud'], "'loud' of SURVEY is none of addressed"],
])('refuses %s that is not there, by name', (_what, needs, traits, message) => {
  expect(() => readNature('SURVEY', needs, traits)).toThrow(message)
})

it('refuses two types that a promise may become', () => {
  const twice: Resources = {
    ...resources,
    text: (path) =>
      path.endsWith('types.tsv')
        ? `${resources.text(path)}SURVEY\tcooperative\tmaterial\t-\tpromise\tmeasure land\n`
        : resources.text(path),
  }
  expect(() => readCodebook(twice)).toThrow(
    "types.tsv: AGREE and SURVEY all have the trait 'promise'; give it to one type",
  )
})

it('gives every row a known type and mode', () => {
  for (const { lemma, text, type, mode, promised } of rules) {
    for (const one of [type, ...Object.values(promised ?? {})]) {
      if (one !== 'none') expect(codebook.types.has(one), `${lemma} ${text}: ${one}`).toBe(true)
    }
    if (mode) expect(modes.has(`${type} ${mode}`), `${lemma} ${text}: ${type} ${mode}`).toBe(true)
  }
})

it.each(['verbs', 'nouns', 'light', 'classes', 'modes', 'types', 'contexts', 'numbers'])('%s.tsv is sorted', (name) => {
  const keys = table(resources, name).map(([key]) => key)
  expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
})

it('has no row twice', () => {
  const keys = rules.map(({ lemma, text, whose }) => `${whose ?? 'verb'} ${lemma} ${text}`)
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
})

it('refuses a class that is not there, by name', () => {
  expect(() => readConditions('obj=@nothing', readClasses([]))).toThrow("'obj=@nothing' names a class")
})
