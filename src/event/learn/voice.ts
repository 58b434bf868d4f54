import { join, put, type Sheet, step } from './features.ts'
import { hashLabel } from './hashed.ts'
import type { Scene } from './scene.ts'

/** Words that the head sees as vectors: the trigger and the statement's cue. */
export const VOICE_BLOCKS = 2

/** Indices of the statements that hold word w, the innermost first. */
export function findVoices({ input: { statements }, outerOf }: Scene, w: number): number[] {
  const found: number[] = []
  for (let i = statements.innermost[w]; i >= 0 && found.length < MOST; i = outerOf[i]) found.push(i)
  return found
}

const MOST = 4

/** Writes down how the event at w stands to statement i that holds it (-1: the report's own word). */
export function describeVoice(
  scene: Scene,
  w: number,
  { type, status }: { type: string; status: string },
  i: number,
  sheet: Sheet,
): void {
  const { hashed, grammar, input } = scene
  const { language, tree } = grammar
  const { lemma, lower, upos, xpos, relation } = hashed
  const { statements, details, innermost } = input.statements
  const what = hashLabel(type)
  const told = hashLabel(status)
  const det = tree.child(w, 'det', 'nmod:poss')
  const article = det < 0 ? 0 : language.relation[det] === 'det' ? lower[det] : 1
  sheet.size = 0
  sheet.words[0] = w
  sheet.words[1] = -1
  put(sheet, 0, i < 0 ? 0 : 1)
  if (i < 0) {
    const inner = statements[innermost[w]]
    put(sheet, 1, upos[w], article)
    put(sheet, 2, what, told)
    put(sheet, 3, lemma[w])
    put(sheet, 4, xpos[w], hashLabel(inner?.quotation ?? '-'))
    put(sheet, 5, relation[w], upos[w])
    put(sheet, 6, scene.cueOf[w] >= 0 ? 1 : 0, what)
    put(sheet, 7, told, upos[w])
    return
  }
  const { act, quotation, confidence, negated, content } = statements[i]
  const { head } = details[i]
  const depth = innermost[w] === i ? 0 : 1
  const sure = Math.round(confidence * 8)
  put(sheet, 10, hashLabel(act), depth)
  put(sheet, 11, hashLabel(act), upos[w])
  put(sheet, 12, hashLabel(quotation), depth)
  put(sheet, 13, hashLabel(quotation), join(upos[w], article))
  put(sheet, 14, sure, depth)
  put(sheet, 15, sure, upos[w])
  put(sheet, 16, head < 0 ? 0 : lemma[head])
  put(sheet, 17, head < 0 ? 0 : upos[head], xpos[w])
  put(sheet, 18, hashLabel(act), told)
  put(sheet, 19, hashLabel(act), what)
  put(sheet, 20, negated ? 1 : 0, told)
  put(sheet, 21, head < 0 ? 99 : step(language.sentence[w] - language.sentence[head]), hashLabel(quotation))
  put(sheet, 22, content.length, step(content.reduce((n, { start, end }) => n + end - start, 0) >> 4))
  put(sheet, 23, scene.cueOf[w] >= 0 ? 1 : 0, hashLabel(act))
  if (head >= 0 && language.sentence[head] === language.sentence[w]) {
    put(sheet, 24, language.head[w] === head ? 1 : 0, relation[w])
    put(sheet, 25, tree.above(head, w) ? 1 : 0, upos[w])
  }
  put(sheet, 26, article, hashLabel(act))
  sheet.words[1] = head
}
