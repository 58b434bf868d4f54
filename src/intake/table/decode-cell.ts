import { windows1252 } from '../encoding.ts'

const strict = new TextDecoder('utf-8', { fatal: true })

/** A cell's text: UTF-8, else Windows-1252, as spreadsheets on Windows write it. */
export function decodeCell(bytes: Uint8Array | string): { text: string; isGuessed: boolean } {
  // a file with a byte order mark comes decoded
  if (typeof bytes === 'string') return { text: bytes, isGuessed: false }
  try {
    return { text: strict.decode(bytes), isGuessed: false }
  } catch {
    return { text: windows1252(bytes), isGuessed: true }
  }
}
