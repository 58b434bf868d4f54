import type { Language, Name } from '../language/types.ts'
import { nameKey } from './find-names.ts'
import type { PhraseWords } from './pieces.ts'
import { entityKind } from './traits.ts'

/**
 * The tagger's names, and the same words again where it passed them over: what a report calls a name once is one wherever it stands
 * as proper nouns. One pass over the words; names are looked up by their first word.
 */
export function repeatNames(language: Language, words: PhraseWords): readonly Name[] {
  const { names, upos, size, sentence } = language
  const taken = new Uint8Array(size)
  for (const { from, to } of names) taken.fill(1, from, to)
  const known = byFirstWord(language, words)
  if (known.size === 0) return names
  const more: Name[] = []
  for (let w = 0; w < size; w++) {
    if (taken[w] || upos[w] !== 'PROPN') continue
    const match = known.get(words.form[w])?.find(({ from, to }) => {
      for (let i = 0; i < to - from; i++)
        if (words.form[w + i] !== words.form[from + i] || taken[w + i] || sentence[w + i] !== sentence[w]) return false
      return standsAlone(language, taken, w, w + to - from)
    })
    if (!match) continue
    more.push({ ...match, from: w, to: w + match.to - match.from })
    w += match.to - match.from - 1
  }
  return more.length === 0 ? names : [...names, ...more].sort((a, b) => a.from - b.from)
}

/** Not a part of a longer run of proper nouns, which may name something else. */
function standsAlone({ upos, space }: Language, taken: Uint8Array, from: number, to: number): boolean {
  const joined = (w: number) => w >= 0 && w < upos.length && !taken[w] && upos[w] === 'PROPN'
  if (joined(from - 1) || joined(to)) return false
  return (from === 0 || space[from - 1] === 1) && upos[to - 1] === 'PROPN'
}

const SHORTEST = 3
const MOST = 8

/** Names long enough to be sure of, and people's last names, longest first, by their first word; the same words once. */
function byFirstWord({ names, upos }: Language, words: PhraseWords): Map<string, Name[]> {
  const found = new Map<string, Name[]>()
  const seen = new Set<string>()
  const add = (name: Name) => {
    const key = nameKey(words, name)
    if (upos[name.from] !== 'PROPN' || key.length < SHORTEST || seen.has(key)) return
    seen.add(key)
    const list = found.get(words.form[name.from])
    if (!list) found.set(words.form[name.from], [name])
    else if (list.length < MOST) {
      list.push(name)
      list.sort((a, b) => b.to - b.from - (a.to - a.from))
    }
  }
  for (const name of names) {
    if (!entityKind(name.kind)) continue
    add(name)
    if (name.kind === 'person' && name.to - name.from > 1) add({ ...name, from: name.to - 1 })
  }
  return found
}
