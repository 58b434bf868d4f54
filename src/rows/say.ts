import type { Filter, Query } from './filter.ts'

/**
 * A query in words, for a person to see what a list holds.
 *
 * @example sayQuery({ list: 'statements', filter: { speaker: ['Jonas Reth'], act: ['deny'] } })
 * // 'statements by Jonas Reth with the act deny'
 */
export function sayQuery({
  list,
  filter = {},
  sort,
  descending,
}: Pick<Query, 'list' | 'sort' | 'descending'> & { filter?: Filter }): string {
  const parts: string[] = [list]
  for (const field of Object.keys(phrases) as (keyof typeof phrases)[]) {
    const wanted = filter[field] as string[] | undefined
    const unwanted = filter.not?.[field] as string[] | undefined
    if (wanted) parts.push(phrases[field](anyOf(wanted)))
    if (unwanted) parts.push(`not ${phrases[field](anyOf(unwanted))}`)
  }
  const { words, since, until, from, to, least, most, copies } = filter
  if (words) parts.push(`with the words ${words}`)
  if (since) parts.push(`published since ${since}`)
  if (until) parts.push(`published until ${until}`)
  if (from) parts.push(`of ${from} or later`)
  if (to) parts.push(`of ${to} or earlier`)
  if (least !== undefined) parts.push(`at least ${least} sure`)
  if (most !== undefined) parts.push(`at most ${most} sure`)
  if (copies) parts.push('copies too')
  if (sort) parts.push(`sorted by ${sort}${descending ? ', the other way round' : ''}`)
  return parts.join(' ')
}

const anyOf = (values: readonly string[]): string =>
  values.length === 1 ? values[0] : `${values.slice(0, -1).join(', ')} or ${values[values.length - 1]}`

type Phrase = (values: string) => string

const phrases = {
  id: (v) => `with the id ${v}`,
  report: (v) => `in the report ${v}`,
  outlet: (v) => `from ${v}`,
  language: (v) => `in the language ${v}`,
  speaker: (v) => `by ${v}`,
  source: (v) => `by a source coded ${v}`,
  told: (v) => `to ${v}`,
  about: (v) => `about ${v}`,
  act: (v) => `with the act ${v}`,
  quotation: (v) => `quoted as ${v}`,
  type: (v) => `of the type ${v}`,
  mode: (v) => `of the mode ${v}`,
  context: (v) => `in the context ${v}`,
  status: (v) => `told as ${v}`,
  word: (v) => `on the word of ${v === 'report' ? 'the report' : v}`,
  actor: (v) => `done by ${v}`,
  recipient: (v) => `done to ${v}`,
  country: (v) => `that concern ${v}`,
  sector: (v) => `that concern the sector ${v}`,
  place: (v) => `at ${v}`,
  kind: (v) => `of the kind ${v}`,
  day: (v) => `on ${v}`,
  decided: (v) => `decided as ${v}`,
} satisfies Partial<Record<keyof Filter, Phrase>>
