import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedReader } from '../fixture.ts'
import { extract as extractHere } from './extract-worker.ts'
import { LONGEST_TEXT } from './given.ts'
import { takeReports } from './take.ts'
import type { Taken } from './taken.ts'
import { sha256, type TakeOptions } from './taking.ts'

const examples = fileURLToPath(new URL('../../examples/sources/', import.meta.url))
const warc = readFileSync(join(examples, 'crawl.warc'))
const html = readFileSync(join(examples, 'port-reopens.html'))
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-take-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Everything that sources give, in short: id, or the code of the refusal. */
async function taken(sources: string[], options: Partial<TakeOptions> = {}): Promise<Taken[]> {
  const all: Taken[] = []
  const now = () => '2025-03-14T08:00:00Z'
  for await (const one of takeReports(sources, { now, extract: async (task) => extractHere(task), ...options }))
    all.push(one)
  return all
}
const inShort = (all: Taken[]) => all.map((one) => ('refused' in one ? one.refused.code : one.id))

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

test('a page in a web archive: its words, what is known of it, and where it is from', async () => {
  const [report, ...others] = await taken([join(examples, 'crawl.warc')])
  expect(others).toEqual([])
  expect(report).toMatchObject({
    id: 'https://almeth-post.example/2025/03/14/port-reopens',
    title: 'Port of Almeth to reopen on Monday, mayor says',
    outlet: 'Almeth Post',
    byline: 'Ada Corvin',
    published: '2025-03-14T08:30:00+01:00',
    from: join(examples, 'crawl.warc'),
    member: 'urn:uuid:5f1d0c1e-0001-4a6b-9d52-3c1d0a7e0001',
    takenAt: '2025-03-14T08:00:00Z',
    bytes: sha256(html),
    language: 'en',
    notes: [],
  })
  expect((report as { text: string }).text).toMatch(/ALMETH – The port .*harbour clerks\.$/s)
  expect((report as { text: string }).text).not.toMatch(/Photo|rights|document\.write/)
})

