import type { Report } from '../record/types.ts'
import { datesOf } from '../rows/dates.ts'
import type { EventRow, Named, StatementRow } from '../rows/rows.ts'
import { daysOf, isoDays } from './days.ts'
import type { Selection } from './format.ts'
import { jsonList } from './json-list.ts'
import { urnOf } from './urn.ts'

/** schema.org's type for each kind of entity. */
const TYPES: { readonly [kind: string]: string } = {
  person: 'Person',
  organization: 'Organization',
  group: 'Organization',
  place: 'Place',
  facility: 'Place',
}

/**
 * Records as one JSON-LD graph of schema.org's terms: a NewsArticle for each report, a Quotation for each direct statement and a Claim for each
 * other one, an Event for each event. What schema.org has no term for stands under `onrecord:`.
 */
export function* writeJsonLd(selections: Iterable<Selection>): Generator<string> {
  const context = ['https://schema.org', { onrecord: 'urn:onrecord:' }]
  yield* jsonList(`{"@context":${JSON.stringify(context)},"@graph":[`, allNodes(selections))
}

function* allNodes(selections: Iterable<Selection>): Generator<object> {
  for (const selection of selections) yield* nodesOf(selection)
}

function* nodesOf({ record, statements, events }: Selection): Generator<object> {
  const { report } = record
  const article = { '@id': urnOf('report', report.id) }
  yield articleOf(report)
  for (const row of statements) yield statementOf(row, article, report.language)
  for (const row of events) yield eventOf(row, article)
}

function articleOf(report: Report): object {
  const { title, outlet, published, url, byline, language, sha256 } = report
  return {
    '@id': urnOf('report', report.id),
    '@type': 'NewsArticle',
    identifier: report.id,
    headline: title,
    datePublished: published,
    publisher: outlet && { '@type': 'Organization', name: outlet },
    url,
    author: byline && { '@type': 'Person', name: byline },
    inLanguage: language,
    'onrecord:sha256': sha256,
  }
}

function statementOf(row: StatementRow, article: object, language: string): object {
  const isQuotation = row.quotation === 'direct'
  const speaker = row.speaker && partyOf(row.speaker)
  return {
    '@id': urnOf('row', row.key),
    '@type': isQuotation ? 'Quotation' : 'Claim',
    text: row.content,
    inLanguage: language,
    creator: speaker,
    ...(isQuotation ? { isPartOf: article } : { appearance: article }),
    dateCreated: saidOn(row),
    locationCreated: row.where && { '@type': 'Place', name: row.where.name },
    audience: row.to.length > 0 ? row.to.map(({ name }) => ({ '@type': 'Audience', name })) : undefined,
    'onrecord:act': row.act,
    'onrecord:quotation': row.quotation,
    'onrecord:negated': row.negated || undefined,
    'onrecord:cue': row.cue,
    'onrecord:within': row.within && { '@id': urnOf('row', `${row.report}#${row.within}`) },
    'onrecord:confidence': row.confidence,
    'onrecord:decided': row.decided?.verdict,
  }
}

/** When it was said: to the minute where that is known, as a month or a year where no more is. */
function saidOn({ when }: StatementRow): string | undefined {
  const days = when && datesOf(when)
  if (!days) return undefined
  return days.precision === 'day' ? when.from : isoDays(days).start
}

function eventOf(row: EventRow, article: object): object {
  const days = daysOf(row)
  const { start, end } = days?.basis === 'event' ? isoDays(days) : {}
  return {
    '@id': urnOf('row', row.key),
    '@type': 'Event',
    name: [row.type, row.mode].filter(Boolean).join(' '),
    description: row.trigger,
    startDate: start,
    endDate: end,
    location: row.where && placeOf(row.where),
    about: row.contexts.length > 0 ? row.contexts : undefined,
    subjectOf: article,
    'onrecord:type': row.type,
    'onrecord:mode': row.mode,
    'onrecord:actor': row.actors.map(partyOf),
    'onrecord:recipient': row.recipients.map(partyOf),
    'onrecord:status': row.status,
    'onrecord:word': row.word.map(({ statement }) => ({ '@id': urnOf('row', `${row.report}#${statement}`) })),
    'onrecord:killed': row.killed,
    'onrecord:injured': row.injured,
    'onrecord:arrested': row.arrested,
    'onrecord:size': row.size,
    'onrecord:confidence': row.confidence,
    'onrecord:decided': row.decided?.verdict,
  }
}

function placeOf({ name, country, lat, lon }: NonNullable<EventRow['where']>): object {
  const geo =
    lat !== undefined && lon !== undefined ? { '@type': 'GeoCoordinates', latitude: lat, longitude: lon } : undefined
  return { '@type': 'Place', name, address: country && { '@type': 'PostalAddress', addressCountry: country }, geo }
}

/** Who speaks, acts or receives, as a thing of schema.org. */
export function partyOf({ name, kind = '', country, sectors, link }: Named): object {
  return {
    '@type': TYPES[kind] ?? 'Thing',
    name,
    sameAs: link && /^Q\d+$/.test(link) ? `http://www.wikidata.org/entity/${link}` : undefined,
    'onrecord:country': country,
    'onrecord:sector': sectors && sectors.length > 0 ? sectors : undefined,
  }
}
