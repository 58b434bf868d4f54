/** A share with its 95 % interval. */
export interface Share {
  /** of how many */
  of: number
  /** how many hold */
  hold: number
  /** `hold` of `of`; left out of nothing */
  share?: number
  low?: number
  high?: number
}

/** The 97.5 % point of the normal distribution: what 95 % intervals reach to both sides. */
export const Z = 1.959963984540054

/**
 * A share with the interval of Wilson (1927), "Probable inference, the law of succession, and statistical inference": it stays within 0 and 1, and holds
 * for few rows and for shares near the ends.
 *
 * @example shareOf(8, 10) // { of: 10, hold: 8, share: 0.8, low: 0.4902, high: 0.9433 }
 */
export function shareOf(hold: number, of: number): Share {
  if (of === 0) return { of, hold }
  const p = hold / of
  const z = Z * Z
  const middle = (p + z / (2 * of)) / (1 + z / of)
  const half = (Z / (1 + z / of)) * Math.sqrt((p * (1 - p)) / of + z / (4 * of * of))
  return {
    of,
    hold,
    share: rounded(p),
    low: rounded(Math.max(0, middle - half)),
    high: rounded(Math.min(1, middle + half)),
  }
}

/** Four digits are more than any sample holds. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
