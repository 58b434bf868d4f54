import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { extract as extractHere } from './extract-worker.ts'
import { madeDocx, madePdf, madeXlsx, madeZip, type Put } from './made.fixture.ts'
import { takeReports } from './take.ts'
import type { Taken } from './taken.ts'
import type { TakeOptions } from './taking.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-forms-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const PORT =
  'The port of Almeth will open again on Monday, Mayor Ilse Marek said on Friday, four weeks after dockers began a strike over safety.'
const TALKS =
  'Jonas Reth, who speaks for the dockers, said that “the administration has understood nothing” and that talks would go on in Tessaly.'

function file(name: string, content: string | Uint8Array): string {
  const at = join(folder, name)
  mkdirSync(dirname(at), { recursive: true })
  writeFileSync(at, content)
  return at
}

async function taken(source: string, options: Partial<TakeOptions> = {}): Promise<Taken[]> {
  const all: Taken[] = []
  const now = () => '2025-03-20T08:00:00Z'
  for await (const one of takeReports([source], { now, extract: extractHere, ...options })) all.push(one)
  return all
}

/** What came of an input, in short: the text, or the code of the refusal with the member. */
const inShort = (all: Taken[]) =>
  all.map((one) => ('refused' in one ? [one.refused.code, one.refused.member].filter(Boolean).join(' ') : one.text))

test('a table: columns are told by their names and said, rows are counted as a spreadsheet counts them', async () => {
  const said: string[] = []
  const rows = [
    'Nr;Date;Newspaper;Headline;Full Text;Section',
    `1;14.03.2025;Almeth Post;Port to reopen;"${PORT}\n\nA second ""paragraph""; it goes on.";A`,
    ';;;;;',
    `2;2.3.2025;;;${TALKS};B`,
    '3;;;;;',
    `4;x;y;z;${PORT};A;too much`,
    `5;31 April 2025;;;Police closed the bridge.;`,
  ]
  const all = await taken(file('a.csv', `\ufeff${rows.join('\r\n')}`), { say: (words) => said.push(words) })
  expect(said).toEqual([
    `${join(folder, 'a.csv')}: text from 'Full Text', published from 'Date' (day first), outlet from 'Newspaper', title from 'Headline'; not taken: 'Nr', 'Section'`,
  ])
  expect(all[0]).toMatchObject({
    id: 'a-2',
    text: `${PORT}\n\nA second "paragraph"; it goes on.`,
    published: '2025-03-14',
    outlet: 'Almeth Post',
    title: 'Port to reopen',
    member: 'row 2',
  })
  expect(all[1]).toMatchObject({ id: 'a-4', text: TALKS, published: '2025-03-02', member: 'row 4' })
  expect(inShort(all.slice(2, 4))).toEqual(['file-empty row 5', 'row-ragged row 6'])
  expect(all[4]).toMatchObject({ notes: [{ code: 'published-unclear' }] })
  expect(all[4]).not.toHaveProperty('published')
})

test.each([
  ['tabs, in UTF-16', 'b.tsv', Buffer.from(`\ufeffid\tbody\n7\t${TALKS}\n`, 'utf16le'), [TALKS]],
  [
    'Windows-1252, and the separator in the first line',
    'c.csv',
    Buffer.from(`sep=;\r\nid;text\r\n1;Caf\xe9 closed.\r\n`, 'latin1'),
    ['Café closed.'],
  ],
  ['no header', 'd.csv', `1,"${PORT} ${PORT}"\n2,"${TALKS} ${TALKS}"\n`, [`${PORT} ${PORT}`, `${TALKS} ${TALKS}`]],
  ['the longest column', 'e.csv', `a,b\n"${PORT}",1\n`, [PORT]],
  ['markup in cells', 'f.csv', `id,text\n1,"<p>${PORT}</p><p>Rain &amp; wind.</p>"\n`, [`${PORT}\n\nRain & wind.`]],
  [
    'a quotation mark that is never closed',
    'g.csv',
    `id,text\n1,"${PORT}"\n2,"${TALKS}\n3,x\n`,
    [PORT, 'table-damaged'],
  ],
  ['no column of texts', 'h.csv', 'a,b\n1,2\n', ['column-missing']],
  ['nothing', 'i.csv', '', ['file-empty']],
  ['a table that no name tells', 'j', `url,date,text\nhttps://a.example/1,2025-03-14,"${PORT}"\n`, [PORT]],
  [
    'a report that begins like a table',
    'k',
    `Kestria, Almeth, Tessaly and Varlonia\nagree on text, date and title.\n`,
    ['Kestria, Almeth, Tessaly and Varlonia\nagree on text, date and title.\n'],
  ],
])('tables: %s', async (_, name, content, expected) => {
  expect(inShort(await taken(file(name, content)))).toEqual(expected)
})

