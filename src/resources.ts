/**
 * The data that reading needs: models and codebook files, by their path inside the package ('models/language.bin',
 * 'codebook/cues.tsv'). Loaded once by `openReader`; stages compile what they need from it.
 */
export interface Resources {
  /** @throws RangeError where the package has no such file in its manifest */
  bytes(path: string): Uint8Array
  text(path: string): string
}

/** Brings one file of the package: from disk in Node, by `fetch` in a browser. */
export type Load = (path: string) => Promise<Uint8Array>

/** Every file that reading needs. A stage that wants a new one adds it here. */
export const resourceFiles: readonly string[] = [
  'codebook/abbreviations.tsv',
  'codebook/agencies.tsv',
  'codebook/domains.txt',
  'codebook/emoticons.txt',
  'codebook/english-words.txt',
  'codebook/entity/countries.tsv',
  'codebook/entity/country-weights.tsv',
  'codebook/entity/disputed.tsv',
  'codebook/entity/first-names.tsv',
  'codebook/entity/modifiers.tsv',
  'codebook/entity/more-places.tsv',
  'codebook/entity/nouns.tsv',
  'codebook/entity/of-many-lands.txt',
  'codebook/entity/organizations.tsv',
  'codebook/entity/other-names.tsv',
  'codebook/entity/people.tsv',
  'codebook/entity/places.tsv',
  'codebook/entity/pronoun-weights.tsv',
  'codebook/entity/pronouns.tsv',
  'codebook/entity/speaking.tsv',
  'codebook/entity/titles.tsv',
  'codebook/event/classes.tsv',
  'codebook/event/contexts.tsv',
  'codebook/event/count-words.tsv',
  'codebook/event/light.tsv',
  'codebook/event/links.tsv',
  'codebook/event/modes.tsv',
  'codebook/event/nouns.tsv',
  'codebook/event/numbers.tsv',
  'codebook/event/status.tsv',
  'codebook/event/types.tsv',
  'codebook/event/verbs.tsv',
  'codebook/event/words.tsv',
  'codebook/header.tsv',
  'codebook/hyphen-prefixes.txt',
  'codebook/hyphen-suffixes.txt',
  'codebook/irregular-adjectives.tsv',
  'codebook/irregular-nouns.tsv',
  'codebook/irregular-verbs.tsv',
  'codebook/joined-words.tsv',
  'codebook/not-datelines.txt',
  'codebook/number-units.txt',
  'codebook/outlet-words.txt',
  'codebook/statement/acts.txt',
  'codebook/statement/cues.tsv',
  'codebook/statement/occasions.txt',
  'codebook/story/negations.txt',
  'codebook/story/numbers.txt',
  'codebook/time/before-numbers.txt',
  'codebook/time/calendars.tsv',
  'codebook/time/counted.txt',
  'codebook/time/decades.tsv',
  'codebook/time/deictics.tsv',
  'codebook/time/directions.tsv',
  'codebook/time/frequencies.tsv',
  'codebook/time/holidays.tsv',
  'codebook/time/modifiers.tsv',
  'codebook/time/months.tsv',
  'codebook/time/not-times.txt',
  'codebook/time/numbers.tsv',
  'codebook/time/parts.tsv',
  'codebook/time/references.tsv',
  'codebook/time/relations.tsv',
  'codebook/time/seasons.tsv',
  'codebook/time/units.tsv',
  'codebook/time/weekdays.tsv',
  'codebook/time/zones.tsv',
  'models/lemmas.tsv',
  'models/network.bin',
  'models/punctuation.bin',
  'models/sentences.bin',
  'models/statements.bin',
]

export async function loadResources(load: Load, paths: readonly string[] = resourceFiles): Promise<Resources> {
  const files = new Map(await Promise.all(paths.map(async (path) => [path, await load(path)] as const)))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const bytes = (path: string): Uint8Array => {
    const file = files.get(path)
    if (!file) throw new RangeError(`'${path}' is not among resourceFiles in src/resources.ts; add it there`)
    return file
  }
  return { bytes, text: (path) => decoder.decode(bytes(path)) }
}

/**
 * Rows of a codebook table: fields split at tabs, empty lines and lines that begin with '#' left out.
 *
 * @example parseTable('# cue\tact\nsay\tstate\n') // [['say', 'state']]
 */
export function parseTable(text: string): string[][] {
  const rows: string[][] = []
  for (const line of text.split('\n')) {
    const trimmed = line.endsWith('\r') ? line.slice(0, -1) : line
    if (trimmed.trim() !== '' && !trimmed.startsWith('#')) rows.push(trimmed.split('\t').map((field) => field.trim()))
  }
  return rows
}
