import { parseTable, type Resources } from '../resources.ts'
import { LISTS_FILE, openLists } from './lists.ts'

/** When an abbreviation's stop belongs to it; see codebook/abbreviations.tsv. */
export type AbbreviationKind = 'title' | 'word' | 'number' | 'month'

/** The lists that splitting words needs, from the codebook. */
export interface SplitLists {
  prefixes: ReadonlySet<string>
  suffixes: ReadonlySet<string>
  units: ReadonlySet<string>
  domains: ReadonlySet<string>
  emoticons: ReadonlySet<string>
  /** what may follow an apostrophe that stands for missing letters */
  clipped: ReadonlySet<string>
  abbreviations: ReadonlyMap<string, AbbreviationKind>
  /** word in lower case -> length of its first part */
  joined: ReadonlyMap<string, number>
}

const FILES = {
  prefixes: 'codebook/hyphen-prefixes.txt',
  suffixes: 'codebook/hyphen-suffixes.txt',
  units: 'codebook/number-units.txt',
  domains: 'codebook/domains.txt',
  emoticons: 'codebook/emoticons.txt',
  abbreviations: 'codebook/abbreviations.tsv',
  joined: 'codebook/joined-words.tsv',
}

/** The codebook's files that splitting words needs. */
export const WORD_FILES: readonly string[] = [...Object.values(FILES), LISTS_FILE]

const KINDS: readonly string[] = ['title', 'word', 'number', 'month']

/** @throws RangeError where a table has a row that cannot be read */
export function openSplitLists(resources: Resources): SplitLists {
  const list = (path: string): ReadonlySet<string> => new Set(parseTable(resources.text(path)).map(([item]) => item))
  return {
    prefixes: list(FILES.prefixes),
    suffixes: list(FILES.suffixes),
    units: list(FILES.units),
    domains: list(FILES.domains),
    emoticons: list(FILES.emoticons),
    clipped: openLists(resources).clipped,
    abbreviations: readAbbreviations(resources.text(FILES.abbreviations)),
    joined: new Map(parseTable(resources.text(FILES.joined)).map(([word, parts]) => [word, parts.indexOf(' ')])),
  }
}

function readAbbreviations(text: string): ReadonlyMap<string, AbbreviationKind> {
  const rows = parseTable(text)
  const wrong = rows.find(([, kind]) => !KINDS.includes(kind))
  if (wrong) throw new RangeError(`${FILES.abbreviations}: '${wrong.join(' ')}' needs a kind: ${KINDS.join(', ')}`)
  return new Map(rows.map(([word, kind]) => [word, kind as AbbreviationKind]))
}