test('the column that is named is taken, by its name or number; one that is not there is refused with those that are', async () => {
  const table = file('named.csv', `body,summary\n"${PORT}",Rain.\n`)
  expect(inShort(await taken(table, { textColumn: 'Summary' }))).toEqual(['Rain.'])
  expect(inShort(await taken(table, { textColumn: '2' }))).toEqual(['Rain.'])
  const [missing] = await taken(table, { textColumn: 'words' })
  expect(missing).toMatchObject({
    refused: { code: 'column-missing', message: expect.stringContaining("'body', 'summary'") },
  })
})

test('a workbook: days are days, and the row is named', async () => {
  const book = madeXlsx([
    ['ID', 'Date', 'Text'],
    [12, new Date('2025-03-14'), PORT],
    [13, new Date('2025-03-15T08:30:00Z'), ''],
    [14, 3, TALKS],
  ])
  const all = await taken(file('book.xlsx', book))
  expect(all[0]).toMatchObject({ id: '12', published: '2025-03-14', text: PORT, member: 'row 2' })
  expect(inShort(all.slice(1))).toEqual(['file-empty row 3', TALKS])
})

test('a Word document: its title, its paragraphs', async () => {
  const [report] = await taken(file('d.docx', madeDocx('Port of Almeth to reopen', [PORT, TALKS])))
  expect(report).toMatchObject({ id: 'd', title: 'Port of Almeth to reopen', text: `${PORT}\n\n${TALKS}` })
})

/** Lines under each other in a column. */
const column = (x: number, top: number, lines: readonly string[]): Put[] =>
  lines.map((line, n) => [x, top - 12 * n, line])

test('a PDF: columns one after the other, broken words whole, page numbers and running heads gone', async () => {
  const left = [
    'The port of Almeth will open again on',
    'Monday, Mayor Ilse Marek said, after the admin-',
    'istration had checked the well-known cranes.',
    'She spoke in the harbour. Owners of the well-',
    'known yards agreed to hire more inspectors',
  ]
  const right = [
    'and to pay them. Dario Venn, who leads the',
    'union, denied that there was an agreement.',
    'He had seen no paper, he said, and he asked',
    'the government of Varlonia to send a mediator',
    'who would hear both sides before the spring.',
  ]
  const page = (n: number, puts: readonly Put[]): Put[] => [
    [60, 810, `Almeth Post, March 14, page ${n}`],
    ...puts,
    [290, 30, String(n)],
  ]
  const rest = ['Police closed the bridge on Thursday, and', 'opened it again on the same evening.']
  const pages = [
    page(1, [
      [60, 775, 'Port of Almeth to reopen on Monday', 20],
      ...column(60, 740, left),
      ...column(320, 740, right),
    ]),
    page(2, column(60, 740, rest)),
  ]
  const [report] = await taken(file('p.pdf', madePdf(pages, '/Title(Port to reopen)')))
  const story =
    'The port of Almeth will open again on Monday, Mayor Ilse Marek said, after the administration had checked the well-known cranes. She spoke in the harbour. Owners of the well-known yards agreed to hire more inspectors and to pay them. Dario Venn, who leads the union, denied that there was an agreement. He had seen no paper, he said, and he asked the government of Varlonia to send a mediator who would hear both sides before the spring.'
  expect(report).toMatchObject({
    title: 'Port to reopen',
    text: `Port of Almeth to reopen on Monday\n\n${story}\n\n${rest.join(' ')}`,
  })
})

