import { expect, test } from 'vitest'
import { sharedReader } from '../fixture.ts'
import { openChecking } from '../open-check.ts'
import { quoteOf } from '../story/check/quote.ts'
import { openSources } from '../story/check/sources.ts'
import { deskSources } from './check-sources.ts'
import { exampleDesk } from './fixture.ts'

const desk = await exampleDesk()
const reader = await sharedReader
const check = await openChecking()
const records = desk.find({ list: 'reports', filter: {}, limit: 50 }).rows.map(({ id }) => desk.record(id)!)

test('every direct quotation of the desk is exact against it, and against the same reports in memory', () => {
  const inDesk = deskSources(desk)
  const inMemory = openSources(records)
  let checked = 0
  for (const { content, speaker, report } of desk.all({ list: 'statements', filter: { quotation: ['direct'] } })) {
    if (!speaker || !/\p{Lu}/u.test(speaker.name) || content.includes(' … ') || content.split(' ').length < 6) continue
    const draft = reader.read({ id: 'draft', text: `${content} ${speaker.name} said.` })
    for (const sources of [inDesk, inMemory]) {
      const [row] = check(draft, sources)
      expect(row, content).toMatchObject({ verdict: 'exact', report })
    }
    checked++
  }
  expect(checked).toBeGreaterThan(3)
})

test('a quotation of common words alone is found by their order', () => {
  const quote = quoteOf('that its forces had opened fire', deskSources(desk))
  expect(quote).toMatchObject({ report: 'border-clash', exact: true, text: 'that its forces had opened fire' })
})

test('words that nearly stand there are given as they stand', () => {
  const quote = quoteOf('its forces never opened fire', deskSources(desk))
  expect(quote).toMatchObject({ report: 'border-clash', exact: false, text: 'its forces had opened fire' })
})

test('words that no report has give nothing', () => {
  expect(quoteOf('the ledger under the old mill was burnt', deskSources(desk))).toBeUndefined()
})
