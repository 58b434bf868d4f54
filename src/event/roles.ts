import type { Role } from '../record/types.ts'
import type { Candidate } from './candidate.ts'
import { author, holder, included, speakerFor } from './holder.ts'
import { nounHeads } from './noun-heads.ts'
import { isActor, isGeneric, isNamed, isOwn, isThing, mayAct, mayTakePart, type RoleContext } from './party.ts'
import { phraseSpan } from './phrase.ts'
import { firstFilled, slotHeads, undergoers } from './slot-heads.ts'

/** Head words of those who act and those acted on. */
export interface Heads {
  actors: readonly number[]
  recipients: readonly number[]
  /** whether the recipients were only guessed from a place or a name in the clause */
  guessed: boolean
  /** whether only 'you', 'someone' or the like act: no event of anybody's */
  generic?: boolean
}

/** Who acts in a candidate's event, and on whom. */
export function findHeads(context: RoleContext, candidate: Candidate): Heads {
  const { rule } = candidate
  const named = rule.whose ? nounHeads(context, candidate) : verbHeads(context, candidate)
  const actors = named.actors.flatMap((w) => author(context, speakerFor(context, w))).filter((w) => mayAct(context, w))
  const hurt = (candidate.casualties ?? []).flatMap((verb) => undergoers(context.grammar, verb))
  const recipients = [...named.recipients, ...hurt]
    .flatMap((w) => [w, ...included(context, w)])
    .filter((w) => mayTakePart(context, w) && !actors.includes(w) && !isOwn(context, w) && !isThing(context, rule, w))
  if (actors.length === 0 && named.actors.some((w) => isGeneric(context, w))) {
    return { actors, recipients, guessed: false, generic: true }
  }
  if (rule.mutual && actors.length > 1 && (recipients.length === 0 || rule.traits.has('jointly')))
    return { actors, recipients: actors, guessed: false }
  if (recipients.length > 0 || rule.traits.has('unguessed') || (rule.whose && rule.mutual))
    return { actors, recipients, guessed: false }
  const guess = guessRecipients(context, candidate).filter((w) => !actors.includes(w))
  return { actors, recipients: guess, guessed: guess.length > 0 }
}

/** The span and, where known, the entity of each head word. */
export function toRoles({ grammar, entities, timeAt }: RoleContext, heads: readonly number[]): Role[] {
  return [...new Set(heads)].map((w) => {
    const entity = entities.entityAt[w] >= 0 ? entities.entities[entities.entityAt[w]] : undefined
    return { ...phraseSpan(grammar.language, grammar.tree, w, timeAt), ...(entity ? { entity: entity.id } : {}) }
  })
}

function verbHeads(context: RoleContext, { word, rule }: Candidate): Omit<Heads, 'guessed'> {
  const { grammar } = context
  const recipients = firstFilled(rule.recipients, (slot) => slotHeads(context, word, slot))
  const actors = rule.swapped ? grammar.objects(word) : grammar.subjects(word)
  return { actors, recipients: rule.traits.has('as-hit') ? recipients : recipients.flatMap((w) => holder(context, w)) }
}

/** PLOVER's last resort: a country or another name that the clause sets the act in. */
function guessRecipients(context: RoleContext, { word, rule, light }: Candidate): readonly number[] {
  const { grammar, codebook } = context
  const { words } = codebook
  const { upos } = grammar.language
  // 'remained on alert in Almeth': what hangs on the noun that the row asked for
  const asked = grammar
    .complements(word)
    .filter(({ preposition }) => rule.when.some(({ slot }) => slot === preposition))
  const nouns = rule.whose ? [] : [...grammar.objects(word), ...asked.map(({ head }) => head)]
  const from = [word, ...(light >= 0 ? [light] : []), ...nouns]
  const within = from.flatMap((w) => (w === word ? [w] : [w, ...grammar.complements(w).map(({ head }) => head)]))
  for (const w of within) {
    for (const { preposition, head } of grammar.complements(w)) {
      // where words, not deeds, are told, a place in the clause is where they were spoken
      if (w === word && rule.traits.has('spoken') && words['spoken-at'].has(preposition)) continue
      if (!words.guessed.has(preposition) || context.timeAt[head] || !isNamed(context, head)) continue
      if (upos[head] === 'PROPN' || isActor(context, head)) return grammar.coordinated(head)
    }
  }
  return []
}
