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

const long =
  'The port of Almeth stayed closed on Thursday after gunboats fired at two fishing boats, the harbour office said in a note.'
const story = (headed: string, behind = '', head = '') =>
  page(head, `<article><h1>Port of Almeth stays closed</h1>${headed}<p>${long}</p><p>${filler}</p></article>${behind}`)

test.each([
  ['a time beside the title', '<time datetime="2025-03-13">13 March</time>', '2025-03-13'],
  ['a byline with a date', '<div class="byline">By Ida Klee | March 13, 2025</div>', '2025-03-13'],
  [
    'a line that says so',
    '<p class="meta">Published: March 13, 2025 at 9:30 p.m. EDT</p>',
    '2025-03-13T21:30:00-04:00',
  ],
  ['a line with nothing but the date', '<p>Thursday 13th March, 2025</p>', '2025-03-13'],
  [
    'a change before the publication',
    '<time datetime="2025-05-01">Updated 1 May 2025</time><time>13 March 2025</time>',
    '2025-03-13',
  ],
  [
    'the earlier of two without labels',
    '<time datetime="2025-03-14">14 March</time><time datetime="2025-03-13">13 March</time>',
    '2025-03-13',
  ],
  ['a change alone', '<time datetime="2025-05-01">Updated 1 May 2025</time>', undefined],
  ['how long ago', '<time>2 hours ago</time>', undefined],
  ['a sentence about a day', '<p>On 9 June 1815 the treaty was signed.</p>', undefined],
  ['when something opens', '<p>Opening times: 5 May 2025</p>', undefined],
  ['a deadline', '<p>Valid until 5 May 2025</p>', undefined],
  ['a birthday', '<p>Born 5 May 1960</p>', undefined],
  ['a caption', '<figure><figcaption>Almeth, 3 May 2019</figcaption></figure>', undefined],
  ['day and month that could be either', '<p class="date">03/04/2025</p>', undefined],
])('date in the head of the article: %s', (_, headed, published) => {
  expect(story(headed).published).toBe(published)
})

test.each([
  ['a reader', '<section id="comments"><time datetime="2025-06-30T10:00">30 June</time></section>'],
  [
    'a list of other stories',
    '<aside><ul><li><time datetime="2019-01-01">1 Jan 2019</time> Old story</li></ul></aside>',
  ],
  ['the foot of the page', '<footer>Updated <time datetime="2009-01-01">1 January 2009</time></footer>'],
  [
    'most read',
    '<div class="most-read"><h2>Most read</h2><p><time datetime="2021-05-05">5 May</time> Bridge</p></div>',
  ],
])('a date of %s is not the report’s', (_, behind) => {
  expect(story('', behind).published).toBeUndefined()
  expect(
    story(`<p>The treaty of <time datetime="1815-06-09">9 June 1815</time> was torn up. ${long}</p>`, behind).published,
  ).toBeUndefined()
})

test.each([
  ['the canonical address', '<link rel="canonical" href="https://post.example/2025/03/13/port">', '2025-03-13'],
  ['og:url', '<meta property="og:url" content="https://post.example/news/20250313/port.html">', '2025-03-13'],
  ['a month’s name in an address', '<link rel="canonical" href="https://post.example/2025/mar/13/port">', '2025-03-13'],
  [
    'JSON-LD with slips',
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"a\nb","datePublished":"2025-03-13T21:30:00Z",}</script>',
    '2025-03-13T21:30:00Z',
  ],
  ['a review of claims', json({ '@type': 'ClaimReview', datePublished: '2025-03-13' }), '2025-03-13'],
  [
    'the state of the page’s programs',
    '<script id="__NEXT_DATA__" type="application/json">{"props":{"post":{"slug":"port","publishedAt":"2025-03-13T08:00:00Z"}}}</script>',
    '2025-03-13T08:00:00Z',
  ],
  [
    'a state with several days',
    '<script type="application/json">[{"publishedAt":"2025-03-13"},{"publishedAt":"2025-03-12"}]</script>',
    undefined,
  ],
  ['seconds since 1970', '<meta property="article:published_time" content="1741901400">', '2025-03-13T21:30:00Z'],
  ['a moment of change alone', '<meta property="article:modified_time" content="2025-05-01T10:00:00Z">', undefined],
  ['figures with one meaning', '<meta name="date" content="03/13/2025">', '2025-03-13'],
])('date from %s', (_, head, published) => {
  expect(story('', '', head).published).toBe(published)
})

