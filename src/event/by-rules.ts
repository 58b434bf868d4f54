import { openGrammar } from '../language/clause/grammar.ts'
import { stableId } from '../record/id.ts'
import type { Event } from '../record/types.ts'
import { timeWords } from '../time/time-words.ts'
import type { TimeReading } from '../time/types.ts'
import { openWhen, type When } from '../time/when.ts'
import { isAdmitted } from './admit.ts'
import type { Candidate } from './candidate.ts'
import type { EventCodebook } from './codebook.ts'
import { findContexts } from './contexts.ts'
import { codeFuture } from './future.ts'
import type { Found } from './links.ts'
import { mergeCasualties } from './merge.ts'
import type { RoleContext } from './party.ts'
import { findHeads, type Heads, toRoles } from './roles.ts'
import { findStatus } from './status.ts'
import { findToll } from './toll.ts'
import { findTriggers } from './triggers.ts'
import type { EventInput } from './types.ts'
import { openEventTime } from './when.ts'
import { openWhere } from './where.ts'

/**
 * The events that the tables and rules find by themselves, in the order of their triggers: a row a word. So reports are read whose words
 * come from elsewhere than the language network.
 */
export function findByRules(codebook: EventCodebook, input: EventInput): Found[] {
  const { language, tree, times, entities, statements } = input
  const timeAt = timeWords(input)
  const grammar = openGrammar(language, tree, {
    timeAt,
    titles: codebook.classes.get('title')!,
    lists: codebook.language,
  })
  const context: RoleContext = { grammar, codebook, entities, timeAt }
  const when = openEventTime(input, grammar, openWhen(language, times), codebook.words)
  const where = openWhere(grammar, entities.places, codebook.words)
  const taken = new Set<string>()
  const found: Found[] = []
  const candidates = mergeCasualties(grammar, codebook, findTriggers(grammar, codebook))
  const triggers = new Set(candidates.map(({ word }) => word))
  for (const candidate of candidates) {
    const heads = findHeads(context, candidate)
    if (!isAdmitted(context, candidate, heads)) continue
    const trigger = { start: language.start[candidate.from], end: language.end[candidate.to] }
    const statement = statements.statements[statements.innermost[candidate.word]]
    const place = where(candidate, heads.recipients)
    const told = findStatus(grammar, codebook, candidate)
    const coded = codeFuture(codebook, grammar, candidate, told)
    if (!coded) continue
    const time = when(candidate, told, triggers)
    const event: Event = {
      id: stableId('v', [trigger.start, trigger.end, coded.type], taken),
      type: coded.type,
      ...(coded.mode ? { mode: coded.mode } : {}),
      contexts: findContexts(grammar, codebook, [candidate.word, ...heads.actors, ...heads.recipients]),
      trigger,
      actors: toRoles(context, heads.actors),
      recipients: toRoles(context, heads.recipients),
      ...whenOf(time, coded.status, times),
      ...(place ? { where: place } : {}),
      ...findToll(grammar, codebook, candidate, heads),
      status: coded.status,
      word: statement ? { statement: statement.id } : {},
      why: coded.why,
      confidence: confidence(candidate, heads),
    }
    found.push({ event, candidate })
  }
  return found
}

/** Where no time stands with what is told as done, the report's date is what is left. */
function whenOf(found: When | undefined, status: Event['status'], { published }: TimeReading): Partial<Event> {
  if (found) return { when: found.time, whenBasis: found.basis }
  const told = status === 'happened' || status === 'ongoing'
  return told && published !== undefined ? { whenBasis: 'published' } : {}
}

/** How sure: less where a party is missing or guessed, or the row asked for nothing. */
function confidence({ rule }: Candidate, { actors, recipients, guessed }: Heads): number {
  let sure = rule.when.length > 0 ? 0.85 : 0.75
  if (actors.length === 0) sure -= 0.15
  if (recipients.length === 0) sure -= 0.1
  if (guessed) sure -= 0.1
  return Math.round(sure * 100) / 100
}
