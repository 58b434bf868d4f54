/** A run of rows that are drawn: from (inclusive) to (exclusive). */
export interface RowWindow {
  from: number
  to: number
}

/** How many cards are drawn at first, and how many more each time an end of them is reached. */
export const PAGE = 80

/** The most that are drawn at once: what is farthest away goes when more come. */
export const MOST = 4 * PAGE

/** The window grown at one end, and cut at the other where it would be too long. */
export function growWindow({ from, to }: RowWindow, end: 'before' | 'after', count: number): RowWindow {
  if (end === 'after') {
    const next = Math.min(count, to + PAGE)
    return { from: Math.max(from, next - MOST), to: next }
  }
  const next = Math.max(0, from - PAGE)
  return { from: next, to: Math.min(to, next + MOST) }
}

/** The window if it holds the row, else one around it. */
export function windowWith(window: RowWindow, row: number, count: number): RowWindow {
  const inside = { from: Math.min(window.from, count), to: Math.min(Math.max(window.to, PAGE), count) }
  if (row < 0 || (row >= inside.from && row < inside.to)) return inside.from < inside.to ? inside : firstWindow(count)
  return { from: Math.max(0, row - PAGE / 2), to: Math.min(count, row + PAGE / 2) }
}

export const firstWindow = (count: number): RowWindow => ({ from: 0, to: Math.min(count, PAGE) })
