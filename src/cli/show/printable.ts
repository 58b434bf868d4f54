/** Characters that a terminal obeys, or that turn the text around them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * A message as a terminal may have it: what would move its cursor, paint it or turn its words stands there by its code, as names of
 * files and addresses may hold anything.
 *
 * @example printable('there is no file no\x1b[31m') // 'there is no file no\\x1b[31m'
 */
export function printable(message: string): string {
  return message.replace(OBEYED, (character) => {
    const code = character.charCodeAt(0).toString(16)
    return code.length < 3 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`
  })
}