test('dates that are more than a day apart are noted; a moment of change is none', () => {
  const told = (published: string, more = '') =>
    story(
      '<time datetime="2025-03-13">13 March</time>',
      '',
      `<meta property="article:published_time" content="${published}">${more}`,
    )
  expect(told('2025-03-14T01:00:00Z')).toMatchObject({ published: '2025-03-14T01:00:00Z', notes: [] })
  expect(told('2025-05-01T01:00:00Z').notes.map(({ code }) => code)).toEqual(['published-differs'])
})

const outletOf = (head: string) => page(`${head}<title>Bridge</title>`).outlet
test.each([
  ['', 'post.example'],
  ['<meta property="og:site_name" content="Almeth Post">', 'Almeth Post'],
  ['<meta property="og:site_name" content="https://post.example">', 'post.example'],
  ['<meta property="og:site_name" content="@almethpost">', 'post.example'],
  ['<meta property="og:site_name" content="Home">', 'post.example'],
  [
    `${json({ '@type': 'NewsArticle', publisher: { name: 'Reuters' } })}<meta property="og:site_name" content="Almeth Post">`,
    'Almeth Post',
  ],
  [
    '<link rel="canonical" href="https://ida.blogspot.com/1"><meta property="og:site_name" content="Blogger">',
    'ida.blogspot.com',
  ],
  ['<meta property="og:site_name" content="Northern Light">', 'Northern Light'],
])('outlet of %s is %s', (head, outlet) => {
  expect(outletOf(head)).toBe(outlet)
})

test.each([
  ['Bridge opens | Almeth Post', 'Bridge opens'],
  ['Bridge opens - Almeth Post', 'Bridge opens'],
  ['Almeth Post » Bridge opens', 'Bridge opens'],
  ['Bridge opens | Tessaly | The Almeth Post', 'Bridge opens | Tessaly'],
  ['Marek - the bridge opens', 'Marek - the bridge opens'],
  ['Almeth: why the bridge opens', 'Almeth: why the bridge opens'],
  ['&amp;#8216;The bridge&amp;#8217; &amp;amp; the road', '‘The bridge’ & the road'],
  ['Costs < 5 marks & more', 'Costs < 5 marks & more'],
])('title %j is given as %j', (title, expected) => {
  const head = `<meta property="og:title" content="${title.replace(/</g, '&lt;').replace(/& /g, '&amp; ')}"><meta property="og:site_name" content="Almeth Post">`
  expect(page(head).title).toBe(expected)
})

test.each([
  ['By Ida Klee @idaklee Mar 13, 2025 at 9:24 pm ET • 2 min read', 'Ida Klee'],
  ['Ida Klee | March 13, 2025 12:01 PM Print this article', 'Ida Klee'],
  ['Written by Ida Klee and Otto Barr', 'Ida Klee and Otto Barr'],
  ['Ida Klee, Almeth Post 8:42 a.m. EDT October 3, 2024', 'Ida Klee, Almeth Post'],
  ['9:39AM BST 05 Oct 2011', undefined],
  ['admin', undefined],
  ['May Junius', 'May Junius'],
  ['ida@post.example', undefined],
])('byline %j is given as %j', (written, byline) => {
  expect(page(`<meta name="author" content="${written}">`).byline).toBe(byline)
})

test('who wrote is believed before whose page it is, and an author named by an id is looked up', () => {
  const firm = '<meta name="author" content="Tessaly Broadcasting Corporation">'
  expect(
    story('<p class="byline">By <a href="/i">Ida Klee</a> and <a href="/o">Otto Barr</a></p>', '', firm).byline,
  ).toBe('Ida Klee and Otto Barr')
  const graph = json({
    '@graph': [
      { '@type': 'Person', '@id': '#p', name: 'Ida Klee' },
      { '@type': 'Article', author: { '@id': '#p' } },
    ],
  })
  expect(story('<div class="author">Design Embodiment</div>', '', graph).byline).toBe('Ida Klee')
})

