import { openGrammar } from '../language/clause/grammar.ts'
import type { Resources } from '../resources.ts'
import { timeWords } from '../time/time-words.ts'
import { openActModel } from './act-model.ts'
import { openActs, openForced } from './acts.ts'
import { assemble } from './assemble.ts'
import { openStatementBook } from './codebook.ts'
import { propose } from './find.ts'
import { hashText } from './hash.ts'
import { findLabels } from './labels.ts'
import { readModel } from './model.ts'
import { resolveProposals } from './resolve.ts'
import { trustIn } from './trust.ts'
import type { StatementInput, StatementReading } from './types.ts'
import { MARK, openView } from './view.ts'

export type { StatementDetail, StatementInput, StatementReading } from './types.ts'

/** Least probability of a cue for its source and content to be looked for. */
const LEAST_CUE = 0.15
/** Least confidence for a statement to stand in the record: where as many rows are lost as wrong ones kept. */
const LEAST_TRUST = 0.4

const JOINED = new Set(['conj', 'advcl'].map(hashText))

/**
 * Opens the statement stage: source, cue and content of every attribution, in order of the first word, those within
 * others too. Learned models propose (which words are cues, what every word of the sentence is to each), rules weigh the
 * proposals against each other and add what a record wants: act, speaker, who was told, when and where.
 *
 * @throws RangeError where the model or the codebook is damaged
 */
export function openStatement(resources: Resources): (input: StatementInput) => StatementReading {
  const { cue, look, network, trust, calibration, act } = readModel(resources.bytes('models/statements.bin'))
  const cues = resources.text('codebook/statement/cues.tsv')
  const book = openStatementBook(resources)
  const force = openForced(cues)
  const acts = openActs(cues, resources.text('codebook/statement/acts.txt'), book.lists.negations)
  const actOf = openActModel(act)
  return (input) => {
    const view = openView(input.language, input.tree)
    const proposals = propose(view, { cue, look, network, least: LEAST_CUE, force })
    const weighed = proposals.map((proposal) => {
      const own = trustIn(view, proposal, trust)
      return { ...proposal, trust: proposal.forced ? Math.max(own, LEAST_TRUST) : own }
    })
    const isLoose = (w: number) => view.language.upos[w] === 'CCONJ' || view.mark[w] === MARK.comma
    const isJoined = (outer: number, inner: number) =>
      view.language.head[inner] === outer && JOINED.has(view.plain[inner])
    return assemble(input, view, {
      resolved: resolveProposals([...findLabels(view), ...weighed], LEAST_TRUST, isLoose, isJoined),
      acts,
      actOf,
      book,
      grammar: openGrammar(input.language, input.tree, { timeAt: timeWords(input), ...book.grammar }),
      calibration,
    })
  }
}
