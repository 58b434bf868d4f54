/**
 * The first index for which a condition holds, by binary search: it must hold for all that follow.
 *
 * @returns `size` where it holds for none
 * @example firstIndex(4, (i) => [1, 3, 5, 7][i] > 4) // 2
 */
export function firstIndex(size: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
