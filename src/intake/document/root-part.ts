/** How much of a file is looked at for its header. */
const HEADER = 64 * 1024

/**
 * The part of a page saved as one file (MHTML) that is the page itself: the first of HTML, or the one that the header names by its address. Frames, pictures and
 * style sheets are other parts.
 *
 * @returns undefined where the message is no saved page
 */
export function rootPart(bytes: Uint8Array): { part: Uint8Array; address?: string } | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = unfolded(
    whole
      .subarray(0, HEADER)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0],
  )
  const type = field(header, 'content-type') ?? ''
  const address = field(header, 'snapshot-content-location') ?? field(header, 'content-location')
  if (!/^multipart\/related\b/i.test(type)) return undefined
  const isSaved =
    address !== undefined || /saved by|microsoft (?:mhtml|internet)/i.test(header) || /\btype="?text\/html/i.test(type)
  // a message with pictures in it is multipart/related too, and says who sent it to whom
  if (!isSaved || /^(?:to|received|message-id):/im.test(header)) return undefined
  const boundary = /\bboundary="?([^";\s]{1,200})"?/i.exec(type)?.[1]
  if (!boundary) return undefined
  const parts = partsOf(whole, boundary)
  const pages = parts.filter(({ head }) => /^text\/html\b/i.test(field(head, 'content-type') ?? ''))
  const found =
    pages.find(({ head }) => address !== undefined && field(head, 'content-location') === address) ?? pages[0]
  return found && { part: found.bytes, address: address ?? field(found.head, 'content-location') }
}

/** Parts between lines of the boundary. */
function partsOf(whole: Buffer, boundary: string): { bytes: Uint8Array; head: string }[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  const parts: { bytes: Uint8Array; head: string }[] = []
  for (let at = whole.indexOf(mark); at >= 0 && parts.length < 20_000; ) {
    const start = whole.indexOf(10, at) + 1
    const next = whole.indexOf(mark, at + mark.length)
    if (start === 0) break
    const bytes = whole.subarray(start, next < 0 ? whole.length : next)
    parts.push({
      bytes,
      head: unfolded(
        bytes
          .subarray(0, 8192)
          .toString('latin1')
          .split(/\r?\n\r?\n/, 1)[0],
      ),
    })
    at = next
  }
  return parts
}

const unfolded = (header: string) => header.replace(/\r?\n[ \t]+/g, ' ')

function field(header: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(.+?)\\s*$`, 'im').exec(header)?.[1]
}
