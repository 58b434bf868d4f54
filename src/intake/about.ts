import type { NoteCode } from '../record/codes.ts'
import { bylineOf, isFirm, visibleByline } from './byline.ts'
import type { JsonObject } from './json-object.ts'
import { metaNames } from './meta-names.ts'
import { momentOf } from './moment.ts'
import { outletOf, registeredHost } from './outlet.ts'
import { dataOf, momentInState, type PageData } from './page-data.ts'
import { datesIn, headingOf, headOf, type SeenDate } from './page-head.ts'
import type { ToldReport } from './taking.ts'
import { unescaped, withoutSite } from './title.ts'
import { webAddress } from './web-address.ts'

/** What a page says of its report. */
export type About = Pick<ToldReport, 'title' | 'outlet' | 'byline' | 'published' | 'url'> & {
  /** whether it says that it is an article */
  article: boolean
}

/** A page, with what is looked at more than once. */
interface Looked {
  document: Document
  data: PageData
  meta: ReadonlyMap<string, string>
  head: readonly Element[]
  url?: string
}

/** What a page says of its report: in JSON-LD, else in meta elements, else in the page itself; and what is odd about it. */
export function aboutPage(document: Document, from?: string): { about: About; odd: NoteCode[]; data: PageData } {
  const data = dataOf(document)
  const meta = metaOf(document)
  const url = webAddress(canonical(document), from) ?? webAddress(first(meta, metaNames.url), from) ?? from
  const looked: Looked = { document, data, meta, head: headOf(document), url }
  const outlets = [
    nameIn(data.article?.publisher, data),
    ...metaNames.outlet.map((name) => meta.get(name)),
    ...data.sites,
    ...data.claims.map(({ author }) => nameIn(author, data)),
  ]
  const outlet = outletOf(
    outlets.map((name) => name && unescaped(name)),
    url,
  )
  const byline = bylineIn(looked, outlet)
  const { published, differ } = publishedIn(looked, from)
  const title = titleIn(looked, [outlet, byline, registeredHost(url), ...outlets])
  const article = data.article !== undefined || meta.get('og:type') === 'article' || meta.has('article:published_time')
  return { about: { title, outlet, byline, published, url, article }, odd: differ ? ['published-differs'] : [], data }
}

function titleIn({ document, data, meta }: Looked, names: readonly (string | undefined)[]): string | undefined {
  const heading = text(headingOf(document)?.textContent)
  const own = text(document.querySelector('title')?.textContent)
  const isHeading = heading !== undefined && heading.length <= 300 && (own === undefined || own.includes(heading))
  const told = text(data.article?.headline) ?? first(meta, metaNames.title) ?? (isHeading ? heading : (own ?? heading))
  if (told === undefined) return undefined
  const host = names.flatMap((name) => name?.match(/^([\p{L}\d-]+)\.\w/u)?.[1] ?? [])
  return withoutSite(unescaped(told), [...names, ...host], heading && unescaped(heading))
}

function bylineIn({ document, data, meta, head }: Looked, outlet: string | undefined): string | undefined {
  const { article } = data
  const told = [
    nameIn(article?.author, data),
    nameIn(article?.creator, data),
    ...metaNames.byline.map((name) => meta.get(name)),
  ]
  const names = told.flatMap((name) => (name && !/^https?:/.test(name) ? (bylineOf(unescaped(name)) ?? []) : []))
  const people = names.find((name) => !isFirm(name, outlet))
  if (people) return people
  const seen = visibleByline(document, head)
  return seen && !isFirm(seen, outlet) ? seen : (names[0] ?? seen)
}

/**
 * When the report was published: what the page says as data, else what stands in its head, else its address. A date that may be another's (a comment's,
 * a list's, a day that the text is about) is not taken, and where sources differ by more than a day a note says so.
 */
