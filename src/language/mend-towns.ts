import { parseTable, type Resources } from '../resources.ts'
import type { Language } from './types.ts'

/**
 * Opens the mending of trees at a town with its state or country ('Police in Almeth, Varlonia arrested two men'): where the parser takes
 * the state for a second subject, or for the next of a list, it is hung on the town. Everything else stays as it was.
 */
export function openTowns(resources: Resources): (language: Language) => Language {
  const units = unitNames(resources)
  return (language) => {
    const found = pairs(language, units)
    if (found.length === 0) return language
    const head = language.head.slice()
    const relation = [...language.relation]
    for (const { town, unit } of found) {
      head[unit] = town
      relation[unit] = 'nmod'
    }
    return { ...language, head, relation }
  }
}

const LONGEST = 5

/** Names of countries and of their first divisions, and their short forms behind a town. */
function unitNames(resources: Resources): ReadonlySet<string> {
  const table = (name: string) => parseTable(resources.text(`codebook/entity/${name}.tsv`))
  const names = new Set<string>()
  for (const [, name, others = ''] of table('countries'))
    for (const each of [name, ...others.split('|')]) names.add(each)
  for (const [all] of table('divisions')) for (const name of all.split('|')) names.add(name)
  for (const [forms] of table('division-abbreviations')) for (const form of forms.split('|')) names.add(form)
  names.delete('')
  return names
}

interface Pair {
  town: number
  unit: number
}

function pairs(language: Language, units: ReadonlySet<string>): Pair[] {
  const { lower, form, upos, size, sentence } = language
  const found: Pair[] = []
  for (let at = 1; at + 1 < size; at++) {
    if (lower[at] !== ',' || upos[at - 1] !== 'PROPN' || sentence[at - 1] !== sentence[at + 1]) continue
    const from = at + 1
    let to = Math.min(size, from + LONGEST)
    while (to > from && !(sentence[to - 1] === sentence[at] && units.has(form.slice(from, to).join(' ')))) to--
    if (to === from || units.has(form[at - 1]) || lower[to] === 'and' || lower[to] === 'or') continue
    const pair = mended(language, { town: at - 1, from, to })
    if (pair) found.push(pair)
  }
  return found
}

/** The pair, where the tree has the state as a second subject or as the next of a list that has no 'and'. */
function mended(language: Language, { town, from, to }: { town: number; from: number; to: number }): Pair | undefined {
  const { head, relation } = language
  const top = topOf(language, from, to)
  const name = nameTop(language, town)
  if (top === undefined || head[top] < 0) return undefined
  if (relation[top] === 'conj')
    return head[top] === name && !hasAnd(language, top) ? { town: name, unit: top } : undefined
  if (!relation[top].startsWith('nsubj') || head[top] < to) return undefined
  for (let w = name; w >= 0 && head[w] >= 0; w = head[w]) {
    if (head[w] === head[top] && w < from && relation[w].startsWith('nsubj')) return { town: name, unit: top }
  }
  return undefined
}

function topOf({ head }: Language, from: number, to: number): number | undefined {
  for (let w = from; w < to; w++) if (head[w] < from || head[w] >= to) return w
  return undefined
}

/** The word of the town's name that its other words hang on. */
function nameTop({ head, relation }: Language, town: number): number {
  let top = town
  while (head[top] >= 0 && (relation[top] === 'flat' || relation[top] === 'compound')) top = head[top]
  return top
}

const hasAnd = ({ head, relation, size }: Language, word: number): boolean => {
  for (let w = word - 3; w < Math.min(size, word + 4); w++)
    if (w >= 0 && head[w] === word && relation[w] === 'cc') return true
  return false
}
