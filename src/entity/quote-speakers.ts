import type { Context as Whole } from './context.ts'

type Context = Omit<Whole, 'speakers' | 'isSayer'>

/**
 * For every quotation, the mention of who says it, or -1: the subject of a verb of saying in the sentence where it ends or begins, else who
 * says something in the sentence before, said the quotation before, here or one paragraph up, or says the one after. The statement stage
 * settles who speaks; this is what pronouns need to know: 'I' is the speaker, and 'he said' is nobody told of in the quotation.
 */
export function quoteSpeakers(context: Context): Int32Array {
  const { language, mentions } = context
  const spans = spansOf(language.quotation)
  const found = new Int32Array(spans.length).fill(-1)
  spans.forEach(({ from, to }, q) => {
    found[q] = sayerIn(context, language.sentence[to - 1], { from, to })
    if (found[q] < 0 && language.sentence[from] !== language.sentence[to - 1])
      found[q] = sayerIn(context, language.sentence[from], { from, to })
    if (found[q] < 0) found[q] = sayerBefore(context, from)
  })
  const paragraphOf = (q: number) => language.sentences[language.sentence[spans[q].from]].paragraph
  for (let q = 0; q < spans.length; q++) {
    if (found[q] >= 0) continue
    const near = q > 0 && paragraphOf(q) - paragraphOf(q - 1) <= 1 ? found[q - 1] : -1
    const s = language.sentence[spans[q].from] - 1
    const said = s < 0 ? -1 : sayerIn(context, s, { from: spans[q].from, to: spans[q].from })
    found[q] = said >= 0 && said > near ? said : near
  }
  for (let q = spans.length - 2; q >= 0; q--)
    if (found[q] < 0 && paragraphOf(q) === paragraphOf(q + 1)) found[q] = found[q + 1]
  return found.map((m) => (m >= 0 && mentions[m].person === 3 ? m : -1))
}

interface Stretch {
  from: number
  to: number
}

/** First word and word after the last of every quotation. */
function spansOf(quotes: Int32Array): Stretch[] {
  const spans: Stretch[] = []
  quotes.forEach((q, w) => {
    if (q < 0) return
    spans[q] ??= { from: w, to: w }
    spans[q].to = w + 1
  })
  // a quotation without words keeps its number
  for (let q = 0; q < spans.length; q++) spans[q] ??= { from: 0, to: 1 }
  return spans
}

/** The subject of the verb of saying in a sentence, outside all quotations: the nearest behind the quotation, else before it. */
function sayerIn({ language, tree, book, mentionAt }: Context, s: number, { from, to }: Stretch): number {
  const { quotation: quotes } = language
  const sentence = language.sentences[s]
  let before = -1
  for (let w = sentence.from; w < sentence.to; w++) {
    if (quotes[w] >= 0 || language.upos[w] !== 'VERB' || !book.sayings.has(language.lemma[w])) continue
    const subject = tree.child(w, 'nsubj')
    if (subject < 0 || quotes[subject] >= 0 || language.relation[subject] === 'nsubj:pass') continue
    const m = mentionAt[subject]
    if (m < 0) continue
    if (w >= to) return m
    if (w < from) before = m
  }
  return before
}

/** The sentence before ends with a colon: its sayer. */
function sayerBefore(context: Context, from: number): number {
  const { language } = context
  const s = language.sentence[from]
  if (s === 0) return -1
  const end = language.sentences[s - 1].to
  const isOpen = language.form[end - 1] === ':'
  return isOpen ? sayerIn(context, s - 1, { from, to: from }) : -1
}
