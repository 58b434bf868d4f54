import { checkReport } from '../read.ts'
import { Failure } from './failure.ts'
import { momentOf } from './moment.ts'
import { plainText } from './page.ts'
import type { Told } from './taking.ts'

interface Thing {
  [name: string]: unknown
}

/**
 * A report of an object of JSON: as a line of `onrecord read --jsonl` has it (`{"id", "text", "published"?, ...}`), or of ninjs, in
 * which news agencies write.
 *
 * @throws Failure `line-not-report`
 */
export function reportOf(value: unknown, id?: string): Told {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Failure('line-not-report', 'this is JSON and no object; give {"id": ..., "text": ...}')
  const thing = value as Thing
  if (typeof thing.text !== 'string' && isNinjs(thing)) return ninjsReport(thing)
  const known = Object.fromEntries(Object.entries(thing).filter(([, field]) => field !== null))
  try {
    const {
      id: given,
      text,
      published,
      title,
      outlet,
      url,
      byline,
    } = checkReport(id === undefined ? known : { id, ...known })
    return { id: given, text, published, title, outlet, url, byline }
  } catch (error) {
    throw new Failure('line-not-report', (error as Error).message)
  }
}

/** ninjs has a uri and a body or headline, in version 1 by their own names, in version 2 and 3 as lists. */
function isNinjs(thing: Thing): boolean {
  return (
    typeof thing.uri === 'string' &&
    Object.keys(thing).some((key) => /^(body_|bodies$|headline|description_)/.test(key))
  )
}

function ninjsReport(thing: Thing): Told {
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
    url: string(thing.altids && (thing.altids as Thing).url) ?? urlOf(thing),
  }
}

function bodyOf(thing: Thing): string {
  const bodies = (Array.isArray(thing.bodies) ? thing.bodies : []) as Thing[]
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
const firstValue = (list: unknown) => (Array.isArray(list) ? string((list[0] as Thing | undefined)?.value) : undefined)
const nameOf = (list: unknown) => (Array.isArray(list) ? string((list[0] as Thing | undefined)?.name) : undefined)
const urlOf = ({ uri }: Thing) => (/^https?:/.test(String(uri)) ? (uri as string) : undefined)
