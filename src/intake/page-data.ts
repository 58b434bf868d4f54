import type { JsonObject } from './json-object.ts'
import { articleTypes, momentKeys } from './meta-names.ts'
import { momentOf } from './moment.ts'

/** What a page holds as data beside its words: JSON-LD, and the state that its programs start from. */
export interface PageData {
  /** the JSON-LD of an article or a review of claims */
  article?: JsonObject
  /** its reviews of claims */
  claims: JsonObject[]
  /** names of the site and of whoever publishes it */
  sites: string[]
  /** what stands under an `@id` */
  byId: ReadonlyMap<string, JsonObject>
}

/** Most objects of a page's data that are looked at. */
const MOST_THINGS = 20_000

/** Reads a page's JSON-LD; what is not JSON, even with its usual slips mended, is passed over. */
export function dataOf(document: Document): PageData {
  const byId = new Map<string, JsonObject>()
  const sites: string[] = []
  const articles: JsonObject[] = []
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 40))
    for (const thing of thingsIn(parsedJson(script.textContent ?? ''), 6)) {
      const types = [thing['@type']].flat().map(String)
      if (typeof thing['@id'] === 'string' && Object.keys(thing).length > 1) byId.set(thing['@id'], thing)
      if (types.some((type) => articleTypes.has(type))) articles.push(thing)
      if (types.some((type) => /^(?:WebSite|NewsMediaOrganization)$/.test(type)) && typeof thing.name === 'string')
        sites.push(thing.name)
    }
  const isReview = (thing: JsonObject) => [thing['@type']].flat().includes('ClaimReview')
  const claims = articles.filter(isReview)
  const first = [...articles.filter((article) => !isReview(article)), ...claims]
  const dated = first.find((article) => article.datePublished !== undefined)
  return { article: dated ?? first[0], claims, sites, byId }
}

/** The article's moment in the state that a page's programs start from: the only day that stands there under such a name, or that of the object with the title. */
export function momentInState(document: Document, title: string | undefined): string | undefined {
  const scripts = [...document.querySelectorAll('script[type="application/json"], script#__NEXT_DATA__')].slice(0, 20)
  const days = new Map<string, string>()
  for (const script of scripts)
    for (const thing of thingsIn(parsedJson(script.textContent ?? ''), 24)) {
      const moment = momentKeys.map((key) => momentOf(stringOf(thing[key]))).find((found) => found)
      if (!moment) continue
      if (title && [thing.title, thing.headline].some((name) => name === title)) return moment
      days.set(moment.slice(0, 10), moment)
    }
  return days.size === 1 ? [...days.values()][0] : undefined
}

const stringOf = (value: unknown) => (typeof value === 'number' ? String(value) : value)

/** All objects of a value, outer ones first. */
function* thingsIn(value: unknown, deepest: number): Generator<JsonObject> {
  let left = MOST_THINGS
  const queue: [unknown, number][] = [[value, 0]]
  for (let at = 0; at < queue.length && left > 0; at++) {
    const [inner, depth] = queue[at]
    if (typeof inner !== 'object' || inner === null) continue
    left--
    if (!Array.isArray(inner)) yield inner as JsonObject
    if (depth < deepest) for (const part of Object.values(inner)) queue.push([part, depth + 1])
  }
}

/** JSON as pages write it: in comments, with line breaks within strings, with commas before a closing bracket. */
function parsedJson(written: string): unknown {
  const json = written.replace(
    /^\s*(?:<!--|(?:\/\/|\/\*)\s*<!\[CDATA\[(?:\*\/)?)|(?:-->|(?:\/\/|\/\*)\s*\]\]>(?:\*\/)?)\s*$/g,
    '',
  )
  try {
    return JSON.parse(json)
  } catch {}
  try {
    return JSON.parse(
      json
        .replace(/\p{Cc}+/gu, ' ')
        .replace(/,(\s*[}\]])/g, '$1')
        .replace(/;\s*$/, ''),
    )
  } catch {
    return undefined
  }
}
