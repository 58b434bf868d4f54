/** One step of an alignment: words that are the same, another in its place, one that only one side has, or one that stands for any. */
export interface Step {
  kind: 'same' | 'changed' | 'put-in' | 'left-out' | 'any'
  /** index of the word in the quotation; -1 for a word that it leaves out */
  quote: number
  /** index of the word in the source; -1 for a word that is put in */
  source: number
}

export interface Alignment {
  /** first word in the source, and the one after the last */
  from: number
  to: number
  steps: Step[]
  /** steps that are neither 'same' nor 'any' */
  differences: number
}

/** A key that stands for any words, or none: what an editor puts in brackets. */
export const ANY = '[]'
/** Most words of a source that brackets stand for. */
const BRACKETED = 8

const MATCH = 2
const GAP = -1
const CHANGE = -1

/**
 * Lays a quotation beside the place in a source that it fits best, word by word: all of the quotation, any stretch of the source
 * (semi-global alignment, Needleman and Wunsch 1970). Time and memory grow with the product of both lengths.
 *
 * @param quote keys of the quotation's words; `ANY` fits up to eight words
 * @param first, last stretch of the source's words that is looked at
 */
export function align(
  quote: readonly string[],
  source: readonly string[],
  first = 0,
  last = source.length,
): Alignment | undefined {
  const n = quote.length
  const m = last - first
  if (n === 0 || m <= 0) return undefined
  const width = m + 1
  const score = new Float32Array((n + 1) * width)
  const back = new Uint8Array((n + 1) * width)
  for (let i = 1; i <= n; i++) fillRow(i)
  let best = 0
  for (let j = 1; j <= m; j++) if (score[n * width + j] > score[n * width + best]) best = j
  return trace(best)

  function fillRow(i: number): void {
    const row = i * width
    const above = row - width
    const key = quote[i - 1]
    const any = key === ANY
    score[row] = score[above] + (any ? 0 : GAP)
    back[row] = any ? ANY_STEP : PUT_IN
    for (let j = 1; j <= m; j++) {
      if (any) {
        fillAny(row, above, j)
        continue
      }
      const same = key === source[first + j - 1]
      let value = score[above + j - 1] + (same ? MATCH : CHANGE)
      let step = same ? SAME : CHANGED
      if (score[above + j] + GAP > value) {
        value = score[above + j] + GAP
        step = PUT_IN
      }
      if (score[row + j - 1] + GAP > value) {
        value = score[row + j - 1] + GAP
        step = LEFT_OUT
      }
      score[row + j] = value
      back[row + j] = step
    }
  }

  function fillAny(row: number, above: number, j: number): void {
    let value = score[above + j]
    let taken = 0
    for (let k = 1; k <= BRACKETED && k <= j; k++)
      if (score[above + j - k] > value) {
        value = score[above + j - k]
        taken = k
      }
    score[row + j] = value
    back[row + j] = ANY_STEP + taken
  }

  function trace(end: number): Alignment {
    const steps: Step[] = []
    let i = n
    let j = end
    while (i > 0) {
      const step = back[i * width + j]
      if (step >= ANY_STEP) {
        for (let k = step - ANY_STEP; k > 0; k--) steps.push({ kind: 'any', quote: i - 1, source: first + --j })
        i--
      } else if (step === PUT_IN) steps.push({ kind: 'put-in', quote: --i, source: -1 })
      else if (step === LEFT_OUT) steps.push({ kind: 'left-out', quote: -1, source: first + --j })
      else steps.push({ kind: step === SAME ? 'same' : 'changed', quote: --i, source: first + --j })
    }
    steps.reverse()
    const differences = steps.filter(({ kind }) => kind !== 'same' && kind !== 'any').length
    return { from: first + j, to: first + end, steps, differences }
  }
}

const SAME = 1
const CHANGED = 2
const PUT_IN = 3
const LEFT_OUT = 4
const ANY_STEP = 5
