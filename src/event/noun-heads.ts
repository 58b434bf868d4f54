import type { Candidate } from './candidate.ts'
import { holder } from './holder.ts'
import { isActor, isNationality, isPlace, type RoleContext } from './party.ts'
import type { Heads } from './roles.ts'
import { beneath, childHeads, firstFilled, fitsSlot, prepositionHeads } from './slot-heads.ts'

export function nounHeads(context: RoleContext, candidate: Candidate): Omit<Heads, 'guessed'> {
  const { grammar } = context
  const { word, rule, light, lightWhose } = candidate
  const of = prepositionHeads(grammar, word, 'of')
  const owners = [...childHeads(grammar, word, 'nmod:poss'), ...adjectives(context, word)]
  const by = prepositionHeads(grammar, word, 'by')
  const lent = light >= 0 && lightWhose !== 'none' ? lentSubjects(context, light, word) : []
  const slots = rule.recipients.filter(
    (slot) => slot !== 'of' || rule.whose !== 'act' || owners.length + by.length + lent.length > 0,
  )
  const places = rule.traits.has('place-hit') ? owners.filter((w) => isPlace(context, w)) : []
  const doers = owners.filter((w) => !places.includes(w))
  let recipients: readonly number[] = firstFilled(slots, (slot) => {
    const may = (w: number) => slot === 'of' || fitsSlot(context, slot, w)
    const direct = prepositionHeads(grammar, word, slot).filter(may)
    // 'talks in Almeth with miners', where a parser hangs the miners on Almeth
    const own = direct.length > 0 || slot !== 'with' ? direct : beneath(grammar, word, slot, 0).filter(may)
    return own.length > 0 || light < 0 ? own : prepositionHeads(grammar, light, slot).filter(may)
  })
  let actors: readonly number[] = [...by, ...(lightWhose === 'patient' ? [] : lent)]
  if (lightWhose === 'patient' && recipients.length === 0) recipients = lent
  if (rule.whose === 'patient' && of.length === 0 && by.length + lent.length + recipients.length === 0)
    return { actors, recipients: owners }
  if (recipients.length === 0) recipients = places
  if (actors.length === 0) actors = doers
  if (actors.length === 0 && rule.whose === 'act' && !recipients.some((w) => of.includes(w))) actors = [...of]
  const between = prepositionHeads(grammar, word, 'between')
  if (between.length > 0 && !rule.mutual) return { actors, recipients: between }
  if (between.length > 0) return { actors: between, recipients: between.length > 1 ? between : recipients }
  if (actors.length === 0 && rule.whose === 'both') actors = attending(context, word)
  return { actors, recipients: rule.traits.has('as-hit') ? recipients : recipients.flatMap((w) => holder(context, w)) }
}

function lentSubjects({ grammar }: RoleContext, verb: number, noun: number): readonly number[] {
  return grammar.subjects(verb).filter((w) => w !== noun)
}

/** Who made the clause's act during a meeting took part in it: 'Venn said so during a meeting with miners'. */
function attending({ grammar, codebook }: RoleContext, word: number): readonly number[] {
  const { language } = grammar
  const { head, upos, relation } = language
  const marker = grammar.tree.child(word, 'case')
  if (head[word] < 0 || marker < 0 || !codebook.words.during.has(language.lower[marker])) return []
  // 'made the remarks during a meeting': parsers hang the meeting on the remarks as well
  const above = upos[head[word]] === 'NOUN' && relation[head[word]] === 'obj' ? head[head[word]] : head[word]
  return above >= 0 && upos[above] === 'VERB' ? grammar.subjects(above) : []
}

/** 'Kestrian' in 'Kestrian air strikes', 'rebel' in 'a rebel attack'. */
function adjectives(context: RoleContext, word: number): number[] {
  const { language, tree } = context.grammar
  const found = tree.children(word).filter((c) => {
    const relation = language.relation[c]
    if (c > word || (relation !== 'amod' && relation !== 'compound' && relation !== 'nmod')) return false
    return (
      isActor(context, c) ||
      (language.upos[c] === 'PROPN' && !context.timeAt[c]) ||
      isNationality(language.form[c], language.upos[c])
    )
  })
  return found.filter((c) => !found.includes(c + 1))
}
