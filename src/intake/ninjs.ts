import { Failure } from '../record/failure.ts'
import type { JsonObject } from './json-object.ts'
import { momentOf } from './moment.ts'
import { plainText } from './page.ts'
import type { ToldReport } from './taking.ts'

/** The report of a thing of ninjs (versions 1 to 3). @throws Failure `line-not-report` where it has no text */
export function ninjsReport(thing: JsonObject): ToldReport {
  const text = bodyOf(thing)
  if (text === '') throw new Failure('line-not-report', 'this is ninjs without a body of text')
  return {
    id: thing.uri as string,
    text,
    title: string(thing.headline) ?? firstValue(thing.headlines) ?? string(thing.title),
    published:
      momentOf(thing.firstcreated) ??
      momentOf(thing.firstCreated) ??
      momentOf(thing.versioncreated) ??
      momentOf(thing.versionCreated),
    byline: string(thing.byline) ?? string(thing.by),
    outlet: string(thing.source) ?? nameOf(thing.infosources ?? thing.infoSources) ?? nameOf(thing.organisation),
    url: string(thing.altids && (thing.altids as JsonObject).url) ?? urlOf(thing),
  }
}

function bodyOf(thing: JsonObject): string {
  const bodies = (Array.isArray(thing.bodies) ? thing.bodies : []) as JsonObject[]
  const listed = bodies.map(({ value, contenttype, contentType }) => ({
    value,
    html: /html/.test(String(contenttype ?? contentType ?? '')),
  }))
  const candidates = [
    { value: thing.body_text, html: false },
    { value: thing.body_xhtml, html: true },
    { value: thing.body_html, html: true },
    ...listed,
    { value: thing.description_text, html: false },
  ]
  for (const { value, html } of candidates) {
    const text = string(value)
    if (text) return html ? plainText(text) : text
  }
  return ''
}

const string = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined)
const firstValue = (list: unknown) =>
  Array.isArray(list) ? string((list[0] as JsonObject | undefined)?.value) : undefined
const nameOf = (list: unknown) => (Array.isArray(list) ? string((list[0] as JsonObject | undefined)?.name) : undefined)
const urlOf = ({ uri }: JsonObject) => (/^https?:/.test(String(uri)) ? (uri as string) : undefined)
