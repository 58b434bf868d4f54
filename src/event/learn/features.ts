import { MOST_FEATURES, type Told } from '../../language/network/head.ts'
import { join, row } from '../../statement/hash.ts'

/** Names what the files beside this one make; a model trained on other features is refused. Change it with any change there. */
export const EVENT_FEATURES = 'may-mentions-roles-times-places-voices-same/2'

/** One candidate as a head is told of it, filled anew for each: hot. */
export interface Sheet extends Told {
  words: Int32Array
  size: number
}

export function openSheet(blocks: number): Sheet {
  return { words: new Int32Array(blocks), features: new Int32Array(MOST_FEATURES), size: 0 }
}

const ALL_BITS = -1

/** The feature `template(a, b)`. */
export const featureOf = (template: number, a: number, b = 0): number => row(template, a, b, ALL_BITS)

/** Takes down the feature `template(a, b)`. */
export function put(sheet: Sheet, template: number, a: number, b = 0): void {
  if (sheet.size < MOST_FEATURES) sheet.features[sheet.size++] = row(template, a, b, ALL_BITS)
}

export { join }

/** A number in few steps: 0, 1, 2, 3, 4-5, 6-8, 9-13, ... to either side. */
export function step(n: number): number {
  const size = Math.abs(n)
  const stepped = size < 4 ? size : Math.min(12, Math.round(2 * Math.log2(size)))
  return n < 0 ? -stepped : stepped
}
