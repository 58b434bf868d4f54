import { openModel } from '../../language/model.ts'
import { type Head, openHead } from '../../language/network/head.ts'
import { EVENT_FEATURES } from './features.ts'

/** What `training/events/train.ts` learns and `models/events.bin` holds. */
export interface EventModel {
  labels: EventLabels
  /** whether a word is worth a closer look */
  may: Head
  /** whether a word tells of an event, and of which type */
  mention: Head
  /** of which type and mode it is, where it does */
  kind: Head
  /** whether it is told as happened, planned, ... */
  status: Head
  /** whether a phrase acts in an event, and whether it is acted on */
  role: Head
  /** whether a time is an event's */
  moment: Head
  /** whether a place is an event's */
  spot: Head
  /** whether an event stands on a statement's word */
  voice: Head
  /** whether a word tells of the same happening as an earlier one */
  same: Head
  /** how likely a row is right, from what `describeRow` says of it */
  row: Float32Array
}

/** What the heads' scores stand for, in their order. */
export interface EventLabels {
  /** the first is 'none' */
  types: readonly string[]
  /** 'TYPE/mode', or 'TYPE' for none */
  modes: readonly string[]
  statuses: readonly string[]
}

/** The kind and the features that a model file of this stage names. */
export const EVENTS = { kind: 'events', features: EVENT_FEATURES } as const

/**
 * Opens `models/events.bin`.
 *
 * @throws RangeError where the bytes are no such model
 */
export function readEventModel(bytes: Uint8Array): EventModel {
  const model = openModel(bytes, EVENTS)
  const head = (name: string) => openHead(model, name)
  return {
    labels: model.header.about.labels as EventLabels,
    may: head('may'),
    mention: head('mention'),
    kind: head('kind'),
    status: head('status'),
    role: head('role'),
    moment: head('moment'),
    spot: head('spot'),
    voice: head('voice'),
    same: head('same'),
    row: model.f32('row'),
  }
}
