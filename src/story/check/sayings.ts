import { byId } from '../../record/by-id.ts'
import type { Record as NewsRecord, Span, Statement } from '../../record/types.ts'
import { wordsOf } from '../text-words.ts'
import { dayOf } from './days.ts'

/** A stretch that somebody says: of a draft, or of a source. */
export interface Saying {
  span: Span
  /** whether it stands in quotation marks */
  quoted: boolean
  statement?: Statement
  speaker?: NamedSpeaker
  /** how far it stands from the words that say it is said, in characters: of two speakers of one quotation the nearer says it */
  away: number
  /** the day that the saying is dated to, as a value of TIMEX3, where its own words date it */
  day?: string
  /** the words that date it */
  dated?: string
  /** keys of the words around the cue that say who it is */
  attribution: readonly string[]
}

/** Who says it, as one text names them. */
export interface NamedSpeaker {
  name: string
  /** keys of the words of each name by which the text calls them */
  names: readonly (readonly string[])[]
  /** whether a name says who it is, and not a description alone */
  isNamed: boolean
  titles: readonly string[]
}

/** Everything that the words around a cue call the one who says it: name, office, house. */
export function attributionOf(text: string, { source, cue }: Statement): readonly string[] {
  const at = source ?? cue
  if (!at) return []
  const start = Math.min(at.start, cue?.start ?? at.start)
  const end = Math.max(at.end, cue?.end ?? at.end)
  const least = Math.max(0, start - AROUND)
  let from = start
  while (from > least && !CLAUSE_END.has(text[from - 1])) from--
  const before = text.slice(from, start)
  const after = /^(?:[^.!?\n“”"«»]|\.(?!["”]?\s+["“\p{Lu}]|\n|$))*/u.exec(text.slice(end, end + AROUND))?.[0] ?? ''
  return wordsOf(before + text.slice(start, end) + after).keys
}

/** What an attribution does not reach over, before its cue. */
const CLAUSE_END = new Set('.!?\n“”"«»')
/** How far around a cue its attribution reaches, in characters. */
const AROUND = 240

/** Every stretch that a record's statements hold: quoted stretches and the rest of the content apart. */
export function sayingsOf(record: NewsRecord): Saying[] {
  const { text } = record.report
  const entity = byId(record.entities)
  const time = byId(record.times)
  const { nameOf, calledBefore } = appositionsOf(record)
  const speakers = new Map<string, NamedSpeaker>()
  const speakerOf = ({ speaker, source }: Statement): NamedSpeaker | undefined => {
    const said = entity(speaker)
    if (!said) return source ? spoken(text.slice(source.start, source.end)) : undefined
    const named = entity(nameOf.get(said.id)) ?? said
    let known = speakers.get(named.id)
    if (!known) {
      const forms = new Set([
        named.name,
        ...named.mentions.filter((m) => m.form === 'name').map((m) => text.slice(m.start, m.end)),
      ])
      known = {
        name: named.name,
        names: [...forms].map((form) => wordsOf(form).keys),
        isNamed: named.mentions.some(({ form }) => form === 'name'),
        titles: [
          ...new Set([...named.titles, ...(calledBefore.get(named.id) ?? [])].map((t) => text.slice(t.start, t.end))),
        ],
      }
      speakers.set(named.id, known)
    }
    return known
  }
  return record.statements.flatMap((statement): Saying[] => {
    const speaker = speakerOf(statement)
    const when = statement.whenBasis === 'published' ? undefined : time(statement.when)
    const day = when && dayOf(when.value)
    const dated = when && text.slice(when.start, when.end)
    const attribution = attributionOf(text, statement)
    const of = (span: Span, quoted: boolean): Saying => ({
      ...{ span, quoted, statement, speaker, day, dated, attribution },
      away: distance(text, span, statement.cue ?? statement.source ?? span),
    })
    if (statement.quotation === 'direct') return statement.content.map((span) => of(span, true))
    const quoted = statement.quoted ?? []
    return [...quoted.map((span) => of(span, true)), ...statement.content.map((span) => of(span, false))]
  })
}

/** Decides between sayings that are alike in all else. */
export const nearly = ({ away }: Saying): number => Math.min(away, 1000) * 1e-4

/** How far two spans stand from each other; the end of a sentence between them is far. */
function distance(text: string, a: Span, b: Span): number {
  const between = a.end <= b.start ? text.slice(a.end, b.start) : text.slice(b.end, Math.max(b.end, a.start))
  return between.length + (/[.!?]["”’']?\s/.test(between) ? 500 : 0)
}

/** Persons whose name follows what they are, as in `the owner of the ferry, Ada Corvin, said`: who is meant, and what each is called so. */
function appositionsOf({ report: { text }, entities }: NewsRecord) {
  const nameOf = new Map<string, string>()
  const calledBefore = new Map<string, Span[]>()
  const described = new Map(
    entities
      .filter(({ mentions }) => mentions.every(({ form }) => form !== 'name'))
      .flatMap(({ id, mentions }) => mentions.map((mention) => [mention.end, { id, mention }] as const)),
  )
  for (const { id, kind, mentions } of entities)
    for (const { form, start, end } of mentions) {
      if (kind !== 'person' || form !== 'name' || text.slice(start - 2, start) !== ', ') continue
      const before = described.get(start - 2)
      if (before?.mention.form !== 'nominal' || !/^,(?! and\b)/.test(text.slice(end, end + 5))) continue
      nameOf.set(before.id, id)
      calledBefore.set(id, [...(calledBefore.get(id) ?? []), before.mention])
    }
  return { nameOf, calledBefore }
}

function spoken(words: string): NamedSpeaker {
  const isNamed = /\p{Lu}/u.test(words.replace(/^\P{L}*\p{L}/u, ''))
  return { name: words, names: [wordsOf(words).keys], isNamed, titles: [] }
}

/**
 * Whether two texts have one speaker say something: a name of one is part of a name of the other, both end in one surname and no first names
 * differ, or the words around one cue hold all of the other's name. Undefined where nobody is named on one side.
 */
export function sameSpeaker(a: Saying | undefined, b: Saying | undefined): boolean | undefined {
  if (!a?.speaker || !b) return undefined
  if (b.speaker?.isNamed && holds(a.attribution, b.speaker)) return true
  if (!a.speaker.isNamed) return undefined
  if (b.speaker && samePerson(a.speaker, b.speaker)) return true
  if (holds(b.attribution, a.speaker)) return true
  return b.speaker?.isNamed ? false : undefined
}

/** Whether two texts mean one person by what they call a speaker. */
export const samePerson = (a: NamedSpeaker, b: NamedSpeaker): boolean =>
  a.names.some((one) => b.names.some((other) => sameName(one, other)))

const holds = (attribution: readonly string[], { name }: NamedSpeaker) => {
  const keys = wordsOf(name).keys
  return keys.length > 0 && keys.every((key) => attribution.includes(key))
}

function sameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.every((word) => long.includes(word))) return true
  return a.at(-1) === b.at(-1) && (isInitialOf(a[0], b[0]) || isInitialOf(b[0], a[0]))
}

const isInitialOf = (a: string, b: string) => a.length === 1 && b.startsWith(a)
