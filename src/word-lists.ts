import { parseTable, type Resources } from './resources.ts'

/** Lists of words by name; each keeps the order of its file. */
export type WordLists<Name extends string> = Readonly<Record<Name, ReadonlySet<string>>>

/**
 * Reads a table of word lists (list, words parted by spaces, what they are). A phrase's words are joined by '_'.
 *
 * @throws RangeError where a list is missing, or one is there that nobody asks for
 * @example readWordLists(resources, 'codebook/event/words.tsv', ['guessed']).guessed.has('against')
 */
export function readWordLists<const Name extends string>(
  resources: Resources,
  path: string,
  names: readonly Name[],
): WordLists<Name> {
  const found = new Map<string, Set<string>>(names.map((name) => [name, new Set()]))
  const said = new Set<string>()
  for (const [name, words] of parseTable(resources.text(path))) {
    const list = found.get(name)
    if (!list)
      throw new RangeError(`${path}: no step of reading asks for the list '${name}'; it asks for ${names.join(', ')}`)
    for (const word of words.split(' ')) if (word !== '') list.add(word.replaceAll('_', ' '))
    said.add(name)
  }
  for (const name of found.keys())
    if (!said.has(name)) throw new RangeError(`${path}: the list '${name}' is missing; write it there`)
  return Object.fromEntries(found) as Record<string, ReadonlySet<string>> as WordLists<Name>
}
