import { describe, expect, test } from 'vitest'
import { exampleDesk, rangeErrors } from '../desk/fixture.ts'
import { checkRecord } from '../record/check.ts'
import { wellFormed } from '../record/well-formed.ts'
import { filterSchema, lists } from '../rows/filter.ts'
import { answerOf, connected, deskTools, quotesIn } from './fixture.ts'
import { textsOf } from './texts.ts'

const desk = await exampleDesk()
const client = await connected(desk)
const textOf = textsOf(desk)

const call = async (name: string, args?: Record<string, unknown>) => client.callTool({ name, arguments: args })
const ask = async (name: string, args: Record<string, unknown>) => {
  const result = await call(name, args)
  expect(result.isError, JSON.stringify(result.content)).toBeFalsy()
  return answerOf(result)
}

describe('what is offered', () => {
  test('without a desk there is only reading', async () => {
    const { tools } = await (await connected()).listTools()
    expect(tools.map(({ name }) => name)).toEqual(['read', 'check'])
  })

  test('every tool says what it takes, what it gives, how to quote, and that it changes nothing', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(deskTools)
    for (const { name, description, inputSchema, outputSchema, annotations } of tools) {
      expect(Object.keys(inputSchema.properties ?? {}).length, name).toBeGreaterThan(1)
      expect(inputSchema).toMatchObject({ type: 'object' })
      expect(outputSchema).toMatchObject({ type: 'object' })
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
      if (['read', 'find', 'report'].includes(name))
        expect(description).toMatch(/Quote only characters that the answer gives/)
    }
    expect(client.getInstructions()).toMatch(/Name who said it.* on whose word an event stands/s)
  })

  test('what is shown of all tools stands in 12 kB: a model keeps it in mind for good', async () => {
    expect(Buffer.byteLength(JSON.stringify(await client.listTools()))).toBeLessThan(12_000)
  })

  test("the filter is the desk's own, field by field", async () => {
    const { tools } = await client.listTools()
    const schemaOf = (name: string) =>
      tools.find((tool) => tool.name === name)?.inputSchema as unknown as {
        properties: { filter: { properties: object; description: string }; list: { enum: string[] } }
      }
    for (const name of ['find', 'count']) expect(schemaOf(name).properties.list.enum).toEqual(lists)
    expect(Object.keys(schemaOf('find').properties.filter.properties)).toEqual(Object.keys(filterSchema.shape))
    expect(schemaOf('count').properties.filter.description).toBe('as find takes it')
  })
})

