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

const rss = (items: string, head = '') =>
  feed(`<rss version="2.0"><channel><title>Post</title>${head}${items}</channel></rss>`)

test('items with one id are told apart by their texts; the same text stays one', () => {
  const one = (text: string) => `<item><guid>https://post.example/</guid><description>${text}</description></item>`
  const { items } = rss(['Rain fell.', 'Snow fell.', 'Rain fell.', 'Hail fell.'].map(one).join(''))
  expect(items[0].member).toBe('https://post.example/')
  expect(new Set(items.map(({ member }) => member)).size).toBe(3)
  expect(items[2].member).toBe(items[0].member)
})

test('items past the most that one feed gives are counted', () => {
  const { items, left } = rss(Array.from({ length: 5003 }, (_, n) => item(n)).join(''))
  expect([items.length, left]).toEqual([5000, 3])
})

test.each([
  ['', '<link>/1</link>', 'https://post.example/1'],
  ['<link>https://other.example/</link>', '<link>1</link>', 'https://post.example/1'],
  ['', '<guid>https://post.example/g</guid>', 'https://post.example/g'],
  ['', '<guid isPermaLink="true">https://post.example/g</guid>', 'https://post.example/g'],
  ['', '<guid isPermaLink="false">https://post.example/g</guid>', undefined],
])('an item of a feed with %j that says %j has the address %s', (head, inside, url) => {
  expect(rss(`<item>${inside}<description>Rain fell.</description></item>`, head).items[0].url).toBe(url)
})

test('links of a file are relative to the page that its feed belongs to, or to what xml:base says', () => {
  const read = (text: string) => readFeed(Buffer.from(text), 'feed.xml').items[0].url
  expect(
    read(
      `<rss version="2.0"><channel><title>Post</title><link>https://post.example/news/</link>${item(1)}</channel></rss>`,
    ),
  ).toBe('https://post.example/items/1')
  const atom = (base: string) =>
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"${base}><title>Post</title><id>f</id><link href="https://post.example/"/><updated>2025-03-14T08:00:00Z</updated><entry><title>Rain</title><id>e</id><link rel="alternate" href="1.html"/><updated>2025-03-14T08:00:00Z</updated><summary>Rain fell.</summary></entry></feed>`
  expect(read(atom(' xml:base="https://post.example/news/"'))).toBe('https://post.example/news/1.html')
  expect(read(atom(' xml:base="/archive/"'))).toBe('https://post.example/archive/1.html')
  expect(read(atom(''))).toBe('https://post.example/1.html')
})

test('a bare < is a sign, not a tag; titles that were escaped twice are plain; what WordPress adds goes', () => {
  const { items } = rss(
    `<item><title>&lt;b&gt;Venn&lt;/b&gt;: &amp;#8220;no talks&amp;#8221;</title><link>/1</link><description>It cost < 5 marks.</description></item>${item(2)}<item><link>/3</link><description><![CDATA[<p>Rain fell.</p><p>The post <a href="/3">Rain</a> appeared first on <a href="/">Post</a>.</p>]]></description></item>`,
  )
  expect(items.map(({ text }) => text)).toEqual(['It cost < 5 marks.', 'Rain fell on day 2.', 'Rain fell.'])
  expect(items[0].title).toBe('Venn: “no talks”')
})

test('a document type whose entities hold brackets ends where it ends', () => {
  expect(withoutDoctype('<!DOCTYPE rss [<!ENTITY a "b]>c"> <!-- ]> -->]><rss/>')).toEqual({
    xml: '<rss/>',
    declares: true,
  })
})
