import { parseFeed, parseOpml } from 'feedsmith'
import { Failure } from '../record/failure.ts'
import type { Note } from '../record/types.ts'
import { decodeMarkup, noteOf } from './encoding.ts'
import { momentOf } from './moment.ts'
import { plainText } from './page.ts'
import type { Told } from './taking.ts'

/** A feed's item as a report; its text is the feed's own, however short. */
export interface FeedItem extends Told {
  /** the item's id in the feed */
  member: string
}

export interface Feed {
  items: FeedItem[]
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
  const outlet = words(feed.title)
  const items = [feed.items, feed.entries].flat().filter((item) => typeof item === 'object' && item !== null) as Thing[]
  return { items: items.slice(0, MOST).flatMap((item) => itemOf(item, outlet, url) ?? []), notes }
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
  } catch (error) {
    const mended = ended(xml)
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
  const bracket = xml.indexOf('[', start)
  const close = xml.indexOf('>', start)
  const inner = bracket >= 0 && bracket < close
  const end = inner ? xml.indexOf('>', Math.max(bracket, xml.indexOf(']', bracket))) : close
  if (end < 0) return { xml: xml.slice(0, start), declares: inner }
  return { xml: xml.slice(0, start) + xml.slice(end + 1), declares: inner && /<!ENTITY/i.test(xml.slice(bracket, end)) }
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
  const title = words(item.title)
  const text = textOf(item)
  const link = linkOf(item, base)
  const guid = words((item.guid as Thing | undefined)?.value) ?? words(item.id)
  const member = guid ?? link ?? title
  if (text === '' || member === undefined) return undefined
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
    outlet: words((item.source as Thing | undefined)?.title) ?? feedTitle,
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
  try {
    const url = new URL(href ?? '', base)
    return href && /^https?:$/.test(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
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