describe('calls that cannot be answered are answered with a code and the way out', () => {
  const text = 'Venn resigned.'
  const many = Array.from({ length: 101 }, (_, n) => `Venn ${n}`)
  test.each<[string, Record<string, unknown> | undefined, string, RegExp]>([
    ['read', undefined, 'bad-argument', /^text: /],
    ['read', { text: '' }, 'bad-argument', /^text: /],
    ['read', { text: 7 }, 'bad-argument', /^text: /],
    ['read', { text, published: '3 October' }, 'bad-argument', /^published: an ISO 8601 date/],
    ['read', { text, published: '2025-02-30' }, 'bad-argument', /^published: an ISO 8601 date/],
    ['read', { text, date: '2025-02-03' }, 'bad-argument', /^there is no 'date'; there are text, published/],
    ['read', { text, lists: [] }, 'bad-argument', /^lists: /],
    ['read', { text, lists: ['claims'] }, 'bad-argument', /^lists\.0: /],
    ['read', { text: 'a'.repeat(50_001) }, 'input-too-large', /50001 .* give it in parts/],
    ['find', {}, 'bad-argument', /^list: /],
    ['find', { list: 'claims' }, 'bad-argument', /^list: .*"statements"/],
    ['find', { list: 'statements', speaker: 'Jonas Reth' }, 'bad-argument', /^'speaker' goes into filter: /],
    ['find', { list: 'statements', filter: { limit: 2 } }, 'bad-argument', /^filter: 'limit' stands beside filter/],
    [
      'find',
      { list: 'events', filter: { type: ['assualt'] } },
      'bad-argument',
      /^type: there is no .* did you mean ASSAULT\?; there are ACCUSE/,
    ],
    ['count', { list: 'statements', filter: { act: ['denny'] } }, 'bad-argument', /^act: .* did you mean deny\?/],
    [
      'find',
      { list: 'events', filter: { country: ['France'] } },
      'bad-argument',
      /^filter\.country\.0: a code of three letters/,
    ],
    ['find', { list: 'events', filter: { country: ['FRX'] } }, 'bad-argument', /^country: there is no country 'FRX'/],
    [
      'find',
      { list: 'statements', filter: { speakers: ['Jonas Reth'] } },
      'bad-argument',
      /^filter: there is no 'speakers'; did you mean speaker\?/,
    ],
    ['find', { list: 'statements', filter: { speaker: 'Jonas Reth' } }, 'bad-argument', /^filter\.speaker: .*array/],
    ['find', { list: 'statements', filter: { since: 'May' } }, 'bad-argument', /^filter\.since: an ISO 8601 date/],
    ['find', { list: 'statements', filter: { least: 2 } }, 'bad-argument', /^filter\.least: /],
    ['find', { list: 'statements', filter: { not: { act: [] } } }, 'bad-argument', /^filter\.not\.act: /],
    ['find', { list: 'statements', limit: 0 }, 'bad-argument', /^limit: /],
    ['find', { list: 'statements', limit: 101 }, 'bad-argument', /^limit: /],
    ['find', { list: 'statements', after: 'later' }, 'bad-argument', /^after must be the `next`/],
    ['find', { list: 'events', sort: 'name' }, 'bad-argument', /cannot be sorted by name; sort them by published/],
    [
      'find',
      { list: 'reports', filter: { act: ['deny'] } },
      'bad-argument',
      /^filter\.act: reports cannot .* by id, story, report, /,
    ],
    ['find', { list: 'entities', filter: { since: '2025' } }, 'bad-argument', /^filter\.since: an ISO/],
    ['find', { list: 'entities', filter: { since: '2025-01-01' } }, 'bad-argument', /^filter\.since: entities cannot/],
    ['count', { list: 'events', filter: { not: { act: ['deny'] } } }, 'bad-argument', /^filter\.act: events cannot/],
    ['find', { list: 'statements', filter: { speaker: many } }, 'bad-argument', /^filter\.speaker: at most 100 values/],
    ['count', { list: 'events', filter: { not: { actor: many } } }, 'bad-argument', /^filter\.actor: at most 100/],
    ['report', {}, 'bad-argument', /^id: /],
    ['report', { id: 'nowhere' }, 'report-missing', /'nowhere'; take ids from/],
    ['report', { id: 'flood', offset: 1e9 }, 'bad-argument', /^offset: the text ends at \d+/],
    ['report', { id: 'flood', offset: -1 }, 'bad-argument', /^offset: /],
    ['report', { id: 'flood', length: 1 }, 'bad-argument', /^length: /],
    ['report', { id: 'flood', lists: ['text'] }, 'bad-argument', /^lists\.0: /],
    ['count', { list: 'reports', by: ['act'] }, 'bad-argument', /reports cannot be counted by act/],
    ['count', { list: 'statements', by: ['words'] }, 'bad-argument', /^by\.0: /],
  ])('%s %j: %s', async (name, args, code, message) => {
    const result = await call(name, args)
    expect(result.isError).toBe(true)
    expect(answerOf(result)).toEqual({ error: { code, message: expect.stringMatching(message) } })
  })

  test('a cursor belongs to its list and order', async () => {
    const { next } = await ask('find', { list: 'statements', limit: 1 })
    for (const other of [{ list: 'events' }, { list: 'statements', sort: 'speaker' }])
      expect(answerOf(await call('find', { ...other, after: next })).error.code).toBe('bad-argument')
  })

  test('a fault is told to who runs the server, and answered without it', async () => {
    const faults: unknown[] = []
    const broken = { ...(await exampleDesk()), find: () => { throw new TypeError('of the desk') } } // biome-ignore format: one line
    const result = await (await connected(broken, (error) => faults.push(error))).callTool({
      name: 'find',
      arguments: { list: 'events' },
    })
    expect(answerOf(result).error).toMatchObject({ code: 'reader-failed' })
    expect(JSON.stringify(result)).not.toContain('of the desk')
    expect(faults).toEqual([new TypeError('of the desk')])
  })

  test.each(rangeErrors)('%s in the desk is no bad argument', async (_, fault) => {
    const told: unknown[] = []
    const broken = { ...(await exampleDesk()), find: fault }
    const client = await connected(broken as never, (error) => told.push(error))
    const result = await client.callTool({ name: 'find', arguments: { list: 'events' } })
    expect(answerOf(result).error).toMatchObject({ code: 'reader-failed' })
    expect(told).toEqual([expect.any(RangeError)])
  })

  test("what SQLite says becomes the desk's own codes", async () => {
    const busy = {
      ...(await exampleDesk()),
      file: 'border.db',
      count: () => {
        throw Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' })
      },
    }
    const result = await (await connected(busy)).callTool({ name: 'count', arguments: { list: 'events' } })
    expect(answerOf(result).error).toEqual({ code: 'desk-busy', message: expect.stringContaining('border.db') })
  })

  test('a tool that is not there', async () => {
    await expect(call('decide', {})).rejects.toThrow('decide')
  })
})

