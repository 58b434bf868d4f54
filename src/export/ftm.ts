import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { codebookTable } from '../codes/meanings.ts'
import type { Entity, Report } from '../record/types.ts'
import type { EventRow, Named, StatementRow } from '../rows/rows.ts'
import { daysOf, isoDays } from './days.ts'
import type { Selection } from './format.ts'

/** A FollowTheMoney entity. */
interface FtmEntity {
  id: string
  schema: string
  properties: { [property: string]: string[] }
}

/** FollowTheMoney's schema for each kind of entity. */
const SCHEMAS: { readonly [kind: string]: string } = {
  person: 'Person',
  organization: 'Organization',
  group: 'LegalEntity',
  place: 'LegalEntity',
  facility: 'LegalEntity',
  other: 'LegalEntity',
}

/** Sectors whose organizations are public bodies. */
const PUBLIC = new Set(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY'])

/**
 * Records as FollowTheMoney entities, a JSON object a line: an Article for each report; Person, Organization, PublicBody or
 * LegalEntity for who is in it; an Event for each event and a Note for each statement, with the Article as `proof`. The same one in two reports has
 * one id, and is written once for each report, as fragments that FollowTheMoney merges.
 */
export function* writeFtm(selections: Iterable<Selection>): Generator<string> {
  const country = openCountries()
  for (const selection of selections) {
    const written = new Set<string>()
    for (const entity of entitiesOf(selection, country)) {
      if (written.has(entity.id)) continue
      written.add(entity.id)
      yield `${JSON.stringify(entity)}\n`
    }
  }
}

type Country = (code: string | undefined) => string[]

/** Two letters in lower case, as FollowTheMoney has countries; nothing for codes that are no country. */
function openCountries(): Country {
  const codes = new Map(codebookTable('export/iso2.tsv').map(([three, two]) => [three, two.toLowerCase()]))
  return (code) => {
    const two = code && codes.get(code)
    return two ? [two] : []
  }
}

function* entitiesOf({ record, statements, events, whole }: Selection, country: Country): Generator<FtmEntity> {
  const proof = [idOf('report', record.report.id)]
  const party = (named: Named) => partyOf(named, country, proof)
  yield articleOf(record.report, proof[0])
  if (whole) for (const entity of record.entities) if (entity.kind !== 'other') yield party(namedOf(entity))
  for (const row of statements) {
    if (row.speaker) yield party(row.speaker)
    yield noteOf(row, proof)
  }
  for (const row of events) {
    for (const named of [...row.actors, ...row.recipients]) yield party(named)
    yield eventOf(row, country, proof)
  }
}

function articleOf({ id, title, outlet, published, url, byline, language }: Report, ftmId: string): FtmEntity {
  return entity(ftmId, 'Article', {
    name: [title ?? id],
    title: [title],
    publisher: [outlet],
    publishedAt: [published],
    sourceUrl: [url],
    author: [byline],
    language: [language === 'en' ? 'eng' : undefined],
  })
}

function partyOf(
  { name, kind = 'other', country: code, sectors = [], link }: Named,
  country: Country,
  proof: string[],
): FtmEntity {
  const isPublic = kind === 'organization' && sectors.some((sector) => PUBLIC.has(sector))
  return entity(partyId({ name, kind, country: code }), isPublic ? 'PublicBody' : (SCHEMAS[kind] ?? 'LegalEntity'), {
    name: [name],
    country: country(code),
    keywords: sectors,
    wikidataId: [link && /^Q\d+$/.test(link) ? link : undefined],
    proof,
  })
}

function eventOf(row: EventRow, country: Country, proof: string[]): FtmEntity {
  const days = daysOf(row)
  const { start, end } = days?.basis === 'event' ? isoDays(days) : {}
  const word = row.word.map(({ speaker, act }) => `${speaker?.name ?? 'somebody'} (${act})`).join(' > ')
  return entity(idOf('row', row.key), 'Event', {
    name: [`${[row.type, row.mode].filter(Boolean).join(' ')}: ${row.trigger}`],
    startDate: [start],
    endDate: [end],
    date: [end ? undefined : start],
    location: [row.where?.name],
    country: country(row.where?.country),
    involved: [...row.actors, ...row.recipients].map((named) => partyId(named)),
    keywords: [row.type, row.mode, ...row.contexts],
    description: [`${row.status}, on the word of ${word || 'the report'}`],
    recordId: [row.key],
    proof,
  })
}

function noteOf(row: StatementRow, proof: string[]): FtmEntity {
  return entity(idOf('row', row.key), 'Note', {
    name: [`${row.speaker?.name ?? row.source ?? 'somebody'}: ${row.act}`],
    description: [row.content],
    summary: [row.negated ? 'the report says that this was not said' : undefined],
    entity: row.speaker ? [partyId(row.speaker)] : [],
    keywords: [row.act, row.quotation],
    proof,
  })
}

function namedOf({ name, kind, code, link }: Entity): Named {
  return { name, kind, country: code?.country, sectors: code?.sectors, link }
}

function partyId({ name, kind = 'other', country = '' }: Named): string {
  return idOf('party', `${kind}\t${country}\t${name}`)
}

function idOf(what: string, of: string): string {
  return `onrecord-${bytesToHex(sha256(utf8ToBytes(`${what}\t${of}`))).slice(0, 40)}`
}

/** An entity without properties that have no value; a value stands once. */
function entity(
  id: string,
  schema: string,
  properties: { [property: string]: readonly (string | undefined)[] },
): FtmEntity {
  const known = Object.entries(properties).map(([name, values]): [string, string[]] => [
    name,
    [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[],
  ])
  return { id, schema, properties: Object.fromEntries(known.filter(([, values]) => values.length > 0)) }
}
