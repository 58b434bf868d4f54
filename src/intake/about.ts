import { articleTypes, metaNames } from './meta-names.ts'
import { momentOf } from './moment.ts'
import type { Told } from './taking.ts'

/** What a page says of its report. */
export type About = Pick<Told, 'title' | 'outlet' | 'byline' | 'published' | 'url'> & {
  /** whether it says that it is an article */
  article: boolean
}

interface Thing {
  [name: string]: unknown
}

/** What a page says of its report: in JSON-LD, else in meta elements, else in the page itself. */
export function aboutPage(document: Document, url?: string): About {
  const data = articleData(document)
  const meta = metaOf(document)
  const first = (names: readonly string[]) => names.map((name) => meta.get(name)).find((value) => value)
  const byline = metaNames.byline.map((name) => meta.get(name)).find((value) => value && !/^https?:/.test(value))
  return {
    title: text(data?.headline) ?? first(metaNames.title) ?? titleOf(document),
    outlet: nameOf(data?.publisher) ?? first(metaNames.outlet),
    byline: withoutBy(nameOf(data?.author) ?? nameOf(data?.creator) ?? byline ?? bylineOf(document)),
    published:
      momentOf(data?.datePublished) ??
      metaNames.published.map((name) => momentOf(meta.get(name))).find((value) => value) ??
      timeOf(document) ??
      dateIn(url),
    url: address(canonical(document), url) ?? address(first(metaNames.url), url) ?? url,
    article: data !== undefined || meta.get('og:type') === 'article' || meta.has('article:published_time'),
  }
}

/** The page's JSON-LD of an article; what is not JSON is passed over. */
function articleData(document: Document): Thing | undefined {
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20)) {
    try {
      const found = articleIn(
        JSON.parse((script.textContent ?? '').replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '')),
      )
      if (found) return found
    } catch {}
  }
  return undefined
}

function articleIn(value: unknown, depth = 0): Thing | undefined {
  if (depth > 4 || typeof value !== 'object' || value === null) return undefined
  const things = Array.isArray(value) ? value.slice(0, 100) : [(value as Thing)['@graph'], (value as Thing).mainEntity]
  if (!Array.isArray(value) && [(value as Thing)['@type']].flat().some((type) => articleTypes.has(String(type))))
    return value as Thing
  for (const thing of things) {
    const found = articleIn(thing, depth + 1)
    if (found) return found
  }
  return undefined
}

function metaOf(document: Document): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const element of [...document.querySelectorAll('meta')].slice(0, 500)) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop'))
      ?.trim()
      .toLowerCase()
      .replace(/^dc\.(?=terms)|^dc:/, 'dc.')
    const value = text(element.getAttribute('content'))
    if (name && value && !found.has(name)) found.set(name, value)
  }
  return found
}

function titleOf(document: Document): string | undefined {
  const headings = [...document.querySelectorAll('article h1, main h1, h1')]
  return text(headings[0]?.textContent) ?? text(document.querySelector('title')?.textContent)
}

function bylineOf(document: Document): string | undefined {
  const found = text(document.querySelector('[rel="author"], [itemprop="author"], .byline, .author')?.textContent)
  return found && found.length <= 120 ? found : undefined
}

const withoutBy = (byline: string | undefined) => byline?.replace(/^by:?\s+/i, '') || undefined

function timeOf(document: Document): string | undefined {
  for (const place of ['[itemprop="datePublished"]', 'article time', 'main time', 'time']) {
    const element = document.querySelector(place)
    const found =
      momentOf(element?.getAttribute('datetime')) ??
      momentOf(element?.getAttribute('content')) ??
      momentOf(element?.textContent)
    if (found) return found
  }
  return undefined
}

/** The day in an address such as https://example.org/2024/10/03/port-opens. */
function dateIn(url: string | undefined): string | undefined {
  const found = /\/(\d{4})[/-](\d\d)[/-](\d\d)(?:\/|$|-)/.exec(url ?? '')
  return found ? momentOf(`${found[1]}-${found[2]}-${found[3]}`) : undefined
}

const canonical = (document: Document) =>
  document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined

function address(href: string | undefined, base: string | undefined): string | undefined {
  try {
    const url = new URL(href ?? '', base)
    return href && /^https?:$/.test(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

/** The name of a person or organization in JSON-LD, or of several. */
function nameOf(value: unknown): string | undefined {
  const names = [value]
    .flat()
    .slice(0, 10)
    .map((thing) => text(typeof thing === 'object' && thing !== null ? (thing as Thing).name : thing))
    .filter((name) => name && !/^https?:/.test(name))
  return names.length > 0 ? names.join(', ') : undefined
}

function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const plain = value.slice(0, 2000).replace(/\s+/g, ' ').trim()
  return plain === '' ? undefined : plain
}
