import { MARK, type View } from './view.ts'

/** A run of words [from, to). */
export interface Range {
  from: number
  to: number
}

/**
 * Carries content on over the bounds of the cue's sentence: along a quotation that began before it or goes on after
 * it, into quotations that make up the next sentences of the paragraph, and over paragraphs that reopen the quotation. A quotation that the
 * cue itself stands in carries nothing on: what is said in it ("“I want to leave. We all do.”") ends with its own sentence.
 */
export function extend(view: View, head: number, content: readonly Range[]): Range[] {
  const { language, quotation } = view
  const { from, to } = language.sentences[language.sentence[head]]
  const pieces = content.length > 0 ? content.map((range) => ({ ...range })) : adjacent(view, head)
  for (const piece of pieces) fillQuotation(view, head, piece)
  const last = pieces[pieces.length - 1]
  const first = pieces[0]
  if (last && quotation[head] >= 0 && quotation[last.to - 1] === quotation[head]) return merge(pieces)
  if (first && quotation[first.from] >= 0 && (first.to <= from || first.from <= skip(view, from, 1)))
    first.from = quotationStart(view, first.from)
  if (last && quotation[last.to - 1] >= 0 && last.to >= skip(view, to - 1, -1)) {
    last.to = quotationEnd(view, last.to - 1)
    carryOn(view, pieces, Math.max(last.to, to))
  } else if (quotation[to] >= 0 && endsOpen(view, to, pieces)) {
    carryOn(view, pieces, to)
  } else if (pieces.some(({ from }) => quotation[from] >= 0)) carryOn(view, pieces, to)
  return merge(pieces).flatMap((piece) => oneMouth(view, head, piece))
}

/** '“We stay.” “We go,” Marek said': of quotations with nothing between them, only the one next to the cue is its own. */
function oneMouth(view: View, head: number, { from, to }: Range): Range[] {
  if (view.quotation[head] >= 0) return [{ from, to }]
  let [first, last] = [from, to]
  for (let w = from + 1; w < to; w++) {
    if (!sideBySide(view, w)) continue
    if (head < from) {
      last = w
      break
    }
    first = w
  }
  return [{ from: first, to: last }]
}

/** Whether an utterance begins at w right after another one: not words in marks, one after the other in a list. */
function sideBySide(view: View, w: number): boolean {
  const { quotation, quotations } = view
  const [before, here] = [quotation[w - 1], quotation[w]]
  if (before < 0 || here < 0 || before === here || quotations[here].continues === before) return false
  return isUtterance(view, quotationStart(view, w - 1), w) && isUtterance(view, w, quotationEnd(view, w))
}

/** A quotation with a verb that begins as a sentence does. */
function isUtterance({ language: { form, upos } }: View, from: number, to: number): boolean {
  let first = from
  while (first < to && upos[first] === 'PUNCT') first++
  if (first === to || !/^\p{Lu}/u.test(form[first])) return false
  for (let w = first; w < to; w++) if (upos[w] === 'VERB' || upos[w] === 'AUX') return true
  return false
}

/** Joins pieces that overlap. */
function merge(pieces: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const before = merged[merged.length - 1]
    if (before && piece.from < before.to) before.to = Math.max(before.to, piece.to)
    else merged.push(piece)
  }
  return merged
}

/** Content that begins or ends inside a quotation takes all of it, up to other sentences. */
function fillQuotation({ quotation, language }: View, head: number, piece: Range): void {
  const { from, to } = language.sentences[language.sentence[head]]
  const first = quotation[piece.from]
  const last = quotation[piece.to - 1]
  if (first >= 0 && first !== quotation[head])
    while (piece.from > from && quotation[piece.from - 1] === first) piece.from--
  if (last >= 0 && last !== quotation[head]) while (piece.to < to && quotation[piece.to] === last) piece.to++
}

/**
 * The quotation next to a cue whose sentence holds no content: one that ends where the sentence begins ("“Why?” Marek
 * asked."), or one that follows the cue.
 */
function adjacent({ quotation, language, mark }: View, head: number): Range[] {
  const { from, to } = language.sentences[language.sentence[head]]
  let after = head + 1
  while (after < to && quotation[after] < 0 && mark[after] !== MARK.none) after++
  if (after < language.size && quotation[after] >= 0 && quotation[after] !== quotation[head])
    return [{ from: after, to: after + 1 }]
  if (from > 0 && quotation[from - 1] >= 0 && quotation[from] !== quotation[from - 1] && sameParagraph(language, from))
    return [{ from: from - 1, to: from }]
  return []
}

const sameParagraph = ({ sentences, sentence }: View['language'], w: number) =>
  sentences[sentence[w]].paragraph === sentences[sentence[w - 1]].paragraph

/** Whether the cue's sentence ends with a colon, so that what is quoted next is its content. */
function endsOpen({ mark, language }: View, to: number, pieces: readonly Range[]): boolean {
  return (
    mark[to - 1] === MARK.colon || (pieces.length === 0 && language.sentences.length > 1 && mark[to - 1] !== MARK.stop)
  )
}

/** Adds quotations that begin at `next`, as long as each takes up its sentences whole. */
function carryOn(view: View, pieces: Range[], next: number): void {
  const { quotation, language } = view
  const paragraph = (w: number) => language.sentences[language.sentence[w]].paragraph
  for (let w = skip(view, next, 1); w < language.size && quotation[w] >= 0; ) {
    const before = pieces[pieces.length - 1]
    const { continues } = view.quotations[quotation[w]]
    const reopened = before && continues >= 0 && continues === quotation[before.to - 1]
    const opened = !before && pieces.length === 0
    if (before && paragraph(w) !== paragraph(before.to - 1) && !reopened) return
    if (before && w === before.to && sideBySide(view, w)) return
    const end = quotationEnd(view, w)
    if (!reopened && !opened && !wholeSentence(view, w, end)) return
    pieces.push({ from: w, to: end })
    w = skip(view, end, 1)
  }
}

/** Whether the sentences of [from, to) hold nothing outside it. */
function wholeSentence({ language, mark }: View, from: number, to: number): boolean {
  const opening = language.sentences[language.sentence[from]]
  const closing = language.sentences[language.sentence[to - 1]]
  if (opening.from !== from) return false
  for (let w = to; w < closing.to; w++) if (mark[w] === MARK.none) return false
  return true
}

/** The next word from `w` on that is not a stop or comma left outside a quotation. */
function skip({ mark, quotation, language }: View, w: number, step: number): number {
  while (w >= 0 && w < language.size && mark[w] !== MARK.none && quotation[w] < 0) w += step
  return w
}

function quotationStart({ quotation }: View, w: number): number {
  const q = quotation[w]
  while (w > 0 && quotation[w - 1] === q) w--
  return w
}

function quotationEnd({ quotation, language }: View, w: number): number {
  const q = quotation[w]
  while (w < language.size && quotation[w] === q) w++
  return w
}
