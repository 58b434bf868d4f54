/** Where the characters beyond U+FFFF begin, of which UTF-16 counts two and SQLite one. */
export function wideCharacters(text: string): number[] {
  const at: number[] = []
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit <= 0xdbff) at.push(i++)
  }
  return at
}