test('a page that a browser printed gives its address, and nothing that the browser printed over and under it', async () => {
  const lines: Put[] = [
    [20, 820, '3/14/25, 9:30 AM'],
    [200, 820, 'Port to reopen'],
    ...column(60, 700, ['The port of Almeth will open again,', 'Mayor Ilse Marek said on Friday.']),
    [20, 15, 'https://almethpost.example/port'],
    [560, 15, '1/1'],
  ]
  const [report] = await taken(file('printed.pdf', madePdf([lines])))
  expect(report).toMatchObject({
    url: 'https://almethpost.example/port',
    text: 'The port of Almeth will open again, Mayor Ilse Marek said on Friday.',
  })
})

const mail = (...lines: string[]) => lines.join('\r\n')

test('a message: subject, sender and date with its zone; its attachments are left out with a note', async () => {
  const message = mail(
    'From: Ilse Marek <ilse@almeth.example>',
    'Subject: =?utf-8?q?Port_=E2=80=93_reopened?=',
    'Date: Fri, 14 Mar 2025 09:30:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=x',
    ...['', '--x', 'Content-Type: text/plain; charset=utf-8', '', PORT.slice(0, 62), PORT.slice(63), '', TALKS],
    ...['--x', 'Content-Type: text/csv', 'Content-Disposition: attachment; filename=a.csv', '', 'a,b', '--x--'],
  )
  const [report] = await taken(file('m.eml', message))
  expect(report).toMatchObject({
    title: 'Port – reopened',
    byline: 'Ilse Marek',
    published: '2025-03-14T09:30:00+01:00',
    text: `${PORT}\n\n${TALKS}`,
    notes: [{ code: 'attachments-left' }],
  })
})

test('a page saved as one file: the page alone, read as any page; frames are no part of it', async () => {
  const page = `<html><head><title>Port to reopen</title></head><body><article><h1>Port to reopen</h1><p>${PORT}</p><p>${TALKS}</p></article></body></html>`
  const part = (address: string, html: string) => [
    '--b',
    'Content-Type: text/html; charset=utf-8',
    `Content-Location: ${address}`,
    '',
    html,
  ]
  const saved = mail(
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://almethpost.example/2025/03/14/port',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="b"',
    '',
    ...part(
      'https://ads.example/frame',
      '<p>Buy one of our fine umbrellas before the rain comes to you and yours.</p>',
    ),
    ...part('https://almethpost.example/2025/03/14/port', page),
    '--b--',
  )
  const [report, ...others] = await taken(file('s.mhtml', saved))
  expect(others).toEqual([])
  expect(report).toMatchObject({
    id: 's',
    title: 'Port to reopen',
    url: 'https://almethpost.example/2025/03/14/port',
    published: '2025-03-14',
    text: `${PORT}\n\n${TALKS}`,
  })
})

test('a report with a header that a person wrote is no message', async () => {
  const report = `Date: 2025-03-14\nTitle: Port to reopen\n\n${PORT}`
  expect(inShort(await taken(file('header.txt', report)))).toEqual([report])
})

test('a web archive in a ZIP, from where it lies and from standard input: titles come from its list of pages', async () => {
  const html = `<html><body><article><p>${PORT}</p><p>${TALKS} ${PORT}</p></article></body></html>`
  const url = 'https://almethpost.example/2025/03/14/port'
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`
  const record = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`
  const wacz = madeZip({
    'archive/data.warc.gz': gzipSync(record),
    'pages/pages.jsonl': `{"format":"json-pages-1.0"}\nno JSON\n${JSON.stringify({ url, title: 'Port to reopen' })}\n`,
    'datapackage.json': '{}',
  })
  const expected = [{ id: url, title: 'Port to reopen', published: '2025-03-14', member: 'urn:uuid:1' }]
  expect(await taken(file('w.wacz', wacz))).toMatchObject(expected)
  expect(await taken('-', { standardInput: wacz })).toMatchObject(expected)
})

