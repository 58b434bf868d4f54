import type { Range } from './extend.ts'
import { trim } from './find.ts'
import type { ResolvedProposal } from './resolve.ts'
import type { View } from './view.ts'

/**
 * The source of a statement within another, where the network took the outer one's again: the subject of its own verb ("Marek said that
 * [Kestria] was considering a ban", "[residents]" of "the Post quoted residents as saying"). Undefined where nothing better stands there.
 */
export function ownSource(view: View, { head, source, cue, content, within }: ResolvedProposal): Range | undefined {
  if (!source) return undefined
  const isOuter = within?.source ? overlap(source, within.source) : saysAbove(view, source, head)
  if (!isOuter) return undefined
  const subject = asSaying(view, head) ?? subjectOf(view, head)
  if (subject < 0 || /^W/.test(view.language.xpos[subject])) return undefined
  const inOuter = !within?.source || within.content.some(({ from, to }) => from <= subject && subject < to)
  if (!inOuter && asSaying(view, head) === undefined) return undefined
  const range = phraseOf(view, subject)
  if (!range || overlap(range, source) || overlap(range, cue) || content.some((piece) => overlap(piece, range)))
    return undefined
  return range
}

/** Whether the source is the subject of a verb whose clause the cue stands in. */
function saysAbove({ language, tree }: View, { from, to }: Range, head: number): boolean {
  let top = from
  while (top < to - 1 && language.head[top] >= from && language.head[top] < to) top++
  const verb = language.relation[top] === 'nsubj' ? language.head[top] : -1
  const clause = verb < 0 ? -1 : tree.child(verb, 'ccomp')
  return clause >= 0 && verb !== head && tree.above(clause, head)
}

const overlap = (a: Range, b: Range) => a.from < b.to && b.from < a.to

/** The subject of the cue's verb, or of the verb that it is joined to ("had taken the bridge and were urging"); or -1. */
function subjectOf({ language, tree }: View, head: number): number {
  if (language.upos[head] !== 'VERB') return -1
  for (let w = head, steps = 0; w >= 0 && steps < 3; w = language.head[w], steps++) {
    if (tree.child(w, 'nsubj:pass') >= 0) return -1
    const subject = tree.child(w, 'nsubj')
    if (subject >= 0) return subject
    if (language.relation[w] !== 'conj') return -1
  }
  return -1
}

/** Whom another quotes: the object of the verb above "as saying"; undefined where the cue is not brought in so. */
function asSaying({ language, tree }: View, head: number): number | undefined {
  const mark = tree.child(head, 'mark')
  if (mark < 0 || language.lower[mark] !== 'as' || !language.lower[head].endsWith('ing')) return undefined
  const above = language.head[head]
  const object = above < 0 ? -1 : tree.child(above, 'obj')
  return object < 0 ? undefined : object
}

/** The noun phrase of a word, up to a clause that hangs on it. */
function phraseOf(view: View, word: number): Range | undefined {
  const { language, tree } = view
  let to = tree.right(word)
  for (const c of tree.children(word))
    if (c > word && /^(?:acl|punct|parataxis)/.test(language.relation[c])) to = Math.min(to, tree.left(c))
  return trim(view, { from: tree.left(word), to: Math.max(to, word + 1) })[0]
}
