import { meant } from './codebook/nearest.ts'
import { withCode } from './record/failure.ts'

/**
 * Refuses an object with a key that nothing looks at: a name with a slip in it would be passed over in silence.
 *
 * @throws TypeError (`bad-argument`) that names the key, what was likely meant, and all there are
 * @example refuseUnknown('openReader', { modelz: 1 }, ['base', 'codebook']) // openReader knows no 'modelz'; it knows base, codebook
 */
export function refuseUnknown(who: string, given: object, known: readonly string[]): void {
  const odd = Object.keys(given).find((key) => !known.includes(key))
  if (odd === undefined) return
  throw withCode(
    'bad-argument',
    new TypeError(`${who} knows no '${odd}'${meant(odd, known)}; it knows ${known.join(', ')}`),
  )
}
