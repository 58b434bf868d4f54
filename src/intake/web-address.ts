/** An address of the web, made whole by the one that it stands at; undefined where it is none. */
export function webAddress(href: string | undefined, base: string | undefined): string | undefined {
  try {
    const url = new URL(href ?? '', base)
    return href && /^https?:$/.test(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}
