import { parseFeed, parseOpml } from 'feedsmith'
import { Failure } from '../record/failure.ts'
import type { Note } from '../record/types.ts'
import { decodeMarkup, noteOf } from './encoding.ts'
import { momentOf } from './moment.ts'
import { plainText } from './page.ts'
import { sha256, type ToldReport } from './taking.ts'
import { unescaped } from './title.ts'
import { webAddress } from './web-address.ts'

/** A feed's item as a report; its text is the feed's own, however short. */
export interface FeedItem extends ToldReport {
  /** the item's id in the feed */
  member: string
}

export interface Feed {
  items: FeedItem[]
  /** how many items more it holds than are taken */
  left: number
  notes: Note[]
}

/** Most items that are taken out of one feed. */
const MOST = 5000

/**
 * Reads a feed: RSS, Atom, RDF or JSON Feed. A feed that is cut off gives the items that are whole.
 *
 * @throws Failure `feed-damaged`
 */
export function readFeed(
  bytes: Uint8Array,
  from: string,
  { url, contentType }: { url?: string; contentType?: string } = {},
): Feed {
  const { text, notes } = decodeMarkup(bytes, contentType)
  const json = text.trimStart().startsWith('{')
  const { xml, declares } = json ? { xml: text, declares: false } : withoutDoctype(text)
  if (declares) notes.push(noteOf('entities-declared'))
  const { feed, cut } = parsed(xml, from)
  if (cut) notes.push(noteOf('input-cut-off'))
  const outlet = titled(feed.title)
  const base = baseOf(xml, feed, url)
  const items = [feed.items, feed.entries].flat().filter((item) => typeof item === 'object' && item !== null) as Thing[]
  const taken = items.slice(0, MOST).flatMap((item) => itemOf(item, outlet, base) ?? [])
  return { items: told(taken), left: Math.max(0, items.length - MOST), notes }
}

/** Items, told apart: of several that have one id in the feed and differ in their text, those after the first are named by their text too. */
function told(items: FeedItem[]): FeedItem[] {
  const members = new Map<string, string>()
  return items.map((item) => {
    const first = members.get(item.member)
    if (first === undefined) members.set(item.member, item.text)
    if (first === undefined || first === item.text) return item
    return { ...item, member: `${item.member}~${sha256(item.text).slice(0, 8)}` }
  })
}

/** What the feed's links are relative to: its own `xml:base`, else its address, else the page that it belongs to. */
function baseOf(xml: string, feed: Thing, url: string | undefined): string | undefined {
  const declared = /^[^<]*(?:<[?!][^>]*>\s*)*<[\w:]+[^>]*\sxml:base\s*=\s*["']([^"']+)["']/.exec(
    xml.slice(0, 8192),
  )?.[1]
  const links = (Array.isArray(feed.links) ? feed.links : []) as Thing[]
  const own = [words(feed.link), words(feed.home_page_url), ...links.map(({ href }) => words(href))]
  const page = own.find((href) => href && /^https?:/i.test(href))
  return webAddress(declared, url ?? page) ?? url ?? page
}

/** Addresses of the feeds that an OPML file lists. */
export function readOpml(bytes: Uint8Array, from: string): string[] {
  const { xml } = withoutDoctype(decodeMarkup(bytes).text)
  const found = new Set<string>()
  const look = (outlines: unknown, depth: number) => {
    if (!Array.isArray(outlines) || depth > 50) return
    for (const { xmlUrl, outlines: inner } of outlines as Thing[]) {
      if (typeof xmlUrl === 'string' && /^https?:/i.test(xmlUrl.trim())) found.add(xmlUrl.trim())
      look(inner, depth + 1)
    }
  }
  try {
    look(parseOpml(xml).body?.outlines, 0)
  } catch (error) {
    throw damaged(from, error)
  }
  return [...found]
}

interface Thing {
  [name: string]: unknown
}

/** The parsers of feeds give what is there; types differ from format to format. */
function parsed(xml: string, from: string): { feed: Thing; cut: boolean } {
  try {
    return { feed: parseFeed(xml).feed as Thing, cut: false }
  } catch {}
  const marked = withoutBareMarks(xml)
  try {
    return { feed: parseFeed(marked).feed as Thing, cut: false }
  } catch (error) {
    const mended = ended(marked)
    if (mended === undefined) throw damaged(from, error)
    try {
      return { feed: parseFeed(mended).feed as Thing, cut: true }
    } catch {
      throw damaged(from, error)
    }
  }
}

function damaged(from: string, error: unknown): Failure {
  return new Failure('feed-damaged', `${from} is no feed that can be read (${(error as Error).message})`)
}

/** A feed in which '<' that begins no tag ('cost < 5 marks') is escaped; what stands in CDATA is left. */
function withoutBareMarks(xml: string): string {
  return xml.replace(/<!\[CDATA\[.*?\]\]>|<!--.*?-->|<(?![a-z_/!?])/gis, (found) => (found === '<' ? '&lt;' : found))
}

