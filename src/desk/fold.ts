/** A name as it is looked up: capitals count for nothing. */
export function folded(name: string): string {
  return name.toLowerCase()
}

/** The hash that stands for a folded name in the index: FNV-1a over its UTF-16 code units, 32 bits, the same for ever. */
export function foldOf(folded: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < folded.length; at++) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193)
  return hash | 0
}
