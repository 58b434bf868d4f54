import { expect, test } from 'vitest'
import { readPage } from './page.ts'

const filler =
  'The council of Almeth met again and spoke for hours about the bridge, the road and the price of grain. '.repeat(4)
const page = (
  head: string,
  body = `<article><p>Ilse Marek said the bridge would open.</p><p>${filler}</p></article>`,
) =>
  readPage(Buffer.from(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`), 'page.html', {
    url: 'https://post.example/news/1',
  })

const json = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

test.each([
  [
    'JSON-LD',
    json({
      '@type': 'NewsArticle',
      headline: 'Bridge opens',
      datePublished: '2025-03-14T08:00:00Z',
      author: { name: 'Ada Corvin' },
      publisher: { name: 'Almeth Post' },
    }),
  ],
  [
    'JSON-LD in a graph',
    json({
      '@graph': [
        { '@type': 'WebSite' },
        {
          '@type': ['NewsArticle', 'Article'],
          headline: 'Bridge opens',
          datePublished: '2025-03-14T08:00:00Z',
          author: [{ name: 'Ada Corvin' }],
          publisher: 'Almeth Post',
        },
      ],
    }),
  ],
  [
    'Open Graph',
    '<meta property="og:title" content="Bridge opens"><meta property="og:site_name" content="Almeth Post"><meta property="article:published_time" content="2025-03-14T08:00:00Z"><meta property="article:author" content="https://post.example/ada"><meta name="author" content="By Ada Corvin">',
  ],
  [
    'Dublin Core',
    '<meta name="DC.title" content="Bridge opens"><meta name="dc.publisher" content="Almeth Post"><meta name="DC.date.issued" content="2025-03-14T08:00:00Z"><meta name="dc.creator" content="Ada Corvin">',
  ],
  [
    'Parse.ly',
    '<meta name="parsely-title" content="Bridge opens"><meta name="parsely-pub-date" content="2025-03-14T08:00:00Z"><meta name="parsely-author" content="Ada Corvin"><meta name="publisher" content="Almeth Post">',
  ],
])('what is known of a report is taken from %s', (_, head) => {
  expect(page(head)).toMatchObject({
    title: 'Bridge opens',
    outlet: 'Almeth Post',
    byline: 'Ada Corvin',
    published: '2025-03-14T08:00:00Z',
    newsLike: true,
    notes: [],
  })
})

test.each([
  [
    '<article><h1>Bridge opens</h1><time datetime="2025-03-14">Friday</time><p>Ilse Marek said the bridge would open.</p></article>',
    { title: 'Bridge opens', published: '2025-03-14' },
  ],
  [
    '<h1>Bridge opens</h1><p itemprop="datePublished">14 March 2025</p><p>Ilse Marek said so.</p>',
    { published: '2025-03-14' },
  ],
])('or from the page itself: %j', (body, expected) => {
  expect(page('', body)).toMatchObject(expected)
})

test('JSON-LD that is broken, or of something else, is passed over', () => {
  const head = `<script type="application/ld+json">{"@type": "NewsArticle",</script>${json({ '@type': 'Product', headline: 'Buy' })}<title>Bridge</title>`
  expect(page(head)).toMatchObject({ title: 'Bridge', published: undefined })
})

test('paragraphs are parted by blank lines; menus, captions and programs are left out', () => {
  const { text } = page(
    '<script>var a = "<p>not this"</script>',
    `<nav><a href="/">Home</a></nav><article><p>Ilse  Marek\nsaid &ldquo;no&rdquo;.<script>alert('not this')</script></p>
     <figure><img src="a.jpg"><figcaption>Not this either.</figcaption></figure>
     <p>First line<br>second line<br><br>${filler}</p><!-- nor this --></article><footer>All rights reserved</footer>`,
  )
  expect(text.split('\n\n')).toEqual(['Ilse Marek said “no”.', 'First line second line', filler.trim()])
})

test.each([
  ['a page without words', '<html><body><script>1</script></body></html>', 'page-no-article'],
  ['an empty page', '', 'page-no-article'],
  ['a page that is cut off in a tag', '<html><body><a '.repeat(1000), 'page-no-article'],
])('%s: %s', (_, html, code) => {
  expect(() => readPage(Buffer.from(html), 'page.html')).toThrowError(expect.objectContaining({ code }))
})

test.each([
  ['cut off', `<html><body><article><p>Ilse Marek said no.</p><p>${filler}`, ['input-cut-off']],
  ['10,000 deep', `${'<div>'.repeat(10_000)}<p>Ilse Marek said no.</p>${'</div>'.repeat(10_000)}`, ['page-too-deep']],
  ['10,000 deep, of many kinds', '<section><b><i><blockquote><span>'.repeat(2000) + filler, ['page-too-deep']],
  ['10,000 deep and never closed', '<ul><li><a>'.repeat(10_000) + filler, ['page-too-deep']],
])('a page that is %s is read, and a note says so', (_, html, notes) => {
  const began = performance.now()
  const read = readPage(Buffer.from(html), 'page.html')
  expect(read.text.length).toBeGreaterThan(10)
  expect(read.notes.map(({ code }) => code)).toEqual(notes)
  expect(performance.now() - began).toBeLessThan(30_000)
})

test('a page that is no report is told', () => {
  expect(page('', `<h1>Search</h1><p>${filler}</p>`).newsLike).toBe(false)
  expect(page('<meta property="og:type" content="article">', '<article><p>Soon.</p></article>').newsLike).toBe(false)
})
