import { type Model, openModel } from '../language/model.ts'
import { type Head, openHead } from '../language/network/head.ts'
import type { ActModel } from './act-model.ts'
import { ROLE_NETWORK_FEATURES } from './network/features.ts'
import { openRoleNetwork, type RoleNetwork } from './network/network.ts'
import type { Weights } from './weights.ts'

/** What `training/statements/train.ts` learns and `models/statements.bin` holds. */
export interface StatementModel {
  /** which words may be heads of cues */
  cue: Weights
  /** which of them are */
  look: Head
  /** what the words around a cue are to it */
  network: RoleNetwork
  /** how likely a proposal as a whole is right */
  trust: Float32Array
  /** from the trust in a row that stands to its confidence: slope and shift of its log-odds (Platt 1999) */
  calibration: Float32Array
  /** what is done by saying it */
  act: ActModel
}

/** The kind and the features that a model file of this stage names. */
export const STATEMENTS = { kind: 'statements', features: `${ROLE_NETWORK_FEATURES}-look/1` } as const

/**
 * Opens `models/statements.bin`.
 *
 * @throws RangeError where the bytes are no such model
 */
export function readModel(bytes: Uint8Array): StatementModel {
  const model = openModel(bytes, STATEMENTS)
  return {
    cue: cueOf(model),
    look: openHead(model, 'look'),
    network: openRoleNetwork(model),
    trust: model.f32('trust'),
    calibration: model.f32('calibration'),
    act: actOf(model),
  }
}

function actOf(model: Model): ActModel {
  const { acts } = model.header.about as { acts?: string[] }
  if (!Array.isArray(acts)) throw new RangeError('models/statements.bin names no acts')
  const table = model.i8('act')
  const weights = {
    table,
    columns: acts.length,
    mask: table.length / acts.length - 1,
    scale: model.f32('act.scale')[0],
  }
  return { acts, weights }
}

function cueOf(model: Model): Weights {
  const table = model.i8('cue')
  return { table, columns: 1, mask: table.length - 1, scale: model.f32('cue.scale')[0] }
}

/** Rounds weights to signed bytes, `limit` being the largest kept. */
export function toBytes(weights: Weights, limit: number): Weights & { table: Int8Array } {
  const { table } = weights
  if (table instanceof Int8Array) return { ...weights, table }
  const scale = limit / 127
  const bytes = Int8Array.from(table, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))))
  return { ...weights, table: bytes, scale }
}
