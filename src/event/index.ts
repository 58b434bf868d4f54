import { inFieldOrder } from '../record/fields.ts'
import type { Resources } from '../resources.ts'
import { findByRules } from './by-rules.ts'
import { readCodebook } from './codebook.ts'
import { openDecider } from './learn/decide.ts'
import { findEvents } from './learn/events.ts'
import { readEventModel } from './learn/model.ts'
import { openScene } from './learn/scene.ts'
import { findLinks } from './links.ts'
import { sportNote } from './sport.ts'
import type { EventInput, EventReading } from './types.ts'

/**
 * Opens the event stage: type, mode, contexts, who acts on whom, when, where, status and word of every event. Tables and rules propose
 * and explain; the heads of models/events.bin decide. Words that come from elsewhere than the language network are read by the rules alone.
 *
 * @throws RangeError where a table of codebook/event is missing, or names a class that classes.tsv lacks, or the model is damaged
 */
export function openEvent(resources: Resources): (input: EventInput) => EventReading {
  const codebook = readCodebook(resources)
  const decider = openDecider(readEventModel(resources.bytes('models/events.bin')))
  const sport = codebook.classes.get('sport')!
  return (input) => {
    const { language, statements } = input
    const played = sportNote(language, sport)
    if (played) return { events: [], links: [], notes: [played] }
    const scene = openScene(codebook, input)
    const found = language.context ? findEvents(scene, decider) : findByRules(codebook, input)
    return {
      events: found.map(({ event }) => inFieldOrder('events', event)),
      links: findLinks(scene.grammar, codebook, found, statements.statements),
      notes: [],
    }
  }
}
