/**
 * Whether a dateline changes what is read after it: the leads of 400 reports, each read bare and with each of seven forms of dateline.
 *
 *   npx tsx bench/datelines.ts REPORTS.jsonl      reports whose own datelines were cut off, {"id","text"} a line
 *
 * Printed for each form: statements and events of the bare leads that are lost, or are there with other parts; those that come anew; and events
 * with words of the dateline among their actors and recipients.
 */
import fs from 'node:fs'
import process from 'node:process'
import { openReader } from '../src/open.ts'
import type { Record as NewsRecord, Span } from '../src/record/types.ts'

const REPORTS = 400
const SAYS = /\b(?:said|says|announced|reported|told|warned|accused|denied|urged|called)\b/
const FORMS = [
  'KABUL (Reuters) - ',
  'ALMETH, March 14 (AFP) — ',
  '(AP) - ',
  'Beirut: ',
  'LONDON, Jan 3 (Xinhua) -- ',
  'ALMETH/TESSALY, Varlonia, Aug. 30 (Post) – ',
  'ALMETH, March 14 (AFP)\n\n',
]

/** The first paragraph of prose that attributes something. */
function leadOf(text: string): string | undefined {
  const paragraph = text.split(/\n\s*\n/).find((each) => each.length > 120)
  const lead = paragraph?.replace(/\s+/g, ' ').trim()
  return lead !== undefined && SAYS.test(lead) && /^[A-Z"“]/.test(lead) ? lead : undefined
}

/** What rows say, without their ids: offsets counted from the lead's beginning. */
function rowsOf({ statements, events, entities }: NewsRecord, by: number) {
  const at = (span: Span | null) => (span ? `${span.start - by}-${span.end - by}` : '-')
  const name = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name ?? '-'
  const told = statements.map((s) => ({
    key: s.content.map(at).join(),
    rest: [at(s.source), at(s.cue), s.act, s.quotation, s.negated, name(s.speaker)].join(),
  }))
  const happened = events.map((e) => ({
    key: at(e.trigger),
    rest: [e.type, e.status, e.actors.map(at), e.recipients.map(at), e.word.statement !== undefined].join(),
  }))
  return { told, happened }
}

type Row = { key: string; rest: string }

function compare(bare: readonly Row[], with_: readonly Row[]) {
  const rest = new Map(with_.map((row) => [row.key, row.rest]))
  const lost = bare.filter(({ key }) => !rest.has(key)).length
  const changed = bare.filter((row) => rest.has(row.key) && rest.get(row.key) !== row.rest).length
  return { lost, changed, anew: with_.filter(({ key }) => !bare.some((row) => row.key === key)).length }
}

const reader = await openReader()
const lines = fs.readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)
const leads = lines.flatMap((line) => leadOf((JSON.parse(line) as { text: string }).text) ?? []).slice(0, REPORTS)
const published = '2024-03-14'
const read = (text: string) => reader.read({ id: 'lead', published, text })
const bare = leads.map((lead) => rowsOf(read(lead), 0))
const count = (rows: 'told' | 'happened') => bare.reduce((sum, each) => sum + each[rows].length, 0)

console.log(`${leads.length} leads, ${count('told')} statements, ${count('happened')} events`)
for (const form of FORMS) {
  const sum = { told: { lost: 0, changed: 0, anew: 0 }, happened: { lost: 0, changed: 0, anew: 0 } }
  let party = 0
  let seen = 0
  leads.forEach((lead, i) => {
    const record = read(form + lead)
    if (record.report.dateline) seen++
    party += record.events.filter((e) => [...e.actors, ...e.recipients].some(({ start }) => start < form.length)).length
    const rows = rowsOf(record, form.length)
    for (const kind of ['told', 'happened'] as const) {
      const found = compare(bare[i][kind], rows[kind])
      for (const key of ['lost', 'changed', 'anew'] as const) sum[kind][key] += found[key]
      if (process.argv[3] === '--misses' && found.lost + found.changed + found.anew > 0)
        console.log(JSON.stringify({ kind, ...found, lead: lead.slice(0, 300) }))
    }
  })
  const say = ({ lost, changed, anew }: typeof sum.told) => `${lost} lost, ${changed} changed, ${anew} new`
  console.log(
    `${JSON.stringify(form).padEnd(48)} seen ${seen}   statements: ${say(sum.told)}   events: ${say(sum.happened)}   dateline a party: ${party}`,
  )
}
