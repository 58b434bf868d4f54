import type { ScaleTime } from 'd3-scale'
import { DAY } from './next-span.ts'

type TimeScale = ScaleTime<number, number>

/** Where an axis of time is labelled: about once in so many pixels, and never only once. */
export function timeTicks(scale: TimeScale, room: number): Date[] {
  const [from, to] = scale.range()
  return scale.ticks(Math.max(2, Math.floor((to - from) / room)))
}

/** Where an axis is labelled on which nothing is finer than a day. */
export const dayTicks = (scale: TimeScale, room: number): Date[] =>
  timeTicks(scale, room).filter((tick) => tick.getTime() % DAY === 0)
