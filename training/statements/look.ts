import type { HeadShape } from '../../src/language/network/head.ts'
import { LEAST_ODDS } from '../../src/statement/find.ts'
import { cueOdds, describeCue, LOOK_BLOCKS } from '../../src/statement/look.ts'
import type { Weights } from '../../src/statement/weights.ts'
import { exampleOf, type Group, HeadLearner, type HeadSections, type Learning } from '../network/head-learner.ts'
import { logisticLoss } from '../network/losses.ts'
import { cueWords, type Doc } from './examples.ts'

/** How the closer look is learned. */
export const LOOK: Learning & { width: number } = {
  width: 16,
  rounds: 6,
  batch: 32,
  rate: 0.002,
  tableRate: 3,
  least: 8,
  leastWeight: 0.2,
  dropContext: 0.3,
  dropFeatures: 0.2,
  dropHidden: 0.3,
  seed: 7,
}

/** The regression knows these articles: it gives their words that are no cues less than it would give others', so more of them are looked at here. */
const MARGIN = 1.5

/** Learns which of the words that the regression lets through are heads of cues. */
export function learnLook(
  docs: readonly Doc[],
  cue: Weights,
  say: (line: string) => void = () => {},
): { shape: HeadShape; sections: HeadSections } {
  const { width } = LOOK
  const groups = docs.flatMap((doc) => groupsOf(doc, cue))
  const shape = { context: docs[0].view.language.context!.width, blocks: LOOK_BLOCKS, width, outputs: 1 }
  const learner = new HeadLearner(shape, groups, LOOK)
  say(`look: ${groups.length} words`)
  learner.learn((line) => say(`look: ${line}`))
  return { shape, sections: learner.sections('look') }
}

function groupsOf(doc: Doc, cue: Weights): Group[] {
  const { view } = doc
  return cueWords(doc).flatMap(({ word, label, weight }): Group[] => {
    const told = describeCue(view, word)
    if (label < 0.5 && cueOdds(told, cue) < LEAST_ODDS - MARGIN) return []
    return [
      {
        examples: [exampleOf(view.language.context!, told)],
        // of what the teacher says, both answers count by their chances
        loss: (scores, gradient) =>
          logisticLoss(scores, gradient, 0, true, label * weight) +
          logisticLoss(scores, gradient, 0, false, (1 - label) * weight),
      },
    ]
  })
}
