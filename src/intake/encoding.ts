import { type NoteCode, noteCodes } from '../record/codes.ts'
import type { Note } from '../record/types.ts'
import { utf16Of } from './utf16.ts'

/** A note with its code's own meaning. */
export function noteOf(code: NoteCode): Note {
  return { code, message: noteCodes[code] }
}

/**
 * Decodes a page or a feed: by its byte order mark, the Content-Type, what it declares itself, or what the bytes are. What was declared
 * and does not fit the bytes is not believed, and a note says so. Never throws.
 */
export function decodeMarkup(bytes: Uint8Array, contentType = ''): { text: string; notes: Note[] } {
  const marked = markOf(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes), notes: [] }
  const declared = known(/charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType)?.[1]) ?? known(declaredIn(bytes))
  const utf8 = strictly('utf-8', bytes)
  if (utf8 !== undefined) {
    const otherwise = declared !== undefined && declared !== 'utf-8' && !isAscii(bytes)
    const other = otherwise && !isUnicode(bytes) ? strictly(declared, bytes) : undefined
    if (other !== undefined) return { text: other, notes: [] }
    return { text: utf8, notes: otherwise ? [noteOf('encoding-false')] : [] }
  }
  const believed = declared === undefined || declared === 'utf-8' ? undefined : strictly(declared, bytes)
  if (believed !== undefined) return { text: believed, notes: [] }
  return {
    text: lenient(bytes),
    notes: declared === undefined ? [noteOf('encoding-guessed')] : [noteOf('encoding-false')],
  }
}

/** UTF-8 of which a few bytes are wrong (a page cut off within a character), or else the bytes of old Windows pages. */
function lenient(bytes: Uint8Array): string {
  const utf8 = new TextDecoder().decode(bytes)
  let wrong = 0
  let right = 0
  for (let i = 0; i < utf8.length; i++) {
    const code = utf8.charCodeAt(i)
    if (code === 0xfffd) wrong++
    else if (code > 0x7f) right++
  }
  return wrong <= right ? utf8 : (strictly('windows-1252', bytes) as string)
}

function markOf(bytes: Uint8Array): string | undefined {
  return utf16Of(bytes) ?? (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined)
}

/** What `<?xml encoding>` or `<meta charset>` says within the first bytes. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1]
  return xml ?? /<meta[^>]{0,200}?charset\s*=\s*["']?([\w:.-]+)/i.exec(head)?.[1]
}

/** The encoding that a label stands for; pages that say UTF-16 in letters of ASCII are not UTF-16. */
function known(label: string | undefined): string | undefined {
  if (!label) return undefined
  try {
    const { encoding } = new TextDecoder(label)
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return undefined
  }
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on; where it has nothing, the control character stays. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Decodes Windows-1252, which has a character for every byte. */
export function windows1252(bytes: Uint8Array): string {
  return latin1Of(bytes).replace(/[\u0080-\u009f]/g, (control) => WINDOWS[control.charCodeAt(0) - 0x80])
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  // Some versions of Node take Windows-1252 for Latin-1.
  if (encoding === 'windows-1252') return windows1252(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A character a byte. */
function latin1Of(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return text
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80 && byte !== 0x1b)
}

/** Bytes above ASCII, all in the runs that UTF-8 makes of them: hardly by chance. */
function isUnicode(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80)
}
