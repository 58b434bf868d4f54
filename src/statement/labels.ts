import type { Range } from './extend.ts'
import type { Proposal } from './find.ts'
import { MARK, type View } from './view.ts'

/** A proposal made by rule comes with its own trust. */
export type Labelled = Proposal & { trust: number; byRule: true }

/** Of labels found in news so far, somewhat more than eight in ten were attributions. */
const TRUST = 0.85
const LONGEST_LABEL = 4
const LONGEST_SIGNATURE = 8

/**
 * Attributions without a word of saying: a transcript's label at the head of a paragraph ("MAREK: We stay.", "Q: Why?"),
 * and a signature after a quotation at its end ("“We stay.” — Ilse Marek").
 */
export function findLabels(view: View): Labelled[] {
  const { sentences } = view.language
  const found: Labelled[] = []
  for (let s = 0; s < sentences.length; ) {
    const { from, paragraph } = sentences[s]
    while (s < sentences.length && sentences[s].paragraph === paragraph) s++
    const to = sentences[s - 1].to
    const labelled = readLabel(view, from, to) ?? readSignature(view, from, to)
    if (labelled) found.push(labelled)
  }
  return found
}

function readLabel(view: View, from: number, to: number): Labelled | undefined {
  const { mark, language } = view
  const quoted = mark[from] === MARK.quote
  const first = quoted ? from + 1 : from
  let colon = first
  while (colon < to && colon - first <= LONGEST_LABEL && isCapitals(language.form[colon])) colon++
  if (colon === first || colon + 1 >= to || mark[colon] !== MARK.colon) return undefined
  if (colon === first + 1 && language.form[first].length < 3 && !/^[QA]$/.test(language.form[first])) return undefined
  const end = quoted && mark[to - 1] === MARK.quote ? to - 1 : to
  if (end <= colon + 1) return undefined
  return proposal(colon, { from: first, to: colon }, [{ from: colon + 1, to: end }])
}

const isCapitals = (form: string) => /^[\p{Lu}][\p{Lu}.'’-]*$/u.test(form)

function readSignature(view: View, from: number, to: number): Labelled | undefined {
  const { mark, language, quotation } = view
  let dash = to - 1
  while (dash > from && to - dash <= LONGEST_SIGNATURE + 2 && !isDash(language.form[dash])) dash--
  if (!isDash(language.form[dash]) || dash + 1 >= to) return undefined
  let last = dash - 1
  if (last > from && mark[last] === MARK.stop) last--
  if (last < from || quotation[last] < 0 || quotation[dash] >= 0) return undefined
  let end = to
  while (end > dash + 1 && mark[end - 1] === MARK.stop) end--
  if (end === dash + 1 || language.upos[dash + 1] !== 'PROPN' || hasVerb(view, dash + 1, end)) return undefined
  let start = last
  while (start > from && quotation[start - 1] === quotation[last]) start--
  return proposal(dash, { from: dash + 1, to: end }, [{ from: start, to: last + 1 }])
}

const isDash = (form: string) => form === '—' || form === '–' || form === '―' || form === '--' || form === '-'

function hasVerb({ language }: View, from: number, to: number): boolean {
  for (let w = from; w < to; w++) if (language.upos[w] === 'VERB' || language.upos[w] === 'AUX') return true
  return false
}

function proposal(head: number, source: Range, content: Range[]): Labelled {
  return {
    head,
    source,
    cue: { from: head, to: head + 1 },
    content,
    cueScore: TRUST,
    roleScore: 0,
    around: 0,
    trust: TRUST,
    byRule: true,
  }
}
