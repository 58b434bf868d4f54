/** The acts of codebook/statement/acts.txt as the past of a verb, and as that verb denied, for "who ... to whom". */
export const actWords: Readonly<Record<string, readonly [told: string, notTold: string]>> = {
  accuse: ['accused', 'did not accuse'],
  admit: ['admitted', 'did not admit'],
  agree: ['agreed', 'did not agree'],
  announce: ['announced', 'did not announce'],
  apologize: ['apologized', 'did not apologize'],
  argue: ['argued', 'did not argue'],
  ask: ['asked', 'did not ask'],
  believe: ['believed', 'did not believe'],
  claim: ['claimed', 'did not claim'],
  condemn: ['condemned', 'did not condemn'],
  decide: ['decided', 'did not decide'],
  demand: ['demanded', 'did not demand'],
  deny: ['denied', 'did not deny'],
  hope: ['hoped', 'did not hope'],
  'no-comment': ['did not comment', 'did not keep silent'],
  notice: ['learned', 'did not learn'],
  plan: ['planned', 'did not plan'],
  praise: ['praised', 'did not praise'],
  predict: ['predicted', 'did not predict'],
  promise: ['promised', 'did not promise'],
  propose: ['proposed', 'did not propose'],
  refuse: ['refused', 'did not refuse'],
  reject: ['rejected', 'did not reject'],
  state: ['said', 'did not say'],
  support: ['supported', 'did not support'],
  threaten: ['threatened', 'did not threaten'],
  want: ['wanted', 'did not want'],
  warn: ['warned', 'did not warn'],
}

/** An act in words; one that is not in the list as it stands. */
export function actInWords(act: string, negated = false): string {
  const words = actWords[act]
  if (words) return words[negated ? 1 : 0]
  return negated ? `not: ${act}` : act
}
