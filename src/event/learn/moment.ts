import { rememberedIn } from '../frame.ts'
import { join, put, type Sheet, step } from './features.ts'
import { hashLabel } from './hashed.ts'
import type { Scene } from './scene.ts'
import { wayBetween } from './way.ts'

export const MOMENT_BLOCKS = 2

const BEFORE = 2
const AFTER = 0
const MOST = 24

/**
 * Indices of the times that may say when the event at w was: of its sentence and of those around it. What is only remembered there ('to mark ten
 * years since troops killed 40') has the times of its own clause alone.
 */
export function findTimes(scene: Scene, w: number): number[] {
  const { grammar, codebook, timesIn } = scene
  const { language, tree } = grammar
  const { times, details } = scene.input.times
  const s = language.sentence[w]
  const found: number[] = []
  const remembered = rememberedIn(grammar, codebook.words, w)
  if (remembered) {
    const { top, day } = remembered
    return timesIn[s].filter((i) => {
      const { from } = details[i]
      return tree.above(top, from) || (day >= 0 && day < from && from < top)
    })
  }
  for (let near = Math.max(0, s - BEFORE); near <= Math.min(s + AFTER, timesIn.length - 1); near++)
    for (const i of timesIn[near]) {
      const { type, value } = times[i]
      if ((type === 'DATE' || type === 'TIME') && !value.endsWith('_REF') && found.length < MOST) found.push(i)
    }
  return found
}

/** Writes down how time t (-1: none) stands to the event at w. */
export function describeMoment(scene: Scene, w: number, type: string, status: string, t: number, sheet: Sheet): void {
  const { hashed, grammar, input } = scene
  const { language, tree } = grammar
  const { head, sentence, sentences } = language
  const { lemma, lower, upos, xpos, relation } = hashed
  const { times, details, published } = input.times
  const what = hashLabel(type)
  const told = hashLabel(status)
  const tag = upos[w]
  const ruled = scene.ruleTime(w)
  const basis = hashLabel(ruled?.basis ?? '-')
  sheet.size = 0
  sheet.words[0] = w
  sheet.words[1] = -1
  put(sheet, 0, t < 0 ? 0 : 1)
  if (t < 0) {
    put(sheet, 1, basis, tag)
    put(sheet, 2, what, told)
    put(sheet, 3, xpos[w])
    put(sheet, 4, relation[w], tag)
    put(sheet, 5, lemma[w])
    put(sheet, 6, hashLabel(scene.proposal(w).listed ? 'listed' : '-'), basis)
    put(sheet, 7, input.statements.innermost[w] >= 0 ? 1 : 0, basis)
    put(sheet, 8, step(sentences[sentence[w]].paragraph))
    put(sheet, 9, told, basis)
    return
  }
  const { from, to } = details[t]
  let top = from
  for (let x = from; x < to; x++) if (head[x] < from || head[x] >= to) top = x
  const time = times[t]
  const apart = sentence[from] - sentence[w]
  const way = wayBetween(scene, w, top)
  const chosen = ruled?.time === time.id ? 1 : 0
  put(sheet, 20, chosen, basis)
  put(sheet, 21, chosen, join(basis, tag))
  put(sheet, 22, chosen, join(basis, what))
  put(sheet, 23, way.hash)
  put(sheet, 24, way.short, tag)
  put(sheet, 25, way.up, way.down)
  put(sheet, 26, join(way.up, way.down), tag)
  put(sheet, 27, apart, tag)
  put(sheet, 28, apart, what)
  put(sheet, 29, apart, told)
  put(sheet, 30, step(from - w), apart)
  const governor = head[top]
  if (governor >= 0) {
    put(sheet, 31, upos[governor], relation[top])
    put(sheet, 32, lemma[governor], governor === w ? 1 : 0)
    put(sheet, 33, scene.cueOf[governor] >= 0 ? 1 : 0, governor === w ? 1 : 0)
    put(sheet, 34, scene.proposal(w).candidate.light === governor ? 1 : 0, tag)
  }
  put(sheet, 35, hashLabel(time.type), time.value.length)
  const past =
    published === undefined
      ? 0
      : time.value < published.slice(0, time.value.length)
        ? 1
        : time.value > published.slice(0, time.value.length)
          ? 2
          : 3
  put(sheet, 36, past, told)
  put(sheet, 37, past, join(told, xpos[w]))
  put(sheet, 38, lower[from])
  put(sheet, 39, from > 0 ? lower[from - 1] : 0)
  put(sheet, 40, tree.above(w, from) ? 1 : 0, tag)
  const inside = input.statements.innermost
  put(sheet, 41, inside[w] === inside[from] ? 1 : inside[from] < 0 ? 2 : 3, apart)
  put(sheet, 42, Math.min(3, scene.timesIn[sentence[w]].length), apart)
  let verbs = 0
  for (let x = Math.min(w, from) + 1; x < Math.max(w, from); x++) if (upos[x] === VERB) verbs++
  put(sheet, 43, Math.min(4, verbs), from < w ? 0 : 1)
  put(sheet, 44, sentences[sentence[w]].paragraph === sentences[sentence[from]].paragraph ? 1 : 0, apart)
  sheet.words[1] = top
}

const VERB = hashLabel('VERB')
