import { shareOf } from '../../coding/interval.ts'
import type { CodedRow } from '../../coding/said.ts'
import type { Language } from '../../language/types.ts'
import { hash53 } from '../../record/hash53.ts'
import type { Entity, Span, Statement } from '../../record/types.ts'
import type { EventRow, StatementRow } from '../../rows/rows.ts'
import type { OpenedDesk } from '../open.ts'
import { codedIn } from './coded-in.ts'
import { CUES, type Learned, learnedIn } from './learned.ts'
import { type ReadRow, readRows, shownRows } from './read-rows.ts'

/** A row for a table of the codebook that a desk's decisions speak for. */
export interface Suggestion {
  /** made of the table and the row: the same as long as these are */
  id: string
  /** the table, as codebook/ names it, and the row */
  file: string
  line: string
  /** what the row does, and why it is suggested */
  says: string
  /** decided rows that speak for it, of those that it is about */
  speak: number
  of: number
  /** some that speak for it */
  rows: { key: string; row: StatementRow | EventRow }[]
  /** what a person said of it */
  decided?: Pick<Learned, 'verdict' | 'by' | 'at'>
}

/** A row is suggested where so many decisions speak for it, and where the interval of their share lies above half. */
export const LEAST_SPEAKING = 4
/** Rows whose sentences are parsed for it at most: a second or two of work. */
const MOST_PARSED = 500
const EVIDENCE = 5

type Parse = (text: string) => Language

/**
 * Rows for the codebook that people's decisions speak for: a word that is no cue where statements with it were decided wrong, another act for a cue where it was mended so, and a
 * name that is another's where a speaker, actor or recipient was mended from one to the other. Nothing is done with them until a person accepts.
 */
export function suggestionsIn(desk: OpenedDesk, parse: Parse): Suggestion[] {
  const coded = codedIn(desk)
  const decided = [
    ...readRows(
      desk,
      [...coded.values()].filter(({ stands }) => stands).map(({ key }) => key),
    ),
  ]
  const known = new Map(learnedIn(desk.db).map((one) => [suggestionId(one), one]))
  const speaking = [...ofCues(decided, coded, parse), ...ofNames(decided, coded)]
  const shown = new Map(
    [...shownRows(desk, new Set(speaking.flatMap(({ keys }) => keys)))].map((row) => [row.key, row.shown]),
  )
  const found = speaking.map(({ keys, ...one }): Suggestion => {
    const id = suggestionId(one)
    const said = known.get(id)
    known.delete(id)
    const rows = keys.flatMap((key) =>
      shown.has(key) ? [{ key, row: shown.get(key) as StatementRow | EventRow }] : [],
    )
    return { id, ...one, rows, ...(said && { decided: { verdict: said.verdict, by: said.by, at: said.at } }) }
  })
  // what was accepted stays in sight when decisions no longer speak for it: the row is in the tables, and its rows are read anew
  const earlier = [...known].map(([id, { file, line, says, verdict, by, at }]) => ({
    ...{ id, file, line, says, speak: 0, of: 0, rows: [], decided: { verdict, by, at } },
  }))
  return [...found, ...earlier]
}

/** What a suggestion is called: seven letters and digits. */
export const suggestionId = ({ file, line }: { file: string; line: string }): string =>
  hash53(`${file} ${line}`).toString(36).padStart(7, '0').slice(-7)

/** With the keys of rows that speak for it. */
type Found = Omit<Suggestion, 'id' | 'decided' | 'rows'> & { keys: string[] }

interface Tally {
  speaking: ReadRow[]
  of: number
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  const tally = tallies.get(name) ?? { speaking: [], of: 0 }
  tallies.set(name, tally)
  return tally
}

const speaks = ({ speaking, of }: Tally): boolean =>
  speaking.length >= LEAST_SPEAKING && (shareOf(speaking.length, of).low ?? 0) > 0.5

const evidence = (rows: readonly ReadRow[]): string[] => rows.slice(0, EVIDENCE).map(({ key }) => key)

const kinds: Readonly<Record<string, string>> = { VERB: 'verb', NOUN: 'noun', ADJ: 'adjective' }