test.each([
  ['a text', 'a.txt', 'The river rose.', ['a']],
  ['a page that is called a text', 'page.txt', html, ['page']],
  [
    'lines',
    'l.jsonl',
    '{"id":"1","text":"Rain."}\n\nnot JSON\n{"id":"2"}\n{"id":"3","text":"Sun.","title":null}',
    ['1', 'line-not-json', 'line-not-report', '3'],
  ],
  ['a list', 'l.json', '[{"id":"1","text":"Rain."},{"id":"2"}]', ['1', 'line-not-report']],
  ['one report', 'one.json', '{\n"text":"Rain."\n}', ['one']],
  [
    'ninjs',
    'n.json',
    '{"uri":"urn:wire:1","headline":"Rain","body_xhtml":"<p>Rain fell.</p>","versioncreated":"2025-03-14T08:00:00Z"}',
    ['urn:wire:1'],
  ],
  [
    'ninjs 3',
    'n3.json',
    '{"uri":"urn:wire:2","headlines":[{"value":"Rain"}],"bodies":[{"contenttype":"text/html","value":"<p>Rain fell.</p>"}]}',
    ['urn:wire:2'],
  ],
  ['packed lines', 'p.jsonl.gz', gzipSync('{"id":"1","text":"Rain."}\n{"id":"2","text":"Sun."}\n'), ['1', '2']],
  [
    'a packed archive of packed records',
    'c.warc.gz',
    Buffer.concat([
      gzipSync(warc.subarray(0, warc.indexOf('WARC/1.1', 20))),
      gzipSync(warc.subarray(warc.indexOf('WARC/1.1', 20))),
    ]),
    ['https://almeth-post.example/2025/03/14/port-reopens'],
  ],
  ['nothing', 'empty.txt', '', ['file-empty']],
  ['a picture', 'a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 0x1a, 10, 0), ['file-binary']],
  ['XML of another kind', 'x.xml', '<?xml version="1.0"?><invoice/>', ['format-unknown']],
  [
    'a packed file that is cut off',
    'cut.txt.gz',
    gzipSync('The river rose. '.repeat(9999)).subarray(0, -20),
    ['input-damaged'],
  ],
  ['a file that unpacks to gigabytes', 'bomb.html.gz', gzipSync(Buffer.alloc(60_000_000, '<p>')), ['input-unpacks']],
  [
    'an archive that unpacks to gigabytes',
    'bomb.warc.gz',
    gzipSync(
      Buffer.concat([
        Buffer.from(
          'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: application/http\r\nContent-Length: 60000100\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n',
        ),
        Buffer.alloc(60_000_000),
      ]),
    ),
    ['input-unpacks'],
  ],
  ['an archive whose headers never end', 'head.warc', `WARC/1.0\r\nA: ${'b'.repeat(5_000_000)}`, ['archive-damaged']],
  ['a feed that is none', 'f.rss', '<rss>', ['feed-damaged']],
  ['a page without words', 'p.html', '<html><script>1</script></html>', ['page-no-article']],
])('%s', async (_, name, content, expected) => {
  const began = performance.now()
  expect(inShort(await taken([file(name, content)]))).toEqual(expected)
  expect(performance.now() - began).toBeLessThan(30_000)
})

test('the next input goes on', async () => {
  const sources = [join(folder, 'missing.txt'), file('cut.rss', '<rss>'), file('good.txt', 'The river rose.')]
  expect(inShort(await taken(sources))).toEqual(['file-missing', 'feed-damaged', 'good'])
})

test('an archive that is cut off anywhere gives what stands before, and ends', async () => {
  for (const at of [30, 200, 500, 1500, warc.length - 900, warc.length - 100, warc.length - 3]) {
    const short = inShort(await taken([file('cut.warc', warc.subarray(0, at))]))
    expect(short.length, `cut at ${at}`).toBeLessThanOrEqual(2)
    expect(short, `cut at ${at}`).toContain('archive-damaged')
    if (at > 2700) expect(short[0], `cut at ${at}`).toBe('https://almeth-post.example/2025/03/14/port-reopens')
  }
})

test('a folder: sorted, folders within it, ids by path; hidden files and what is no report are passed over', async () => {
  const root = join(folder, 'reports')
  mkdirSync(join(root, 'b', 'c'), { recursive: true })
  writeFileSync(join(root, 'z.txt'), 'The river rose.')
  writeFileSync(join(root, 'a.html'), html)
  writeFileSync(join(root, 'b', 'c', 'a.txt'), 'The river fell.')
  writeFileSync(join(root, 'b', 'saved'), html)
  writeFileSync(join(root, '.hidden.txt'), 'Not this.')
  writeFileSync(join(root, 'style.css'), 'p { margin: 0 }')
  writeFileSync(join(root, 'photo.jpg'), Uint8Array.of(0xff, 0xd8, 0))
  const progress = { done: 0, total: 0 }
  expect(inShort(await taken([root], { progress }))).toEqual(['a', 'b/c/a', 'b/saved', 'z'])
  expect(progress.done).toBe(progress.total)
  expect(progress.total).toBeGreaterThan(2 * html.length)
})

test('a language that is not English is told, with a note; a date for all is taken where a report has none', async () => {
  const spanish =
    'El presidente de Varlonia dijo el martes que la guerra había terminado y que la paz llegaría pronto a todas las regiones.'
  const [first, second] = await taken(
    [file('es.txt', spanish), file('en.txt', 'The river rose on Monday, Marek said.')],
    { published: '2025-03-14' },
  )
  expect(first).toMatchObject({ language: 'es', notes: [{ code: 'language-not-read' }] })
  expect(second).toMatchObject({ published: '2025-03-14', notes: [] })
})

test('addresses: a feed, its pages where they are asked for, the feeds of an OPML file; private networks only then', async () => {
  const server = createServer(({ url }, answer) => {
    if (url === '/feed')
      answer.end(
        '<rss version="2.0"><channel><title>Almeth Post</title><item><link>/page</link><description>Soon.</description></item><item><link>/gone</link><description>Gone by now.</description></item></channel></rss>',
      )
    else if (url === '/page') answer.setHeader('content-type', 'text/html').end(html)
    else if (url === '/list') answer.end(`<opml version="2.0"><body><outline xmlUrl="${base}/list"/></body></opml>`)
    else answer.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const opml = file(
    'feeds.opml',
    `<opml version="2.0"><body><outline xmlUrl="${base}/feed"/><outline xmlUrl="${base}/gone"/></body></opml>`,
  )
  try {
    expect(inShort(await taken([`${base}/feed`, opml]))).toEqual(
      ['address-private', 'address-private'].concat('address-private'),
    )
    expect(inShort(await taken([opml], { private: true }))).toEqual([`${base}/page`, `${base}/gone`, 'address-failed'])
    expect(inShort(await taken([`${base}/list`], { private: true }))).toEqual(['list-in-list'])
    const linked = await taken([`${base}/feed`], { private: true, fetch: true })
    expect(inShort(linked)).toEqual([`${base}/page`, 'address-failed', `${base}/gone`])
    expect(linked[0]).toMatchObject({ from: `${base}/page`, byline: 'Ada Corvin', bytes: sha256(html) })
  } finally {
    server.close()
  }
})

test('a page of an archive that is larger than a page may be is named, and the next goes on', async () => {
  const page = `<html><body>${'<p>The river rose and rose.</p>'.repeat(700_000)}</body></html>`
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`
  const record = [
    ...[
      'WARC/1.1',
      'WARC-Type: response',
      'WARC-Record-ID: <urn:uuid:large>',
      'WARC-Target-URI: https://post.example/large',
    ],
    ...[
      'Content-Type: application/http; msgtype=response',
      `Content-Length: ${Buffer.byteLength(http)}`,
      '',
      http,
      '',
      '',
    ],
  ].join('\r\n')
  const found = await taken([file('large.warc', Buffer.concat([Buffer.from(record), warc]))])
  expect(found[0]).toMatchObject({ refused: { member: 'urn:uuid:large', code: 'input-too-large' } })
  expect(found.slice(1).some((one) => !('refused' in one))).toBe(true)
})

const newsPage = (n: number) =>
  `<!doctype html><html><head><meta property="og:type" content="article"></head><body><article><h1>Port ${n}</h1>${`<p>The port of Almeth stayed closed for day ${n}, the harbour office said in a note to shippers on Thursday.</p>`.repeat(4)}</article></body></html>`
const answer = (body: Uint8Array | string, head = '') =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${head}\r\n`), Buffer.from(body)])
function recordOf(
  n: number,
  block: Uint8Array | string,
  {
    length,
    type = 'response',
    kind = 'application/http',
  }: { length?: number | string; type?: string; kind?: string } = {},
): Buffer {
  const bytes = Buffer.from(block)
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:${n}>\r\nWARC-Target-URI: https://post.example/${n}\r\nContent-Type: ${kind}\r\nContent-Length: ${length ?? bytes.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')])
}
const three = (middle: Buffer) =>
  Buffer.concat([recordOf(1, answer(newsPage(1))), middle, recordOf(3, answer(newsPage(3)))])
const notesOf = (one: Taken) => ('refused' in one ? one.refused.code : one.notes.map(({ code }) => code).join())

test.each([
  ['a block without a line break', recordOf(2, 'HTTP/1.1 200 OK'), undefined],
  ['a block that is empty', recordOf(2, ''), undefined],
  ['a length of nothing', recordOf(2, answer(newsPage(2)), { length: 0 }), 'archive-length-false'],
  ['a length below nothing', recordOf(2, answer(newsPage(2)), { length: -5 }), 'archive-length-false'],
  ['a length that is too small', recordOf(2, answer(newsPage(2)), { length: 300 }), 'archive-length-false'],
  [
    'a length that is too large',
    recordOf(2, answer(newsPage(2)), { length: answer(newsPage(2)).length + 9 }),
    'archive-length-false',
  ],
  [
    'a length that reaches to the end of the next record’s headers',
    recordOf(2, answer(newsPage(2)), { length: recordOf(2, answer(newsPage(2)), { length: 4 }).length - 22 }),
    'archive-length-false',
  ],
  ['a length that is no number', recordOf(2, answer(newsPage(2)), { length: 'x' }), 'archive-length-false'],
  ['packed by brotli', recordOf(2, answer(brotliCompressSync(newsPage(2)), 'Content-Encoding: br\r\n')), ''],
  [
    'gzip that breaks off',
    recordOf(2, answer(gzipSync(newsPage(2)).subarray(0, -20), 'Content-Encoding: gzip\r\n')),
    'input-cut-off',
  ],
  ['packed by something unknown', recordOf(2, answer('abc', 'Content-Encoding: compress\r\n')), 'packing-unknown'],
  ['packed, as it says, and damaged', recordOf(2, answer('abc', 'Content-Encoding: br\r\n')), 'input-damaged'],
  ['said to be packed, and plain', recordOf(2, answer(newsPage(2), 'Content-Encoding: gzip\r\n')), ''],
  [
    'text made of a page',
    recordOf(2, 'The river rose and rose again. '.repeat(20), { type: 'conversion', kind: 'text/plain' }),
    '',
  ],
])('an archive with a record of %s: those around it are taken, and it is taken or named', async (_, middle, notes) => {
  for (const bytes of [three(middle), gzipSync(three(middle))]) {
    const found = await taken([file('odd.warc', bytes)])
    const names = found.map((one) => ('refused' in one ? one.refused.member : one.member))
    expect(names).toEqual(notes === undefined ? ['urn:1', 'urn:3'] : ['urn:1', 'urn:2', 'urn:3'])
    if (notes !== undefined) expect(notesOf(found[1])).toBe(notes)
    expect(notesOf(found[0])).toBe('')
  }
})

test('an archive whose lines end with a line feed alone', async () => {
  const bytes = three(recordOf(2, answer(newsPage(2))))
    .toString('latin1')
    .replaceAll('\r\n', '\n')
  const found = await taken([file('lf.warc', Buffer.from(bytes, 'latin1'))])
  expect(found.map((one) => ('refused' in one ? one.refused.code : one.member))).toEqual(['urn:1', 'urn:2', 'urn:3'])
})

test('a small packed archive that is damaged in its second member gives the first', async () => {
  const members = [1, 2].map((n) => gzipSync(recordOf(n, answer(newsPage(n)))))
  for (const bytes of [Buffer.concat(members).subarray(0, -40), Buffer.concat([members[0], members[1].fill(7, 0, 4)])])
    expect(inShort(await taken([file('cut.warc.gz', bytes)]))).toEqual(['https://post.example/1', 'archive-damaged'])
})

test('what is packed and followed by other bytes is taken', async () => {
  expect(
    inShort(await taken([file('behind.txt.gz', Buffer.concat([gzipSync('The river rose.'), Buffer.from('junk')]))])),
  ).toEqual(['behind'])
  const lines = Buffer.concat([gzipSync('{"id":"1","text":"Rain."}\n'), Buffer.from('junk')])
  expect(inShort(await taken([file('behind.jsonl.gz', lines)]))).toEqual(['1', 'input-bytes-behind'])
})

test('pages of an archive that are passed over are counted, with the reason', async () => {
  const passed = new Map()
  const list = `<main><h1>World</h1>${[1, 2, 3, 4, 5].map((n) => `<div><a href="/${n}"><h3>Story ${n}</h3></a><p>The river rose for day ${n} and the council met in the town hall.</p></div>`).join('')}</main>`
  const gone = Buffer.from(`HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n${newsPage(1)}`)
  const short = '<meta property="og:type" content="article"><article><p>Soon.</p></article>'
  const bodies = ['', '<p>Soon.</p>', short, list, '<script>1</script>']
  const records = [gone, ...bodies.map((body) => answer(body))].map((block, n) => recordOf(n, block))
  expect(await taken([file('none.warc', Buffer.concat(records))], { passed })).toEqual([])
  expect(Object.fromEntries(passed)).toEqual({ status: 1, empty: 2, short: 1, 'no-report': 1, list: 1 })
})

test('a page that lists stories is refused by name', async () => {
  const cards = [1, 2, 3, 4, 5].map(
    (n) =>
      `<div><h3><a href="/${n}">Story ${n}</a></h3><p>The river rose for day ${n} and the council met in the town hall.</p></div>`,
  )
  expect(
    inShort(await taken([file('list.html', `<html><body><main><h1>World</h1>${cards.join('')}</main></body></html>`)])),
  ).toEqual(['page-is-list'])
})

test('a report without a text is refused in its place, and the others go on', async () => {
  const report = (id: string, text: string) => JSON.stringify({ id, text, title: '' })
  const some = [report('a', 'Rain fell.'), report('b', ''), report('c', ' \n'), report('d', 'Snow fell.')]
  for (const [name, content] of [
    ['empty.jsonl', some.join('\n')],
    ['empty.json', `[${some.join(',')}]`],
  ]) {
    const all = await taken([file(name, content), file('after.txt', 'The river rose.')])
    expect(inShort(all)).toEqual(['a', 'file-empty', 'file-empty', 'd', 'after'])
    expect(all[1]).toMatchObject({ refused: { member: '2' } })
  }
  expect(inShort(await taken([file('one.json', report('b', ''))]))).toEqual(['file-empty'])
})

test('items of a feed without a text are refused in their place; a text without a name is taken', async () => {
  const items = [
    '<item><title>Ferry runs again</title><link>https://post.example/1</link></item>',
    '<item><title>Bridge closed</title></item>',
    '<item><description>The river rose.</description></item>',
  ]
  const feed = `<rss version="2.0"><channel><title>Post</title>${items.join('')}</channel></rss>`
  const all = await taken([file('bare.rss', feed)])
  expect(all.map((one) => ('refused' in one ? [one.refused.member, one.refused.code] : one.text))).toEqual([
    ['https://post.example/1', 'file-empty'],
    ['Bridge closed', 'file-empty'],
    'The river rose.',
  ])
  expect(all[0]).toMatchObject({ refused: { message: expect.stringContaining('--fetch') } })
})

test('a text of more characters than are read is refused by name', async () => {
  const all = await taken([file('long.jsonl', JSON.stringify({ id: 'a', text: 'a '.repeat(LONGEST_TEXT / 2 + 1) }))])
  expect(inShort(all)).toEqual(['input-too-large'])
})

test('links in a folder are followed within it, and not out of it', async () => {
  const inside = join(folder, 'links')
  mkdirSync(inside)
  writeFileSync(join(inside, 'a.txt'), 'Rain fell.')
  symlinkSync(join(inside, 'a.txt'), join(inside, 'b.txt'))
  symlinkSync(file('outside.txt', 'The river rose.'), join(inside, 'c.txt'))
  symlinkSync(folder, join(inside, 'd'))
  symlinkSync(join(inside, 'none'), join(inside, 'e.txt'))
  expect(inShort(await taken([inside]))).toEqual(['a', 'b', 'link-outside', 'file-missing'])
  expect(inShort(await taken([join(inside, 'c.txt')]))).toEqual(['c'])
})

test('records that were read elsewhere are checked and taken as they are; the lines between them go on', async () => {
  const reader = await sharedReader
  const text = 'Ilse Marek said on Tuesday that the port of Almeth would open again.'
  const record = reader.read({ id: 'r', text, published: '2025-03-14', outlet: 'Almeth Post' })
  const [statement] = record.statements
  const lines = [
    record,
    { id: 'plain', text: 'Jonas Reth said that the bridge was closed.' },
    { line: 3, error: { code: 'not-utf8', message: 'the line is not UTF-8' } },
    { ...record, schema: 'onrecord/9' },
    { ...record, report: { ...record.report, text: text.replace('open', 'shut') } },
    { ...record, statements: [{ ...statement, cue: { start: 60, end: 600 } }] },
    { ...record, entities: [] },
    { ...record, mood: 'dark' },
    { schema: 'onrecord/1', report: { id: 'r' } },
  ]
  const all = await taken([file('records.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))])
  expect(inShort(all)).toEqual([
    ...['r', 'plain', 'not-utf8', 'record-unfit', 'record-unfit', 'record-unfit', 'record-unfit', 'r', 'record-unfit'],
  ])
  expect(all[0]).toMatchObject({ member: '1', published: '2025-03-14', outlet: 'Almeth Post', record, notes: [] })
  expect(all[1]).not.toHaveProperty('record')
  expect(all[2]).toMatchObject({
    refused: { member: '3', message: expect.stringContaining('line 3 of what was read') },
  })
  expect(all[5]).toMatchObject({ refused: { message: expect.stringContaining('statements[0].cue') } })
  expect(all[7]).toMatchObject({ notes: [{ code: 'record-fields-left' }] })
})