/** A feed that breaks off, ended after its last whole item. */
function ended(xml: string): string | undefined {
  for (const [item, end] of [
    ['</item>', /<rdf:RDF[\s>]/i.test(xml) ? '</rdf:RDF>' : '</channel></rss>'],
    ['</entry>', '</feed>'],
  ]) {
    const last = xml.lastIndexOf(item)
    if (last >= 0) return xml.slice(0, last + item.length) + end
  }
  return undefined
}

/** A feed without its document type: entities that it declares are neither loaded nor put in. */
export function withoutDoctype(xml: string): { xml: string; declares: boolean } {
  const start = doctypeIn(xml)
  if (start < 0) return { xml, declares: false }
  const { end, bracket } = doctypeEnd(xml, start)
  if (end < 0) return { xml: xml.slice(0, start), declares: bracket >= 0 }
  return {
    xml: xml.slice(0, start) + xml.slice(end + 1),
    declares: bracket >= 0 && /<!ENTITY/i.test(xml.slice(bracket, end)),
  }
}

/** Where a document type ends, whatever stands in its quotation marks and brackets. */
function doctypeEnd(xml: string, start: number): { end: number; bracket: number } {
  let bracket = -1
  let isInside = false
  for (let at = start; at < xml.length; at++) {
    const mark = xml[at]
    if (mark === '"' || mark === "'") {
      at = xml.indexOf(mark, at + 1)
      if (at < 0) break
    } else if (isInside && xml.startsWith('<!--', at)) {
      at = xml.indexOf('-->', at)
      if (at < 0) break
    } else if (mark === '[') {
      isInside = true
      bracket = at
    } else if (mark === ']') isInside = false
    else if (mark === '>' && !isInside) return { end: at, bracket }
  }
  return { end: -1, bracket }
}

/** Where a document type begins: before the first element, after declarations and comments of any length. */
function doctypeIn(xml: string): number {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const [mark, end] = xml.startsWith('<?', at)
      ? ['<?', '?>']
      : xml.startsWith('<!--', at)
        ? ['<!--', '-->']
        : ['', '']
    if (mark === '') return /^<!DOCTYPE/i.test(xml.slice(at, at + 9)) ? at : -1
    const close = xml.indexOf(end, at + mark.length)
    if (close < 0) return -1
    at = close + end.length
  }
  return -1
}

function itemOf(item: Thing, feedTitle: string | undefined, base: string | undefined): FeedItem | undefined {
  const dc = (item.dc ?? {}) as Thing
  const title = titled(item.title)
  const text = withoutTail(textOf(item))
  const guid = words((item.guid as Thing | undefined)?.value) ?? words(item.guid) ?? words(item.id)
  const isAddress = (item.guid as Thing | undefined)?.isPermaLink !== false && /^https?:/i.test(guid ?? '')
  const link = linkOf(item, base) ?? (isAddress ? guid : undefined)
  const member = guid ?? link ?? title ?? (text === '' ? undefined : sha256(text).slice(0, 8))
  if (member === undefined) return undefined
  const published = [
    item.pubDate,
    item.published,
    item.date_published,
    dc.date,
    [dc.dates].flat()[0],
    item.updated,
    item.date_modified,
  ]
  return {
    id: link ?? member,
    member,
    text,
    title,
    url: link,
    outlet: titled((item.source as Thing | undefined)?.title) ?? feedTitle,
    byline: authorsOf(item, dc),
    published: published.map(momentOf).find((moment) => moment),
  }
}

/** The longest of what the feed gives of an item: its content, its description, its summary. */
function textOf(item: Thing): string {
  const html = [
    (item.content as Thing | undefined)?.encoded,
    (item.content as Thing | undefined)?.value,
    item.content_html,
    item.description,
  ]
  const summary = words(item.summary)
  const plain = typeof item.content_text === 'string' ? item.content_text.trim() : ''
  const texts = [
    ...html.map((value) => (typeof value === 'string' ? plainText(value) : '')),
    plain,
    summary ? plainText(summary) : '',
  ]
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '')
}

function linkOf(item: Thing, base: string | undefined): string | undefined {
  const links = (Array.isArray(item.links) ? item.links : []) as Thing[]
  const link = links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0]
  const href = words(item.link) ?? words(item.url) ?? words(item.external_url) ?? words(link?.href)
  return webAddress(href, base)
}

/** A text without what WordPress adds behind every post. */
function withoutTail(text: string): string {
  return text.replace(/\s*\bThe post [^\n]{1,400}? (?:first appeared|appeared first) on [^\n]{1,200}$/, '')
}

/** A title, in which markup and entities that were escaped twice are made plain. */
const titled = (value: unknown) => {
  const plain = words(value)
  return plain && unescaped(plain)
}

function authorsOf(item: Thing, dc: Thing): string | undefined {
  const people = [item.authors, dc.creators, dc.creator]
    .flat()
    .flatMap((who) => words((who as Thing | undefined)?.name ?? who) ?? [])
  return people.length > 0 ? people.slice(0, 10).join(', ') : undefined
}

/** A text of a feed, plain or in an object that holds its value. */
function words(value: unknown): string | undefined {
  const inner = typeof value === 'object' && value !== null ? (value as Thing).value : value
  if (typeof inner !== 'string') return undefined
  const plain = inner.replace(/\s+/g, ' ').trim()
  return plain === '' ? undefined : plain
}
