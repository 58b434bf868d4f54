import { openPageReader, type PageReader } from './page-reader.ts'

/**
 * The reader of a page without a server: its code and its models stand in the page itself (elements 'reader-code' and
 * 'reader-data'), or beside it in a folder.
 */
export function aloneReader(): PageReader {
  const code = document.getElementById('reader-code')?.textContent
  const data = document.getElementById('reader-data')
  const here = new URL('.', location.href).href
  return openPageReader({
    worker: () =>
      new Worker(code ? URL.createObjectURL(new Blob([code], { type: 'text/javascript' })) : `${here}reader.js`),
    source: async () => {
      if (!data) return { base: here }
      const packed = fromBase64(data.textContent ?? '')
      return { packed: packed.buffer }
    },
  })
}

/** Bytes of a base64 text; newer browsers do it natively, and faster. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const native = (Uint8Array as unknown as { fromBase64?(text: string): Uint8Array<ArrayBuffer> }).fromBase64
  if (native) return native.call(Uint8Array, text)
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
