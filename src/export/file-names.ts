/** Longest name before its ending and its number, in bytes: an archive's names hold 100. */
const LONGEST = 84

/**
 * Gives each id a file name of its own: letters, digits, '.', '_' and '-', no longer than 100
 * bytes with its ending, never hidden, and different
 * from those before it however a file system treats case.
 *
 * @example const name = fileNames(); name('a/b') // 'a_b'
 */
export function fileNames(): (id: string) => string {
  const taken = new Set<string>()
  const last = new Map<string, number>()
  return (id) => {
    const base = id.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '_')
    const short = cut(base) || 'report'
    const key = short.toLowerCase()
    let name = short
    for (let n = last.get(key) ?? 2; taken.has(name.toLowerCase()); n++) {
      name = `${short}-${n}`
      last.set(key, n)
    }
    taken.add(name.toLowerCase())
    return name
  }
}

/** As many whole characters as fit. */
function cut(name: string): string {
  const { read } = new TextEncoder().encodeInto(name, new Uint8Array(LONGEST))
  return name.slice(0, read)
}