/** Cues that are mostly none here, and cues that mostly say another act. */
function ofCues(decided: readonly ReadRow[], coded: ReadonlyMap<string, CodedRow>, parse: Parse): Found[] {
  const saidOf = ({ key }: ReadRow) => coded.get(key)?.stands
  const actOf = (row: ReadRow) => saidOf(row)?.mend?.['act'] as string | undefined
  const rows = decided.filter(({ list, row }) => list === 'statements' && (row as Statement).cue)
  const wanted = speakingStems(rows, coded)
  const wrong = new Map<string, Tally>()
  const acts = new Map<string, Tally>()
  const there = new Map<string, number>()
  for (const row of rows.filter((row) => wanted.has(stemOf(row))).slice(0, MOST_PARSED)) {
    const cue = cueOf(row, parse)
    if (!cue) continue
    const tally = tallyOf(wrong, cue)
    tally.of++
    if (saidOf(row)?.verdict === 'wrong') {
      tally.speaking.push(row)
      continue
    }
    there.set(cue, (there.get(cue) ?? 0) + 1)
    const act = actOf(row)
    if (act !== undefined) tallyOf(acts, `${cue}\t${act}`).speaking.push(row)
  }
  const never = [...wrong].filter(([, tally]) => speaks(tally))
  const none = new Set(never.map(([cue]) => cue))
  const others = [...acts].filter(([name, tally]) => {
    const cue = name.slice(0, name.lastIndexOf('\t'))
    tally.of = there.get(cue) ?? 0
    return !none.has(cue) && speaks(tally)
  })
  return [
    ...never.map(([cue, { speaking, of }]) => ({
      file: CUES,
      line: `${cue}\t-\tnever`,
      says: `the ${inWords(cue)} makes no statement: ${speaking.length} of ${of} with it were decided wrong`,
      ...{ speak: speaking.length, of, keys: evidence(speaking) },
    })),
    ...others.map(([name, { speaking, of }]) => {
      const [lemma, kind, act] = name.split('\t')
      const says = `the ${inWords(`${lemma}\t${kind}`)} says “${act}”: ${speaking.length} of ${of} with it were mended so`
      return { file: CUES, line: name, says, speak: speaking.length, of, keys: evidence(speaking) }
    }),
  ]
}

const inWords = (cue: string): string => {
  const [lemma, kind] = cue.split('\t')
  return `${kind} “${lemma}”`
}

/**
 * Stems of cues that may speak: one of a word's forms was mostly decided wrong, or mended to one act, and often enough. The sentences of all others need no
 * parsing: of a word of which more than half speaks, more than half of some form does.
 */
function speakingStems(rows: readonly ReadRow[], coded: ReadonlyMap<string, CodedRow>): Set<string> {
  const forms = new Map<string, { stem: string; said: string[] }>()
  for (const row of rows) {
    const { verdict, mend } = coded.get(row.key)?.stands ?? {}
    const form = cueWords(row)
    const own = forms.get(form) ?? { stem: stemOf(row), said: [] }
    forms.set(form, own)
    own.said.push(verdict === 'wrong' ? 'wrong' : String(mend?.['act'] ?? ''))
  }
  const counts = new Map<string, number>()
  const likely = new Set<string>()
  for (const { stem, said } of forms.values()) {
    const there = said.filter((one) => one !== 'wrong').length
    const wrong = said.length - there
    const most = Math.max(
      0,
      ...[...new Set(said)]
        .filter((act) => act !== '' && act !== 'wrong')
        .map((act) => said.filter((one) => one === act).length),
    )
    counts.set(stem, (counts.get(stem) ?? 0) + wrong + most)
    if (wrong * 2 > said.length || most * 2 > there) likely.add(stem)
  }
  return new Set([...likely].filter((stem) => (counts.get(stem) ?? 0) >= LEAST_SPEAKING))
}

/** What forms of a word have in common, mostly: enough to find those that may be one. */
const stemOf = (row: ReadRow): string => cueWords(row).toLowerCase().slice(0, 3)

function cueWords({ record, row }: ReadRow): string {
  const { cue } = row as Statement
  return cue ? record.report.text.slice(cue.start, cue.end) : ''
}

/** Lemma and part of speech of the last verb, noun or adjective of a statement's cue. */
function cueOf({ record, row }: ReadRow, parse: Parse): string | undefined {
  const cue = (row as Statement).cue as Span
  const sentence = (row as Statement).sentence ?? cue
  const [first, last] = [Math.min(sentence.start, cue.start), Math.max(sentence.end, cue.end)]
  const { start, end, lemma, upos } = parse(record.report.text.slice(first, last))
  for (let word = start.length - 1; word >= 0; word--)
    if (start[word] + first >= cue.start && end[word] + first <= cue.end && kinds[upos[word]])
      return `${lemma[word]}\t${kinds[upos[word]]}`
  return undefined
}

