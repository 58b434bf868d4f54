import { useEffect, useState } from 'preact/hooks'

/** Where the page is: every view has an address that can be kept and sent. */
export interface Address {
  path: string
  query: URLSearchParams
  /** what follows '#', decoded: the row that is looked at */
  hash: string
}

const CHANGED = 'onrecord:address'

/** The address as it stands in the browser. */
export function currentAddress(): Address {
  const { pathname, search, hash } = location
  return { path: pathname, query: new URLSearchParams(search), hash: decode(hash.slice(1)) }
}

/**
 * Goes to an address of the page.
 *
 * @param how.replace takes the place of the present address instead of being added to the history
 * @example navigate('/report/r1#s2')
 */
export function navigate(to: string, how: { replace?: boolean } = {}): void {
  if (how.replace) history.replaceState(null, '', to)
  else history.pushState(null, '', to)
  dispatchEvent(new Event(CHANGED))
}

/** The present address; the component is drawn again when it changes. */
export function useAddress(): Address {
  const [address, setAddress] = useState(currentAddress)
  useEffect(() => {
    const update = () => setAddress(currentAddress())
    const events = ['popstate', 'hashchange', CHANGED]
    for (const event of events) addEventListener(event, update)
    return () => {
      for (const event of events) removeEventListener(event, update)
    }
  }, [])
  return address
}

/**
 * What a path says under a pattern, or undefined where it does not fit.
 *
 * @example matchPath('/report/:id', '/report/a%2Fb') // { id: 'a/b' }
 */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = path.replace(/\/+$/, '').split('/')
  if (pattern === '/') return path === '/' || path === '' ? {} : undefined
  if (wanted.length !== given.length) return undefined
  const found: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith(':')) found[part.slice(1)] = decode(given[index])
    else if (part !== given[index]) return undefined
  }
  return found
}

/**
 * The address of a report, and of a row in it.
 *
 * @example reportAddress('a/b', 's1') // '/report/a%2Fb#s1'
 */
export function reportAddress(report: string, row?: string): string {
  return `/report/${encodeURIComponent(report)}${row === undefined ? '' : `#${encodeURIComponent(row)}`}`
}

/** The address of a story. */
export function storyAddress(story: string): string {
  return `/story/${encodeURIComponent(story)}`
}

/** The address of a speaker's page. */
export function speakerAddress(name: string): string {
  return `/speaker/${encodeURIComponent(name)}`
}

/** Makes a click on a link of the page go there without loading the page again. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return
  const link = (event.target as Element | null)?.closest?.('a')
  const to = link?.getAttribute('href')
  if (!link || !to || link.hasAttribute('target') || link.hasAttribute('download')) return
  const { origin, pathname, search, hash } = new URL(to, location.href)
  if (origin !== location.origin || pathname.startsWith('/api/')) return
  event.preventDefault()
  navigate(`${pathname}${search}${hash}`)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
