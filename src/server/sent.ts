import { Readable } from 'node:stream'
import type { Context, TypedResponse } from 'hono'

/** A text that is sent as it is made; to the types of routes, `application/jsonl` is JSON. */
export type Sent = Response & TypedResponse<string, 200, 'json'>

/** Sends pieces as they are made and taken. */
export function sent(c: Context, pieces: Iterable<string | Uint8Array>, type: string): Sent {
  const made = begun(gathered(pieces))
  c.header('content-type', type)
  const answer: Response = c.body(Readable.toWeb(Readable.from(made)) as ReadableStream, 200)
  return answer as Sent
}

/** The same, with its first piece made at once: what is wrong with a request is known before an answer begins. */
function begun<T>(pieces: Iterator<T>): Iterable<T> {
  const first = pieces.next()
  return (function* () {
    try {
      for (let piece = first; !piece.done; piece = pieces.next()) yield piece.value
    } finally {
      // whoever made them is told that nobody wants more
      pieces.return?.()
    }
  })()
}

/** Pieces of a good size: a row by itself is too small to send. */
function* gathered(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  const utf8 = new TextEncoder()
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece
      if (text.length < 1 << 16) continue
    }
    if (text !== '') yield utf8.encode(text)
    text = ''
    if (typeof piece !== 'string') yield piece
  }
  if (text !== '') yield utf8.encode(text)
}
