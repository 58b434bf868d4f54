import type { ComponentChildren } from 'preact'
import type { Record as NewsRecord } from '../../src/record/types.ts'
import { dayInWords } from '../words/days.ts'
import { headlineOf } from './headline-of.ts'
import { onOneLine } from './text/odd.ts'

/** What is known of the report, and what can be done with it. */
export function ReportHead({ record, children }: { record: NewsRecord; children?: ComponentChildren }) {
  const { report } = record
  const headline = headlineOf(record)
  const { outlet, byline, published, url, language, dateline, text } = report
  const town = dateline?.place && text.slice(dateline.place.start, dateline.place.end)
  const known = [
    outlet && <bdi key="outlet">{onOneLine(outlet)}</bdi>,
    byline && <bdi key="byline">{onOneLine(byline)}</bdi>,
    town && <bdi key="town">{onOneLine(town)}</bdi>,
    dateline?.agency && <bdi key="agency">{onOneLine(dateline.agency)}</bdi>,
    published && (
      <time key="published" dateTime={published}>
        {dayInWords(published)}
      </time>
    ),
    language !== 'en' && <span key="language">language {language}</span>,
    isWebAddress(url) && (
      <a key="url" href={url} target="_blank" rel="noreferrer noopener">
        source
      </a>
    ),
  ].filter(Boolean)
  return (
    <header class="report-head">
      <h1 dir="auto" class={headline.isTitle ? undefined : 'first-words'}>
        {onOneLine(headline.words)}
      </h1>
      <div class="known">
        <p>{known.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]))}</p>
        {children}
      </div>
    </header>
  )
}

/** Only addresses of the web become links: a report may bring any string. */
export function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url)
}