const second =
  'Colonel Ilse Marek said the guards had found three shells on the beach and had asked all fishermen to stay at home.'
const third =
  'Pavel Ruhl, who has fished off Almeth for thirty years, said that he wanted his boats back and would march on Sunday.'

test.each([
  ['aria-hidden', `<p aria-hidden="true">${second}</p><p aria-hidden="true">${third}</p>`],
  ['hidden', `<div hidden><p>${second}</p><p>${third}</p></div>`],
  ['display:none', `<div class="more" style="display:none"><p>${second}</p><p>${third}</p></div>`],
  ['visibility:hidden', `<div style="color: red; visibility: hidden"><p>${second}</p><p>${third}</p></div>`],
  ['noscript', `<noscript><p>${second}</p><p>${third}</p></noscript>`],
])('what %s hides is taken where it is much of the article, and noted', (_, hidden) => {
  const read = page('', `<article><h1>Port closed</h1><p>${long}</p>${hidden}</article>`)
  expect(read.text.split('\n\n').slice(-3)).toEqual([long, second, third])
  expect(read.notes.map(({ code }) => code)).toEqual(['hidden-text-taken'])
})

test('a lead that stands in a part of its own stays, where what follows it was hidden', () => {
  const [lead, more] = ['intro', 'more'].map((name) => `class="${name}"`)
  const hidden = `<div ${more} style="display:none"><p>${second}</p><p>${third}</p><p>${filler}</p></div>`
  const read = page(
    '',
    `<article><h1>Port closed</h1><section ${lead}><p>${second} ${long}</p></section>${hidden}</article>`,
  )
  expect(read.text.split('\n\n').slice(-4)).toEqual([`${second} ${long}`, second, third, filler.trim()])
  expect(read.notes.map(({ code }) => code)).toEqual(['hidden-text-taken'])
})

test.each([
  ['a cookie notice', `<div class="cookie-consent" style="display:none"><p>${second}</p><p>${third}</p></div>`],
  ['a copy of what is shown', `<div style="display:none"><p>${long}</p></div>`],
  ['a menu', `<nav hidden><p>${second}</p></nav>`],
])('%s stays hidden', (_, hidden) => {
  const read = page('', `<article><h1>Port closed</h1><p>${long}</p><p>${filler}</p>${hidden}</article>`)
  expect(read.text.split('\n\n').slice(-2)).toEqual([long, filler.trim()])
  expect(read.notes).toEqual([])
})

test('the text that the page’s data hold whole is taken where the page shows its beginning only', () => {
  const articleBody = [long, second, third].join('\n\n')
  const shown = `<article><h1>Port closed</h1><p>${long}</p><div class="paywall"><p>Subscribe now to read on.</p></div></article>`
  const read = page(json({ '@type': 'NewsArticle', articleBody }), shown)
  expect(read.text).toBe(articleBody)
  expect(read.notes.map(({ code }) => code)).toEqual(['text-from-data'])
  const other = json({ '@type': 'NewsArticle', articleBody: `${second} ${third} ${second} ${third}` })
  expect(page(other, shown).text).toContain(long)
})

test('claims that a page reviews stand at its text’s end, each with whoever says so', () => {
  const review = {
    '@type': 'ClaimReview',
    datePublished: '2025-03-13',
    claimReviewed: 'The port never closed.',
    itemReviewed: { author: { '@type': 'Person', name: 'Jonas Reth' } },
    author: { '@type': 'Organization', name: 'Almeth Checks' },
    reviewRating: { alternateName: 'False' },
  }
  const read = page(json(review), `<article><h1>Did it close?</h1><p>${long}</p><p>${filler}</p></article>`)
  expect(read).toMatchObject({ published: '2025-03-13', outlet: 'Almeth Checks', byline: 'Almeth Checks' })
  expect(read.text.split('\n\n').slice(-2)).toEqual(['Jonas Reth: “The port never closed.”', 'Almeth Checks: “False”'])
  expect(read.notes.map(({ code }) => code)).toEqual(['claims-from-data'])
})