describe('find', () => {
  test.each(['statements', 'events'] as const)(
    'all %s come page by page, once each, with words that stand there',
    async (list) => {
      const keys: string[] = []
      let after: string | undefined
      let quotes = 0
      do {
        const page = await ask('find', { list, limit: 17, after })
        for (const row of page.rows) {
          keys.push(row.key)
          const text = textOf(row.report) ?? ''
          for (const quote of quotesIn(row)) {
            expect(quote.text).toBe(text.slice(quote.start, quote.end))
            quotes++
          }
        }
        after = page.next
      } while (after !== undefined)
      expect(keys).toEqual([...desk.all({ list, filter: {} })].map(({ key }) => key))
      expect(quotes).toBeGreaterThan(keys.length)
    },
  )

  test('an event says on whose word it stands, and what stands around it', async () => {
    const { rows, says } = await ask('find', { list: 'events', filter: { report: ['border-clash'] }, limit: 100 })
    expect(says).toBe('events in the report border-clash')
    const all = [...desk.all({ list: 'events', filter: { report: ['border-clash'] } })]
    rows.forEach((row: { word: unknown; passage: { text: string }; trigger: { text: string } }, n: number) => {
      const word = all[n].word.map(({ statement }) => expect.objectContaining({ statement }))
      expect(row.word).toEqual(word.length > 0 ? word : 'report')
      expect(row.passage.text).toContain(row.trigger.text)
      expect(row.passage.text).not.toContain('\n')
    })
  })

  test.each([
    [
      { list: 'entities', filter: { kind: ['person'] }, sort: 'name', limit: 2 },
      'entities of the kind person sorted by name',
    ],
    [{ list: 'reports', filter: { words: 'flood' } }, 'reports with the words flood'],
  ])('%j', async (query, says) => {
    const answer = await ask('find', query)
    const { rows } = desk.find({ limit: 20, ...query } as never)
    expect(rows.length).toBeGreaterThan(0)
    expect(answer).toMatchObject({ says, rows: rows.map(({ list, ...row }: { list: string }) => row) })
  })

  test('capitals of codes count for nothing; a name that is none is answered with those like it', async () => {
    const { rows } = await ask('find', { list: 'events', filter: { type: ['assault'], status: ['Happened'] } })
    expect(rows.length).toBeGreaterThan(0)
    expect((await ask('find', { list: 'statements', filter: { speaker: ['reth'] } })).hints[0]).toMatch(
      /^no speaker is called 'reth'; did you mean Jonas Reth \(\d+\)/,
    )
    expect((await ask('count', { list: 'events', filter: { outlet: ['Nowhere'] } })).hints[0]).toContain(
      'nor anything like it',
    )
  })

  test('a decided row says so, and one that is wrong is left out unless it is asked for', async () => {
    const own = await exampleDesk()
    const [{ key }] = own.find({ list: 'statements', filter: {}, limit: 1 }).rows
    own.decide([{ key, verdict: 'wrong', by: 'Ilse', at: '2025-03-21T10:00:00Z' }])
    const result = await (await connected(own)).callTool({
      name: 'find',
      arguments: { list: 'statements', filter: { decided: ['wrong'] } },
    })
    expect(answerOf(result).rows).toMatchObject([{ key, decided: { verdict: 'wrong', by: 'Ilse' } }])
    expect(own.count({ list: 'statements', filter: {} })).toBe(
      own.count({ list: 'statements', filter: { copies: true, decided: ['none'] } }),
    )
  })
})

