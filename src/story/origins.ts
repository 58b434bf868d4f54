import type { Record as NewsRecord, Span } from '../record/types.ts'
import { parseTable, type Resources } from '../resources.ts'
import { runsOf } from './runs.ts'
import { stretchesOf } from './shared-stretches.ts'
import { wordsOfRecord } from './text-words.ts'

/** Where a report's words come from: an outlet's own, or a wire agency's or another outlet's that it prints. */
export interface Origin {
  name: string
  /** by what it is known: `own`: nothing says otherwise; `credit`, `dateline`: the report says so; `family`: its publisher; `copy`: its words */
  basis: 'own' | 'credit' | 'dateline' | 'family' | 'copy'
  /** agencies that the report credits with a part of it */
  parts?: string[]
}

/** How much of a report stands word for word, in runs of five words, in an earlier one, and in which most. */
export interface Copied {
  /** 0 to 1 */
  share: number
  from?: string
  /** where these words stand in this report */
  stretches: Span[]
}

export const originFiles = [
  'codebook/agencies.tsv',
  'codebook/story/credits.tsv',
  'codebook/story/publishers.tsv',
] as const

/** From this share on a report prints another's words. */
const PRINTS = 0.5
/** A credit stands so near to a report's beginning or end, in characters. */
const NEAR = 300

/** Opens the telling of origins. */
export function openOrigins(resources: Resources): (record: NewsRecord) => Origin {
  const table = (name: string) => parseTable(resources.text(`codebook/${name}.tsv`))
  const agencies = new Map(table('agencies').map(([credit, name]) => [credit, name]))
  const known = new Set([...agencies.keys(), ...agencies.values()])
  const families = new Map(table('story/publishers').map(([domain, name]) => [domain, name]))
  const credits = table('story/credits')
  const alternatives = (words: readonly string[]) =>
    [...words]
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|')
  const named = alternatives([...agencies.keys()])
  const said = (where: string) =>
    `(?<${where}>${alternatives(credits.filter(([, at]) => at === where).map(([words]) => words))})`
  // 'Source: Xinhua', 'Copyright 2017 The Associated Press', 'AFP contributed to this report', '(Reuters)', a line with a name alone
  const credit = new RegExp(
    `\\b${said('before')}:?(?:\\s*(?:©|\\([cC]\\)))?(?:\\s+\\d{4},?)?(?:\\s+by)?\\s+(?:[Tt]he\\s+)?(?<one>${named})\\b|\\b(?<two>${named})\\s+${said('behind')}\\b|\\((?<three>${named})\\)|(?:^|\\n)(?<four>${named})\\s*(?:\\n|$)`,
    'gu',
  )
  const parts = new Set(credits.filter(([, , what]) => what === 'part').map(([words]) => words))

  const creditsOf = (words: string) =>
    [...words.matchAll(credit)].map(({ groups: { before, one, behind, two, three, four } = {} }) => ({
      name: agencies.get(one ?? two ?? three ?? four) as string,
      part: parts.has(before ?? behind ?? ''),
    }))

  return ({ report: { id, text, outlet, url, byline, dateline } }) => {
    const family = familyOf(families, url) ?? familyOf(families, outlet)
    const own = family ?? agencies.get(outlet ?? '') ?? outlet ?? id
    const ends = text.length <= 2 * NEAR ? text : `${text.slice(0, NEAR)}\n\n${text.slice(-NEAR)}`
    // ends of lines stand for ends of sentences here: a name within a sentence credits nobody
    const found = creditsOf(
      `${byline ? `By ${byline.replace(/^by /i, '')}\n` : ''}${ends}`.replace(
        /\b(By|Source|From|Via|With|Credit|Copyright|Additional|Published|Courtesy)\b/g,
        (word) => word.toLowerCase(),
      ),
    )
    const partly = [...new Set(found.filter(({ part }) => part).map(({ name }) => name))].filter((name) => name !== own)
    // a dateline's only word in capitals may be a town that the codebook does not know
    const wire = dateline?.agency
    const isAgency = wire !== undefined && (dateline?.place !== undefined || known.has(wire))
    const from = isAgency
      ? { name: wire, basis: 'dateline' as const }
      : found.filter(({ part }) => !part).map(({ name }) => ({ name, basis: 'credit' as const }))[0]
    const origin: Origin =
      from && from.name !== own
        ? from
        : { name: own, basis: family !== undefined && family !== outlet ? 'family' : 'own' }
    return { ...origin, ...(partly.length > 0 && { parts: partly }) }
  }
}

/** The publisher of an address or of an outlet that is named by its domain. */
function familyOf(families: ReadonlyMap<string, string>, address: string | undefined): string | undefined {
  if (address === undefined) return undefined
  const host = /^(?:[a-z]+:\/\/)?([^/?#\s:]+\.[a-z]{2,})(?:[/?#:]|$)/i.exec(address)?.[1].toLowerCase()
  if (host === undefined) return undefined
  for (let at = host; at !== ''; at = at.includes('.') ? at.slice(at.indexOf('.') + 1) : '') {
    const family = families.get(at)
    if (family !== undefined) return family
  }
  return undefined
}

/**
 * The origins of a story's reports, the first published first: a report whose words stand for the most part in an earlier one has that one's origin. Where two
 * print each other's words and the later names an agency, the earlier has its words from there too.
 */
export function originsOf(
  records: readonly NewsRecord[],
  originOf: (record: NewsRecord) => Origin,
): { origin: Origin; copied: Copied }[] {
  const seen = new Map<number, number[]>()
  const found: { origin: Origin; copied: Copied }[] = []
  const lengths: number[] = []
  const isNamed = ({ basis }: Origin) => basis === 'credit' || basis === 'dateline'
  records.forEach((record, at) => {
    const words = wordsOfRecord(record)
    const runs = runsOf(words.keys)
    const shared = new Map<number, number>()
    const copied: number[] = []
    runs.forEach((run, n) => {
      const holders = seen.get(run)
      if (holders) {
        copied.push(n)
        for (const holder of holders) shared.set(holder, (shared.get(holder) ?? 0) + 1)
      }
    })
    for (const run of new Set(runs)) {
      const holders = seen.get(run)
      if (holders) holders.push(at)
      else seen.set(run, [at])
    }
    const [most] = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const own = originOf(record)
    const prints = most !== undefined && runs.length > 0 && most[1] / runs.length >= PRINTS
    const origin: Origin =
      prints && (own.basis === 'own' || own.basis === 'family')
        ? {
            ...own,
            name: found[most[0]].origin.name,
            basis: found[most[0]].origin.name === own.name ? own.basis : 'copy',
          }
        : own
    const isWhole = prints && most[1] / lengths[most[0]] >= PRINTS
    if (isWhole && isNamed(origin) && !isNamed(found[most[0]].origin)) {
      // and so have those that were taken to print the earlier one
      const { name } = found[most[0]].origin
      found.forEach((one, n) => {
        if (n === most[0] || (one.origin.basis === 'copy' && one.origin.name === name))
          one.origin = { ...one.origin, name: origin.name, basis: 'copy' }
      })
    }
    lengths.push(runs.length)
    const share = runs.length === 0 ? 0 : Math.round((100 * copied.length) / runs.length) / 100
    found.push({
      origin,
      copied: { share, ...(most && { from: records[most[0]].report.id }), stretches: stretchesOf(words, copied) },
    })
  })
  return found
}
