import { parseTable, type Resources } from '../resources.ts'

/** When an abbreviation's stop belongs to it; see codebook/abbreviations.tsv. */
export type AbbreviationKind = 'title' | 'word' | 'number' | 'month'

/** The lists that splitting words needs, from the codebook. */
export interface WordLists {
  prefixes: ReadonlySet<string>
  suffixes: ReadonlySet<string>
  units: ReadonlySet<string>
  domains: ReadonlySet<string>
  emoticons: ReadonlySet<string>
  abbreviations: ReadonlyMap<string, AbbreviationKind>
  /** word in lower case -> length of its first part */
  joined: ReadonlyMap<string, number>
}

/** The codebook's files that splitting words needs. */
export const WORD_FILES = [
  'codebook/abbreviations.tsv',
  'codebook/domains.txt',
  'codebook/emoticons.txt',
  'codebook/hyphen-prefixes.txt',
  'codebook/hyphen-suffixes.txt',
  'codebook/joined-words.tsv',
  'codebook/number-units.txt',
]

const KINDS: readonly string[] = ['title', 'word', 'number', 'month']

/** @throws RangeError where a table has a row that cannot be read */
export function openWordLists(resources: Resources): WordLists {
  const list = (path: string): ReadonlySet<string> => new Set(parseTable(resources.text(path)).map(([item]) => item))
  return {
    prefixes: list('codebook/hyphen-prefixes.txt'),
    suffixes: list('codebook/hyphen-suffixes.txt'),
    units: list('codebook/number-units.txt'),
    domains: list('codebook/domains.txt'),
    emoticons: list('codebook/emoticons.txt'),
    abbreviations: readAbbreviations(resources.text('codebook/abbreviations.tsv')),
    joined: new Map(
      parseTable(resources.text('codebook/joined-words.tsv')).map(([word, parts]) => [word, parts.indexOf(' ')]),
    ),
  }
}

function readAbbreviations(text: string): ReadonlyMap<string, AbbreviationKind> {
  const rows = parseTable(text)
  const wrong = rows.find(([, kind]) => !KINDS.includes(kind))
  if (wrong) throw new RangeError(`codebook/abbreviations.tsv: '${wrong.join(' ')}' needs a kind: ${KINDS.join(', ')}`)
  return new Map(rows.map(([word, kind]) => [word, kind as AbbreviationKind]))
}
