import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readFeed, readOpml, withoutDoctype } from './feed.ts'

const feed = (text: string) => readFeed(Buffer.from(text), 'feed.xml', { url: 'https://post.example/feed' })
const item = (n: number) =>
  `<item><title>Item ${n}</title><link>/items/${n}</link><description>Rain fell on day ${n}.</description></item>`

test('RSS: the longest text that the feed gives, and what is known of it', () => {
  const example = readFileSync(new URL('../../examples/sources/almeth-wire.rss', import.meta.url))
  const { items, notes } = readFeed(example, 'almeth-wire.rss')
  expect(notes).toEqual([])
  expect(items).toEqual([
    {
      id: 'https://kestria-wire.example/envoy',
      member: 'kw-2025-0311',
      title: 'Kestria recalls its envoy',
      outlet: 'Kestria Wire',
      byline: 'Jonas Reth',
      url: 'https://kestria-wire.example/envoy',
      published: '2025-03-11T14:05:00Z',
      text: 'Kestria recalled its envoy to Varlonia on Tuesday, the foreign ministry said.\n\n“We will not talk under threat,” Foreign Minister Tessa Orlin said.',
    },
    expect.objectContaining({ member: 'kw-2025-0312', text: expect.stringMatching(/^Varlonia called .* stay\.$/) }),
  ])
})

test.each([
  [
    'Atom',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><id>f</id><updated>2025-03-14T08:00:00Z</updated><entry><title>Rain</title><id>e1</id><link href="/1"/><author><name>Ada</name></author><published>2025-03-14T08:00:00Z</published><content type="html">&lt;p&gt;Rain fell.&lt;/p&gt;</content></entry></feed>',
  ],
  [
    'JSON Feed',
    '{"version":"https://jsonfeed.org/version/1.1","title":"Post","items":[{"id":"e1","url":"https://post.example/1","title":"Rain","content_html":"<p>Rain fell.</p>","date_published":"2025-03-14T08:00:00Z","authors":[{"name":"Ada"}]}]}',
  ],
  [
    'RDF',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Post</title><link>https://post.example/</link></channel><item rdf:about="https://post.example/1"><title>Rain</title><link>https://post.example/1</link><description>Rain fell.</description><dc:date>2025-03-14T08:00:00Z</dc:date><dc:creator>Ada</dc:creator></item></rdf:RDF>',
  ],
])('%s', (_, text) => {
  expect(feed(text).items).toMatchObject([
    {
      text: 'Rain fell.',
      title: 'Rain',
      outlet: 'Post',
      byline: 'Ada',
      url: 'https://post.example/1',
      published: '2025-03-14T08:00:00Z',
    },
  ])
})

test('a feed that is cut off gives the items that are whole', () => {
  const { items, notes } = feed(`<rss version="2.0"><channel><title>Post</title>${item(1)}${item(2)}<item><title>Ite`)
  expect(items.map(({ text }) => text)).toEqual(['Rain fell on day 1.', 'Rain fell on day 2.'])
  expect(notes.map(({ code }) => code)).toEqual(['input-cut-off'])
})

const laughs = Array.from({ length: 12 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`).join('')

test.each([
  ['that grow a thousand million times', `<!DOCTYPE rss [<!ENTITY lol0 "lol">${laughs}]>`, '&lol12;'],
  ['that lie outside', '<!DOCTYPE rss [<!ENTITY lol12 SYSTEM "file:///etc/passwd">]>', '&lol12;'],
])('entities %s are neither loaded nor put in', (_, doctype, text) => {
  const rss = `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>Post</title><item><link>/1</link><description>${text}</description></item></channel></rss>`
  const began = performance.now()
  const { items, notes } = feed(rss)
  expect(items.map((item) => item.text)).toEqual([text])
  expect(notes.map(({ code }) => code)).toEqual(['entities-declared'])
  expect(performance.now() - began).toBeLessThan(5000)
})

test.each([
  '<rss>',
  '<feed><entry>',
  '<rss><channel><title>',
  `<rss>${'<a>'.repeat(10_000)}`,
  '{"version":"https://jsonfeed.org/version/1"',
])('%.40s... is refused', (text) => {
  expect(() => feed(text)).toThrowError(expect.objectContaining({ code: 'feed-damaged' }))
})

test('a document type goes, whatever is in it', () => {
  expect(withoutDoctype('<!DOCTYPE rss><rss/>')).toEqual({ xml: '<rss/>', declares: false })
  expect(withoutDoctype('<!DOCTYPE rss [<!ENTITY a "]b"> ]><rss/>').declares).toBe(true)
  expect(withoutDoctype('<rss/>')).toEqual({ xml: '<rss/>', declares: false })
  const late = `<?xml version="1.0"?><!-- ${'<!DOCTYPE '.repeat(1000)} -->`
  expect(withoutDoctype(`${late}<!doctype rss [<!ENTITY a "b">]><rss/>`)).toEqual({
    xml: `${late}<rss/>`,
    declares: true,
  })
  expect(withoutDoctype('<rss><!DOCTYPE rss></rss>').declares).toBe(false)
  expect(withoutDoctype('<!-- never ended <!DOCTYPE rss>').declares).toBe(false)
})

test('OPML: the addresses of feeds, in groups too, each once, and nothing that is no address', () => {
  const opml =
    '<opml version="2.0"><head/><body><outline text="News"><outline text="a" xmlUrl="https://post.example/a"/><outline text="b" xmlUrl="file:///etc/passwd"/></outline><outline text="c" xmlUrl="https://post.example/c"/><outline text="a" xmlUrl="https://post.example/a"/></body></opml>'
  expect(readOpml(Buffer.from(opml), 'feeds.opml')).toEqual(['https://post.example/a', 'https://post.example/c'])
  expect(() => readOpml(Buffer.from('<opml><body'), 'feeds.opml')).toThrowError(
    expect.objectContaining({ code: 'feed-damaged' }),
  )
})
