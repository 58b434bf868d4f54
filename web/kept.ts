/** What the browser keeps for this page. Where it keeps nothing (private windows, file addresses), the page does without. */
const PREFIX = 'onrecord:'

export function kept(name: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a value, or forgets it where it is undefined. @returns whether it could be kept */
export function keep(name: string, value: string | undefined): boolean {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, value)
    return true
  } catch {
    return false
  }
}