function publishedIn({ document, data, meta, head, url }: Looked, from: string | undefined) {
  const moments = (values: readonly unknown[]) => values.flatMap((value) => momentOf(value) ?? [])
  const changed = new Set(moments([data.article?.dateModified, ...metaNames.changed.map((name) => meta.get(name))]))
  const told = moments([
    data.article?.datePublished,
    ...metaNames.published.map((name) => meta.get(name)),
    ...marked(document),
  ])
  const inAddress = dateIn(from) ?? dateIn(url) ?? dateIn(first(meta, metaNames.url))
  const seen = datesIn(document, head)
  const state = told.length === 0 ? momentInState(document, text(headingOf(document)?.textContent)) : undefined
  const best = told.find((moment) => !changed.has(moment)) ?? told[0] ?? state ?? inHead(seen) ?? inAddress
  const others = [...told.filter((moment) => !changed.has(moment)), state, inAddress, inHead(seen)]
  return {
    published: best,
    differ: others.some((other) => best !== undefined && other !== undefined && isApart(best, other)),
  }
}

/** Of the dates in an article's head, the one that is called that of publication, else the earliest that is not one of a change. */
function inHead(seen: readonly SeenDate[]): string | undefined {
  const called = seen.find(({ kind }) => kind === 'published')
  const plain = seen.filter(({ kind }) => kind === 'plain').map(({ value }) => value)
  return called?.value ?? plain.sort()[0]
}

/** Moments that the page's elements are marked with. */
function marked(document: Document): unknown[] {
  const found: unknown[] = []
  for (const element of [...document.querySelectorAll('[itemprop="datePublished"], time[pubdate]')].slice(0, 10)) {
    if (
      element.closest(
        '[itemprop="comment"], [itemprop="itemReviewed"], aside, footer, nav, [class*="comment"], [class*="related"]',
      )
    )
      continue
    found.push(element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent)
  }
  return found
}

/** Whether two moments are more than a day apart: the zones of the world alone make no such difference. */
function isApart(a: string, b: string): boolean {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) > 86_400_000
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

const first = (meta: ReadonlyMap<string, string>, names: readonly string[]) =>
  names.map((name) => meta.get(name)).find((value) => value)

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const IN_ADDRESS = new RegExp(`[/_-]((?:19|20)\\d\\d)([/-]?)(\\d\\d|${MONTHS})\\2(\\d\\d)(?=/|$|[-_.])`, 'i')
const DAY_OF_SLASHES = /\/((?:19|20)\d\d)\/(\d{1,2})\/(\d{1,2})(?=\/|$)/

/** The day in an address such as https://example.org/2024/10/03/port-opens, /20241003/ or /2024/oct/03/. */
export function dateIn(url: string | undefined): string | undefined {
  const path = url?.replace(/^\w+:\/\/[^/]*/, '').replace(/[?#].*/s, '') ?? ''
  const [, year, , month, day] = IN_ADDRESS.exec(path) ?? []
  if (year) {
    const number = /\d/.test(month)
      ? month
      : String(MONTHS.split('|').indexOf(month.toLowerCase()) + 1).padStart(2, '0')
    const found = momentOf(`${year}-${number}-${day}`)
    if (found) return found
  }
  const slashes = DAY_OF_SLASHES.exec(path)
  return slashes ? momentOf(`${slashes[1]}-${slashes[2].padStart(2, '0')}-${slashes[3].padStart(2, '0')}`) : undefined
}

const canonical = (document: Document) =>
  document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined

/** The name of a person or organization in JSON-LD, or of several; one that is only pointed at by its id is looked up. */
export function nameIn(value: unknown, { byId }: Pick<PageData, 'byId'>): string | undefined {
  const names = [value]
    .flat()
    .slice(0, 10)
    .map((thing) => {
      if (typeof thing !== 'object' || thing === null) return text(thing)
      const { name, '@id': id } = thing as JsonObject
      return text(name) ?? text(byId.get(String(id))?.name)
    })
    .filter((name) => name && !/^https?:/.test(name))
  return names.length > 0 ? names.join(', ') : undefined
}

function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const plain = value.slice(0, 2000).replace(/\s+/g, ' ').trim()
  return plain === '' ? undefined : plain
}