const card = (n: number, text: string) =>
  `<div class="card"><a href="/${n}"><h3>Story of day ${n}</h3></a><p>${text}</p><span>${n} March 2025</span></div>`
test('a page that lists stories is none itself; one with a list of others is', () => {
  const cards = [long, second, third, long, second].map((text, n) => card(n + 1, text)).join('')
  expect(page('', `<main><h1>World</h1>${cards}</main>`).isList).toBe(true)
  const whole = `<article><h1>Port closed</h1><p>${long}</p><p>${second}</p><p>${third}</p><p>${filler}</p><p>${filler}</p></article>`
  expect(
    page(
      '',
      `<main>${whole}<section><h2>More</h2>${[1, 2, 3, 4].map((n) => card(n, 'Boats wait in the port.')).join('')}</section></main>`,
    ).isList,
  ).toBe(false)
  expect(page('<meta property="og:type" content="article">', `<main><h1>Five ports</h1>${cards}</main>`).isList).toBe(
    false,
  )
})

test.each([
  [
    'links in a list',
    (n: number, text: string) =>
      `<li><a href="/${n}">Story of the day ${n}</a> <time>Mon, 3 March 2025</time><p>${text}</p></li>`,
  ],
  [
    'links in sections',
    (n: number, text: string) =>
      `<section><header><a href="/${n}">Story of the day ${n}</a></header><p>${text}</p></section>`,
  ],
])('stories whose heads are %s are a list too', (_, story) => {
  const stories = [long, second, third, long, second].map((text, n) => story(n + 1, text)).join('')
  expect(page('', `<main><h1>World</h1>${stories}</main>`).isList).toBe(true)
})

test.each([
  '<div><img src="x"><span class="media-caption">Reth in Tessaly in 2019.</span></div>',
  '<dl><dt><img src="x"></dt><dd class="gallery-caption">Reth in Tessaly in 2019.</dd></dl>',
  '<p><img src="x"><br><em>Reth in Tessaly in 2019 (Photo: Ida Klee)</em></p>',
])('no caption is text: %s', (caption) => {
  const { text } = page(
    '',
    `<article><h1>Port closed</h1><p>${long}</p>${caption}<p>${filler}</p><p>${second}</p></article>`,
  )
  expect(text).not.toContain('2019')
  expect(text).toContain(long)
})

test('words beside a picture are text where nobody is credited', () => {
  const { text } = page('', `<article><h1>Port closed</h1><p><img src="x">${long}</p><p>${filler}</p></article>`)
  expect(text).toContain(long)
})

