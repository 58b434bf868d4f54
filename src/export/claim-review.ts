import { datesOf } from '../rows/dates.ts'
import { quotedWords } from '../rows/quoted-words.ts'
import type { StatementRow } from '../rows/rows.ts'
import { isoDays } from './days.ts'
import { partyOf } from './json-ld.ts'
import { urnOf } from './urn.ts'

/**
 * Claims as the beginnings of schema.org ClaimReviews, in one JSON-LD graph: what is claimed, by whom, when and where it stands. Who reviews, when, and with what
 * rating is left to whoever checks; nothing here is a rating, and each says that it is incomplete.
 */
export function* writeClaimReview(rows: Iterable<StatementRow>): Generator<string> {
  const context = ['https://schema.org', { onrecord: 'urn:onrecord:' }]
  let before = `{"@context":${JSON.stringify(context)},"@graph":[\n`
  for (const row of rows) {
    yield before + JSON.stringify(reviewOf(row))
    before = ',\n'
  }
  yield before === ',\n' ? '\n]}\n' : `${before}]}\n`
}

function reviewOf(row: StatementRow): object {
  const { key, speaker, act, negated, decided, confidence } = row
  const claim = wordsOf(row)
  const days = row.when && datesOf(row.when)
  return {
    '@id': urnOf('row', key),
    '@type': 'ClaimReview',
    creativeWorkStatus: 'Incomplete',
    claimReviewed: claim,
    itemReviewed: {
      '@type': 'Claim',
      text: claim,
      author: speaker && partyOf(speaker),
      dateCreated: days?.end && isoDays(days).start,
      appearance: appearanceOf(row),
    },
    'onrecord:key': key,
    'onrecord:act': act,
    'onrecord:denied': act === 'deny' || undefined,
    'onrecord:negated': negated || undefined,
    'onrecord:role': speaker?.role,
    'onrecord:confidence': confidence,
    'onrecord:decided': decided?.verdict,
  }
}

/** What is claimed, without the marks of a quotation; of what is denied or negated the report's whole sentence, because the words alone would say the opposite. */
function wordsOf(row: StatementRow): string {
  const { act, negated, quotation, content, sentence, source, cue } = row
  const words = quotation === 'direct' ? (quotedWords(row)?.text ?? content) : content
  if (act !== 'deny' && !negated) return words
  return sentence ?? [source, cue, words].filter(Boolean).join(' … ')
}

function appearanceOf({ report, url, title, published, outlet }: StatementRow): object {
  return {
    '@id': urnOf('report', report),
    '@type': 'NewsArticle',
    url,
    headline: title,
    datePublished: published,
    publisher: outlet && { '@type': 'Organization', name: outlet },
  }
}
