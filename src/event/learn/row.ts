import type { TellingWord } from './decide.ts'
import type { Scene } from './scene.ts'

/** How many numbers say of which type a row is: `weight` in `codebook/event/types.tsv` says which of them a type has. */
const TYPES = 10
const BEFORE_TYPES = 14

/** How many numbers `describeRow` fills. */
export const ROW_FEATURES = BEFORE_TYPES + TYPES

/** What there is to know of a happening's words of whether it belongs on record; the first number is always 1. */
export function describeRow(
  scene: Scene,
  chief: TellingWord,
  tellings: readonly TellingWord[],
  out: Float64Array,
): void {
  const { language } = scene.grammar
  const { candidate, proposed, heads } = scene.proposal(chief.word)
  out.fill(0)
  out[0] = 1
  out[1] = logOdds(chief.sure)
  const first = chief.types.reduce((most, p) => Math.max(most, p), 0)
  out[2] = logOdds(first)
  out[3] = Math.log(tellings.length)
  out[4] = Math.min(
    3,
    tellings.reduce((sum, { sure }) => sum + sure, 0),
  )
  out[5] = proposed ? 1 : 0
  out[6] = language.upos[chief.word] === 'NOUN' ? 1 : 0
  out[7] = chief.actors.length > 0 ? 1 : 0
  out[8] = chief.recipients.length > 0 ? 1 : 0
  out[9] = candidate.light >= 0 ? 1 : 0
  out[10] = scene.cueOf[chief.word] >= 0 ? 1 : 0
  out[11] = chief.status === 'happened' ? 1 : 0
  out[12] = scene.input.statements.innermost[chief.word] >= 0 ? 1 : 0
  out[13] = heads.generic ? 1 : 0
  const weight = scene.codebook.types.get(chief.type)?.weight ?? 0
  if (weight > 0) out[BEFORE_TYPES + weight - 1] = 1
}

const logOdds = (p: number): number =>
  Math.log(Math.min(0.999, Math.max(0.001, p)) / (1 - Math.min(0.999, Math.max(0.001, p))))
