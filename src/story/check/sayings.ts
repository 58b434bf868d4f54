import { byId } from '../../record/by-id.ts'
import type { Record as NewsRecord, Span, Statement } from '../../record/types.ts'
import { wordsOf } from '../text-words.ts'

/** A stretch that somebody says: of a draft, or of a source. */
export interface Saying {
  span: Span
  /** whether it stands in quotation marks */
  quoted: boolean
  statement?: Statement
  speaker?: NamedSpeaker
  /** first day that the saying is dated to, ISO 8601, where its own words date it */
  day?: string
  /** keys of the words around the cue that say who it is */
  attribution: readonly string[]
}

/** Who says it, as one text names them. */
export interface NamedSpeaker {
  name: string
  /** keys of the words of each name by which the text calls them */
  names: readonly (readonly string[])[]
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
  const speakers = new Map<string, NamedSpeaker>()
  const speakerOf = ({ speaker, source }: Statement): NamedSpeaker | undefined => {
    const named = entity(speaker)
    if (!named) return source ? spoken(text.slice(source.start, source.end)) : undefined
    let known = speakers.get(named.id)
    if (!known) {
      const forms = new Set([
        named.name,
        ...named.mentions.filter((m) => m.form === 'name').map((m) => text.slice(m.start, m.end)),
      ])
      known = {
        name: named.name,
        names: [...forms].map((form) => wordsOf(form).keys),
        titles: [...new Set(named.titles.map((t) => text.slice(t.start, t.end)))],
      }
      speakers.set(named.id, known)
    }
    return known
  }
  return record.statements.flatMap((statement): Saying[] => {
    const speaker = speakerOf(statement)
    const when = statement.whenBasis === 'published' ? undefined : time(statement.when)
    const day = when && /^\d{4}-\d\d-\d\d/.test(when.value) ? when.value.slice(0, 10) : undefined
    const attribution = attributionOf(text, statement)
    const of = (span: Span, quoted: boolean): Saying => ({ span, quoted, statement, speaker, day, attribution })
    if (statement.quotation === 'direct') return statement.content.map((span) => of(span, true))
    const quoted = statement.quoted ?? []
    return [...quoted.map((span) => of(span, true)), ...statement.content.map((span) => of(span, false))]
  })
}

function spoken(words: string): NamedSpeaker {
  return { name: words, names: [wordsOf(words).keys], titles: [] }
}

/**
 * Whether two texts have one speaker say something: a name of one is part of a name of the other, both end in one surname and no first names
 * differ, or the words around one cue hold all of the other's name. Undefined where nobody is named on one side.
 */
export function sameSpeaker(a: Saying | undefined, b: Saying | undefined): boolean | undefined {
  if (!a?.speaker || !b) return undefined
  if (!isNamed(a.speaker)) return undefined
  if (b.speaker && a.speaker.names.some((one) => b.speaker!.names.some((other) => sameName(one, other)))) return true
  if (holds(b.attribution, a.speaker) || (b.speaker && isNamed(b.speaker) && holds(a.attribution, b.speaker)))
    return true
  return b.speaker && isNamed(b.speaker) ? false : undefined
}

const isNamed = ({ name }: NamedSpeaker) => /\p{Lu}/u.test(name)

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
