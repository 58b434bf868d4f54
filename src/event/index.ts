import { openGrammar } from '../language/clause/grammar.ts'
import { inOrder } from '../record/fields.ts'
import { stableId } from '../record/id.ts'
import type { Event } from '../record/types.ts'
import type { Resources } from '../resources.ts'
import type { TimeReading } from '../time/types.ts'
import { openWhen, type When } from '../time/when.ts'
import { isAdmitted } from './admit.ts'
import type { Candidate } from './candidate.ts'
import { type Codebook, readCodebook } from './codebook.ts'
import { findContexts } from './contexts.ts'
import { codeFuture } from './future.ts'
import { type Found, findLinks } from './links.ts'
import { mergeCasualties } from './merge.ts'
import type { RoleContext } from './party.ts'
import { findHeads, type Heads, toRoles } from './roles.ts'
import { sportNote } from './sport.ts'
import { findStatus } from './status.ts'
import { findToll } from './toll.ts'
import { findTriggers } from './triggers.ts'
import type { EventInput, EventReading } from './types.ts'
import { openEventTime } from './when.ts'
import { openWhere } from './where.ts'

/**
 * Opens the event stage: type, mode, contexts, who acts on whom, when, where, status and word of every event.
 *
 * @throws RangeError where a table of codebook/event is missing, or names a class that classes.tsv lacks
 */
export function openEvent(resources: Resources): (input: EventInput) => EventReading {
  const codebook = readCodebook(resources)
  return (input) => read(codebook, input)
}

/** Where no time stands with what is told as done, the report's date is what is left. */
function whenOf(found: When | undefined, status: Event['status'], { published }: TimeReading): Partial<Event> {
  if (found) return { when: found.time, whenBasis: found.basis }
  const told = status === 'happened' || status === 'ongoing'
  return told && published !== undefined ? { whenBasis: 'published' } : {}
}

function read(codebook: Codebook, input: EventInput): EventReading {
  const { language, tree, times, entities, statements } = input
  const sport = sportNote(language, codebook.classes.get('sport')!)
  if (sport) return { events: [], links: [], notes: [sport] }
  const timeAt = timeWords(input)
  const grammar = openGrammar(language, tree, {
    timeAt,
    titles: codebook.classes.get('title')!,
    lists: codebook.language,
  })
  const context: RoleContext = { grammar, codebook, entities, timeAt }
  const when = openEventTime(input, grammar, openWhen(language, tree, times), codebook.words)
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
  return {
    events: found.map(({ event }) => inOrder('events', event)),
    links: findLinks(grammar, codebook, found, statements.statements),
    notes: [],
  }
}

function timeWords({ language, times }: EventInput): Uint8Array {
  const timeAt = new Uint8Array(language.size)
  for (const { from, to } of times.details) timeAt.fill(1, from, to)
  return timeAt
}

/** How sure: less where a party is missing or guessed, or the row asked for nothing. */
function confidence({ rule }: Candidate, { actors, recipients, guessed }: Heads): number {
  let sure = rule.when.length > 0 ? 0.85 : 0.75
  if (actors.length === 0) sure -= 0.15
  if (recipients.length === 0) sure -= 0.1
  if (guessed) sure -= 0.1
  return Math.round(sure * 100) / 100
}
