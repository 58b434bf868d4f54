import type { Overlay } from '../../lay-over.ts'

/** What a process is told when it begins. */
export interface Begin {
  /** where the desk's file lies, and what the desk is called */
  at: string
  file: string
  overlay?: Overlay
}

/** A request, as it goes to a process. */
export interface AsideRequest {
  method: string
  url: string
  headers: [string, string][]
  body?: Uint8Array
}

/** To a process: what it begins with, a request, or that the next piece of its answer is wanted. */
export type ToProcess = { begin: Begin } | { ask: AsideRequest } | { more: true }

/** From a process: how its answer begins, and the answer's pieces; `last` with the last one. */
export interface FromProcess {
  head?: { status: number; headers: [string, string][] }
  piece?: Uint8Array
  last?: boolean
  /** what went wrong while the answer was being sent */
  broken?: string
  /** a fault of onrecord, which the answer tells nothing of */
  fault?: string
}
