/** Runs of characters between white space. */
export function countWords(text: string): number {
  let words = 0
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) <= 32
    if (!space && !inside) words++
    inside = !space
  }
  return words
}