test('an archive of files is taken as a folder is; what is wrong with one does not end the others', async () => {
  const inner = {
    'a.txt': PORT,
    'b/c.csv': `id,text\n1,"${TALKS}"\n2,\n`,
    'b/page.html': `<p>${PORT}</p>`,
    'b/page_files/frame.html': `<p>${TALKS}</p>`,
    'bomb.txt': Buffer.alloc(20_000_000, 97),
    'd.docx': madeDocx('A title', [TALKS]),
    'e.doc': Buffer.from('d0cf11e0a1b11ae100', 'hex'),
    'in.zip': madeZip({ 'a.txt': PORT }),
    'picture.png': Buffer.from('89504e470d0a1a0a00', 'hex'),
  }
  const all = await taken(file('z.zip', madeZip(inner)))
  expect(inShort(all)).toEqual([
    ...[PORT, TALKS, 'file-empty b/c.csv, row 3', PORT, 'input-unpacks bomb.txt', TALKS],
    ...['format-unknown e.doc', 'archive-in-archive in.zip'],
  ])
  expect(all[0]).toMatchObject({ id: 'z/a', from: join(folder, 'z.zip'), member: 'a.txt' })
})

test('the folder that a browser saves beside a page is passed over; one that only looks so is not', async () => {
  file('saved/Port of Almeth.html', `<p>${PORT}</p>`)
  file('saved/Port of Almeth_files/frame.html', `<p>${TALKS}</p>`)
  file('saved/case_files/talks.txt', TALKS)
  expect(inShort(await taken(join(folder, 'saved')))).toEqual([PORT, TALKS])
})

const deep = [
  'MIME-Version: 1.0',
  ...Array.from({ length: 500 }, (_, n) => [`Content-Type: multipart/mixed; boundary=b${n}`, '', `--b${n}`]).flat(),
  'Content-Type: text/plain',
  '',
  'Rain.',
]

test.each([
  ['a PDF of pictures', 's.pdf', madePdf([[]]), 'pdf-scanned'],
  ['a PDF that is none', 'n.pdf', '%PDF-1.4\nnothing', 'document-damaged'],
  ['a message that nests too deep', 'deep.eml', deep.join('\r\n'), 'document-damaged'],
  ['a message without a text', 'none.eml', 'MIME-Version: 1.0\r\nSubject: Nothing\r\n\r\n', 'file-empty'],
  ['a cut ZIP', 'cut.zip', madeZip({ 'a.txt': PORT }).subarray(0, 60), 'input-damaged'],
  ['a Word document that is none', 'n.docx', madeZip({ 'word/document.xml': 'no XML' }), 'document-damaged'],
  ['a workbook that is none', 'n.xlsx', madeZip({ 'xl/workbook.xml': '<a/>' }), 'table-damaged'],
  [
    'an OpenDocument text',
    'o.odt',
    madeZip({ 'META-INF/manifest.xml': '<a/>', 'content.xml': '<a/>' }),
    'format-unknown',
  ],
  ['RTF', 'r.rtf', '{\\rtf1 Rain.}', 'format-unknown'],
  [
    'a mailbox',
    'm.mbox',
    `From a@b.example Fri Mar 14 08:30:00 2025\nFrom: a\nMIME-Version: 1.0\n\n${PORT}\n`,
    'format-unknown',
  ],
])('refused by name: %s', async (_, name, content, code) => {
  expect(inShort(await taken(file(name, content)))).toEqual([code])
})

test('parsers of documents are loaded with the first that needs them', () => {
  const source = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
  for (const name of [
    'take.ts',
    'extract-worker.ts',
    'zip.ts',
    'table/take-table.ts',
    'table/sheets.ts',
    'document/pdf.ts',
    'document/docx.ts',
  ])
    expect(source(name), name).not.toMatch(
      /^import (?!type)[^\n]*'(?:unpdf|mammoth|postal-mime|csv-parse|read-excel-file[^']*|@zip\.js\/zip\.js)'/m,
    )
})
