import fs from 'node:fs'
import { openDecider } from '../../src/event/learn/decide.ts'
import { findEvents } from '../../src/event/learn/events.ts'
import type { EventModel } from '../../src/event/learn/model.ts'
import type { Marked } from './corpus.ts'

/** Writes what a model reads in reports, a record a line, with all that a measuring program asks for. */
export function measure(model: EventModel, reports: readonly Marked[], file: string): void {
  const decider = openDecider(model)
  const lines = reports.map(({ id, scene }) => {
    const { entities, times, statements, language } = scene.input
    return JSON.stringify({
      report: { id, text: language.text },
      entities: entities.entities,
      places: entities.places,
      times: times.times,
      statements: statements.statements,
      events: findEvents(scene, decider).map(({ event }) => event),
    })
  })
  fs.writeFileSync(file, `${lines.join('\n')}\n`)
}
