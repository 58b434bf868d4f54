import type { Language } from '../types.ts'
import type { Mend } from './mend-tree.ts'

/**
 * "A nurse asked not to be named": parsers hang the negation on the verb before it. Right before an infinitive that this verb takes, it is
 * the infinitive's: who asks not to be named has asked.
 */
export function mendNegations({ size, lower, head, relation, sentence }: Language, mend: Mend): void {
  for (let w = 0; w + 2 < size; w++) {
    if ((lower[w] !== 'not' && lower[w] !== 'never') || lower[w + 1] !== 'to') continue
    const verb = head[w + 1]
    if (relation[w + 1] !== 'mark' || verb < w || sentence[verb] !== sentence[w]) continue
    if (head[w] < w && head[w] >= 0 && head[w] === head[verb]) mend(w, { head: verb, relation: relation[w] })
  }
}
