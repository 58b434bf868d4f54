import type { Proposal } from './find.ts'
import { MARK, type View } from './view.ts'
import { sigmoid } from './weights.ts'

/** How many numbers `trustFeatures` gives. */
export const TRUST_FEATURES = 30

/** What a proposal as a whole looks like, as numbers near 0 to 3: the models' scores, and its shape. */
export function trustFeatures(view: View, proposal: Proposal): number[] {
  const { head, source, cue, content, cueScore, roleScore, around } = proposal
  const { language, quotation, mark } = view
  const { upos, sentence, sentences } = language
  const bounds = sentences[sentence[head]]
  const words = content.reduce((total, { from, to }) => total + to - from, 0)
  const quoted = content.some(({ from, to }) => quotation[from] >= 0 || quotation[to - 1] >= 0)
  const logit = Math.log(cueScore / (1 - cueScore + 1e-6) + 1e-6)
  const length = bounds.to - bounds.from
  const yes = (value: boolean) => (value ? 1 : 0)
  return [
    1,
    logit / 3,
    Math.max(0, logit - 1) / 3,
    cueScore,
    Math.max(-10, roleScore) / 3,
    Math.max(-10, roleScore) / Math.sqrt(length),
    Math.exp(roleScore),
    yes(source === undefined),
    yes(source !== undefined && source.to - source.from > 12),
    yes(source !== undefined && upos[source.to - 1] === 'PRON'),
    yes(source !== undefined && view.name[source.to - 1] > 0),
    yes(source !== undefined && source.to < cue.from),
    Math.log2(1 + words) / 3,
    yes(words < 3),
    yes(words > 60),
    yes(quoted),
    yes(content.length > 1),
    yes(quotation[head] >= 0),
    yes(upos[head] === 'VERB'),
    yes(mark[head] !== MARK.none),
    (cue.to - cue.from) / 5,
    yes(upos[head] === 'NOUN'),
    around,
    (around * logit) / 3,
    around * Math.exp(roleScore),
    around * yes(source === undefined),
    around * yes(upos[head] === 'NOUN'),
    around * yes(quotation[head] >= 0),
    around * yes(words < 3),
    yes(source === undefined && upos[head] === 'NOUN'),
  ]
}

/** The confidence of a row that stands: as many in a hundred are right as it says. */
export function confidenceOf(trust: number, [slope, shift]: Float32Array): number {
  const kept = Math.min(1 - 1e-6, Math.max(1e-6, trust))
  return sigmoid(slope * Math.log(kept / (1 - kept)) + shift)
}

/** Probability that a proposal is right: source and content both. */
export function trustIn(view: View, proposal: Proposal, weights: Float32Array): number {
  return sigmoid(trustFeatures(view, proposal).reduce((total, value, i) => total + value * weights[i], 0))
}
