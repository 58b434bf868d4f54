interface Progress {
  /** the file's length, where the server says it */
  onLength: (bytes: number) => void
  /** bytes that just came */
  onBytes: (bytes: number) => void
}

/**
 * Fetches a file and tells how it goes.
 *
 * @throws Error where it cannot be fetched
 */
export async function fetchFile(url: URL, { onLength, onBytes }: Progress): Promise<Uint8Array> {
  const response = await fetch(url).catch(() => undefined)
  if (!response?.ok || !response.body)
    throw new Error(`${url.pathname} could not be fetched${response ? ` (${response.status})` : ''}`)
  onLength(Number(response.headers.get('content-length') ?? 0))
  const chunks: Uint8Array[] = []
  let length = 0
  for (const stream = response.body.getReader(); ; ) {
    const { done, value } = await stream.read()
    if (done) return joined(chunks, length)
    chunks.push(value)
    length += value.length
    onBytes(value.length)
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