describe('report', () => {
  const everything = ['statements', 'events', 'entities', 'times', 'places', 'links', 'notes']

  test('its pages are its text, and every row of its record stands on one of them', async () => {
    const record = desk.record('border-clash')
    expect(record && checkRecord(record)).toEqual([])
    const got: Record<string, string[]> = { statements: [], events: [], times: [], places: [] }
    let text = ''
    let links = 0
    let notes = 0
    for (let offset: number | undefined = 0; offset !== undefined; ) {
      const page = await ask('report', { id: 'border-clash', offset, length: 333, lists: everything })
      expect(page.length).toBe(record?.report.text.length)
      for (const quote of quotesIn(page)) expect(quote.text).toBe(record?.report.text.slice(quote.start, quote.end))
      for (const list of Object.keys(got)) got[list].push(...page[list].map(({ id }: { id: string }) => id))
      text += page.page.text
      links += page.links.length
      notes += page.notes.length
      offset = page.next
    }
    expect(text).toBe(record?.report.text)
    for (const list of ['statements', 'events', 'times', 'places'] as const)
      expect(got[list].sort(), list).toEqual(record?.[list].map(({ id }) => id).sort())
    expect({ links, notes }).toEqual({ links: record?.links.length, notes: record?.notes.length })
  })

  test('no list is given that was not asked for', async () => {
    const answer = await ask('report', { id: 'flood', length: 100 })
    expect(Object.keys(answer)).toEqual(['report', 'offsets', 'page', 'length', 'next'])
    expect(answer.offsets).toContain('UTF-16')
  })
})

test('count says how many, and how many of each', async () => {
  const { count, says, by } = await ask('count', {
    list: 'statements',
    filter: { not: { act: ['state'] } },
    by: ['act', 'speaker'],
    most: 2,
  })
  expect(says).toBe('statements not with the act state')
  expect(count).toBe(desk.count({ list: 'statements', filter: { not: { act: ['state'] } } }))
  expect(by.act).toHaveLength(2)
  expect(by.act[0].count).toBeGreaterThanOrEqual(by.act[1].count)
})

describe('read', () => {
  test('who said what, and on whose word', async () => {
    const text = 'Colonel Ilse Marek said on Thursday that Kestria had shelled the port of Almeth.'
    const answer = await ask('read', { text, published: '2025-03-14', outlet: 'The Almeth Post' })
    expect(answer).toMatchObject({
      report: { published: '2025-03-14', outlet: 'The Almeth Post', length: text.length },
      statements: [
        {
          speaker: { name: 'Ilse Marek' },
          source: { start: 0, end: 18, text: 'Colonel Ilse Marek' },
          when: { value: '2025-03-13' },
        },
      ],
      events: [{ type: 'ASSAULT', word: [{ speaker: 'Ilse Marek' }] }],
      notes: [],
    })
    expect(answer.report).not.toHaveProperty('id')
  })

  test('nothing is kept', async () => {
    const before = desk.count({ list: 'reports', filter: {} })
    await ask('read', { text: 'Venn resigned.' })
    expect(desk.count({ list: 'reports', filter: {} })).toBe(before)
  })

  const said = 'Jonas Reth denied that troops had fired on the bridge.'
  test.each([
    ['emoji', `😀😀 ${said} “We 👩‍👩‍👧 will meet,” he told reporters. 🏳️‍🌈`],
    ['control marks', `\u0000\u0007\u001b[31m${said}\u202e\u2066 He said so.\u0085`],
    ['line separators', `${said}\u2028He said he was ready.\u2029\r\n\ufeff${said}`],
    ['halves of characters', `\ud83d ${said} \ude00`],
    ['marks on marks', `Jonas Re${'\u0301'.repeat(500)}th denied that troops had fired.`],
    ['what looks like the protocol', `{"jsonrpc":"2.0"}\n\n${said}\n"}]}\n\\ud83d`],
    ['nothing but white space', ' \n\t'],
  ])('hostile text comes back as it was: %s', async (_, text) => {
    const answer = await ask('read', { text, published: '2025-03-14', lists: everythingOf })
    expect(answer.report.length).toBe(text.length)
    for (const quote of quotesIn(answer)) expect(quote.text).toBe(wellFormed(text).slice(quote.start, quote.end))
    if (text.includes(said)) expect(answer.statements.length).toBeGreaterThan(0)
  })
  const everythingOf = ['statements', 'events', 'entities', 'times', 'places', 'links', 'notes']
})
