/**
 * Characters that would change how the text around them is drawn, or that cannot be seen: they are shown by their number,
 * and do nothing. Marks of direction (Unicode's Bidi_Control) and control characters, the tab and line breaks left out.
 */
const ODD = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}\ufff9-\ufffb]/u

/** A piece of text: what can be shown as it is, or one odd character by its number. */
export type ShownPiece = { text: string; start: number } | { odd: string; start: number }

/**
 * Cuts odd characters out of a text.
 *
 * @example oddPieces('a\u202eb') // [{ text: 'a', start: 0 }, { odd: 'U+202E', start: 1 }, { text: 'b', start: 2 }]
 */
export function oddPieces(text: string): ShownPiece[] {
  if (!ODD.test(text)) return text === '' ? [] : [{ text, start: 0 }]
  const pieces: ShownPiece[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (!ODD.test(text[at])) continue
    if (at > from) pieces.push({ text: text.slice(from, at), start: from })
    pieces.push({ odd: `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`, start: at })
    from = at + 1
  }
  if (from < text.length) pieces.push({ text: text.slice(from), start: from })
  return pieces
}

/** A text on one line for a card or a title, without the characters that would change what stands around it. */
export function onOneLine(text: string): string {
  return oddPieces(text)
    .map((piece) => ('odd' in piece ? '\ufffd' : piece.text))
    .join('')
}