/** Names that people mend to another one's. */
function ofNames(decided: readonly ReadRow[], coded: ReadonlyMap<string, CodedRow>): Found[] {
  const tallies = new Map<string, Tally>()
  const totals = new Map<string, number>()
  const entities = new Map<string, Entity>()
  for (const decision of decided) {
    const { key, record, row } = decision
    const stands = coded.get(key)?.stands
    if (!stands || stands.verdict === 'wrong') continue
    const byId = new Map([...record.entities, ...(stands.brings?.entities ?? [])].map((entity) => [entity.id, entity]))
    for (const [from, to] of changesOf(row as unknown as Fields, stands.mend)) {
      const [one, other] = [byId.get(from), to === undefined ? undefined : byId.get(to)]
      if (!one || !isNamed(one)) continue
      totals.set(one.name, (totals.get(one.name) ?? 0) + 1)
      if (!other || other.name === one.name || !isNamed(other)) continue
      tallyOf(tallies, `${one.name}\t${other.name}`).speaking.push(decision)
      entities.set(other.name, richer(entities.get(other.name), other))
    }
  }
  const byWhom = new Map<string, [name: string, tally: Tally][]>()
  for (const [names, tally] of tallies) {
    const [name, whose] = names.split('\t')
    tally.of = totals.get(name) ?? 0
    if (speaks(tally)) byWhom.set(whose, [...(byWhom.get(whose) ?? []), [name, tally]])
  }
  // one row an entity, with all names that were mended to it: a second would take the place of the first
  return [...byWhom].flatMap(([whose, own]): Found[] => {
    const row = rowOf(
      entities.get(whose),
      own.map(([name]) => name),
    )
    if (!row) return []
    const speaking = own.flatMap(([, tally]) => tally.speaking)
    const of = own.reduce((sum, [, tally]) => sum + tally.of, 0)
    const names = own.map(([name]) => `“${name}”`).join(', ')
    const says = `${names} ${own.length === 1 ? 'is a name' : 'are names'} of ${whose}: mended so in ${speaking.length} of ${of} rows`
    return [{ ...row, says, speak: speaking.length, of, keys: evidence(speaking) }]
  })
}

type Fields = { readonly [field: string]: unknown }

/** Each party of a row as the machine read it, with whom people have there: the same where they did not mend it. */
function changesOf(row: Fields, mend: Fields | undefined): [from: string, to: string | undefined][] {
  if ('act' in row) {
    const from = row['speaker'] as string | undefined
    return from === undefined
      ? []
      : [[from, (mend && 'speaker' in mend ? mend['speaker'] : from) as string | undefined]]
  }
  return ['actors', 'recipients'].flatMap((field) => {
    const read = row[field] as { entity?: string }[]
    const now = (mend && field in mend ? mend[field] : read) as { entity?: string }[]
    // who was added or left out shifts the others: then nobody was put in another's place
    if (now.length !== read.length) return []
    return read.flatMap(({ entity }, at): [string, string | undefined][] =>
      entity === undefined ? [] : [[entity, now[at]?.entity]],
    )
  })
}

/** Whether an entity is called by a name somewhere, and by one that a table can hold. */
const isNamed = ({ mentions, name }: Entity): boolean =>
  mentions.some(({ form }) => form === 'name') && /^\p{Lu}[^\t|;]*$/u.test(name)

/** The one of two of which more is known. */
const richer = (one: Entity | undefined, other: Entity): Entity =>
  one?.code && (!other.code || one.code.sectors.length >= other.code.sectors.length) ? one : other

/** The row that gives an entity more names: a body's, with its code; a person's where there is a code that the names then have. */
function rowOf(entity: Entity | undefined, others: readonly string[]): Pick<Suggestion, 'file' | 'line'> | undefined {
  if (!entity) return undefined
  const { kind, code, name } = entity
  const coded = `${code?.country ?? ''}\t${(code?.sectors ?? []).join('|')}`
  const names = [name, ...others].join('|')
  if (kind === 'organization' || kind === 'group')
    return { file: 'entity/organizations.tsv', line: `${kind}\t${coded}\t${names}` }
  if (kind !== 'person' || coded.trim() === '') return undefined
  return { file: 'entity/people.tsv', line: `${coded}\t\t\t\t${names}` }
}
