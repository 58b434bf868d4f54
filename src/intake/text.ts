import { Failure } from '../record/failure.ts'
import { utf16Of } from './utf16.ts'

/**
 * Decodes a report's bytes as UTF-8, strictly. A byte order mark is taken off; line breaks stay as they are.
 *
 * @param name what to call the input in a message
 * @throws Failure with the code file-empty, file-binary or not-utf8
 * @example decodeReport(new TextEncoder().encode('Rain fell.\r\n'), 'rain.txt') // 'Rain fell.\r\n'
 */
export function decodeReport(bytes: Uint8Array, name: string): string {
  if (utf16Of(bytes))
    throw new Failure('not-utf8', `${name} is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8 FILE`)
  if (isBinary(bytes)) throw new Failure('file-binary', `${name} is not text; give the report's text as UTF-8`)
  const text = decode(bytes, name)
  if (text.trim() === '') throw new Failure('file-empty', `${name} is empty; there is nothing to read`)
  return text
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    if (hasControls(bytes)) throw new Failure('file-binary', `${name} is not text; give the report's text as UTF-8`)
    const lenient = new TextDecoder('utf-8').decode(bytes)
    const line = lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length
    throw new Failure(
      'not-utf8',
      `${name} is not UTF-8 (line ${line}); convert it first, such as: iconv -f WINDOWS-1252 -t UTF-8 FILE`,
    )
  }
}

/** A NUL byte, or the first bytes of a PDF, which may look like text for long. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.includes(0) || String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-'
}

/** Whether the first bytes hold control characters other than tab, line breaks, form feed and escape. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).some((byte) => byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27)
}