test('words that show only under a pointer, captions in paragraphs and menus are none of the text', () => {
  const people =
    '<span class="rollover-people"><a href="/r">Jonas Reth</a><span class="rollover-people-block">Jonas Albert RethReth sues the port</span></span>'
  const menu = `<ul>${['Home', 'News', 'Sports', 'Weather', 'Obituaries', 'Jobs'].map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul>`
  const read = page(
    '',
    `<article><h1>Port closed</h1>${menu}<p>${people} said no. ${long}</p><p class="image-credit-wrap"><span>Reth in Tessaly in 2019. (Photo: Ida Klee)</span></p><p>${filler}</p></article>`,
  )
  expect(read.text.split('\n\n').filter((words) => words !== 'Port closed')).toEqual([
    `Jonas Reth said no. ${long}`,
    filler.trim(),
  ])
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

test.each([
  ['in the head', `<html><head><title>B</title><p>Ilse Marek said no.</p><p>${filler}</p></head><body></body></html>`],
  ['behind the body', `<html><head></head><body></body><p>Ilse Marek said no.</p><p>${filler}</p></html>`],
  ['around the body', `<html><section><p>Ilse Marek said no.</p><body><p>${filler}</p></body></section></html>`],
  ['around a body that has no page', `<title>B</title><p>Ilse Marek said no.</p><body><p>${filler}</p></body>`],
])('what is told %s is the article too', (_, html) => {
  expect(readPage(Buffer.from(html), 'page.html').text).toBe(`Ilse Marek said no.\n\n${filler.trim()}`)
})

test.each([
  '<a href="/p">Dario Venn<span class="bio">President of Varlonia since 2019</span></a>',
  '<a href="/p">Dario Venn<span class="sr-only"> (opens in a new tab)</span></a>',
  '<a href="/p">Dario Venn<div class="card" role="dialog"><p>President of Varlonia since 2019</p></div></a>',
  '<ruby>Dario Venn<rt>VEN</rt></ruby>',
  'Dario Venn<sup><a href="#note-1">[1]</a></sup>',
])('nothing sticks to a name that shows only beside a pointer, or to no eye: %s', (name) => {
  const { text } = page(
    '',
    `<article><p>Ilse Marek told ${name} that the bridge would open.</p><p>${filler}</p></article>`,
  )
  expect(text.split('\n\n')[0]).toBe('Ilse Marek told Dario Venn that the bridge would open.')
})

test.each([
  ['<span>13 March 2025</span><span>TESSALY</span> – The rain', '13 March 2025 TESSALY – The rain'],
  ['The <span class="first">T</span><span>essaly Post, <i>Al</i><i>meth</i></span>', 'The Tessaly Post, Almeth'],
  ['<a href="/p">Dario <span>Venn</span></a>, <span>U<span>N envoy</span></span>', 'Dario Venn, UN envoy'],
])('words of elements side by side: %s', (given, expected) => {
  const { text } = page('', `<article><p>${given} fell all day.</p><p>${filler}</p></article>`)
  expect(text.split('\n\n')[0]).toBe(`${expected} fell all day.`)
})

test('a page that is no report is told', () => {
  expect(page('', `<h1>Search</h1><p>${filler}</p>`).newsLike).toBe(false)
  expect(page('<meta property="og:type" content="article">', '<article><p>Soon.</p></article>').newsLike).toBe(false)
  const flash =
    '<article><p>The river rose by two metres on Thursday, the mayor of Almeth said. Schools stay closed.</p></article>'
  const told = (head: string) => page(`<meta property="og:type" content="article">${head}`, flash).newsLike
  expect([told(''), told('<meta property="article:published_time" content="2025-03-13T08:00:00Z">')]).toEqual([
    false,
    true,
  ])
})

test.each([
  ['a text that breaks off', '', `<p>${filler}</p><p>Ilse Marek said that the bridge, which All...</p>`, true],
  [
    'a short text that is not for everybody',
    json({ '@type': 'NewsArticle', isAccessibleForFree: 'False' }),
    `<p>${filler}</p>`,
    true,
  ],
  [
    'a long text that is not for everybody',
    json({ '@type': 'NewsArticle', isAccessibleForFree: false }),
    `<p>${filler.repeat(4)}</p>`,
    false,
  ],
  [
    'a short text that is for everybody',
    json({ '@type': 'NewsArticle', isAccessibleForFree: true }),
    `<p>${filler}</p>`,
    false,
  ],
  ['a notice of a paywall', '', `<p>${filler}</p><p>Subscribe to continue reading.</p>`, true],
  ['a speaker who breaks off', '', `<p>${filler}</p><p>“I had thought that ...” Ilse Marek said.</p>`, false],
  [
    'a short text that stands whole in the data',
    json({
      '@type': 'NewsArticle',
      isAccessibleForFree: false,
      articleBody: `The river Orla rose by two metres in the night, the mayor of Almeth said on Thursday. ${filler}`,
    }),
    '<p>The river Orla rose by two metres in the night, the mayor of Almeth said on Thursday.</p>',
    false,
  ],
])('no more than the beginning of an article: %s', (_, head, body, isNoted) => {
  const { notes } = page(head, `<article>${body}</article>`)
  expect(notes.some(({ code }) => code === 'text-stub')).toBe(isNoted)
})
