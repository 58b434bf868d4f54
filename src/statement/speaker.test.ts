import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { EntityReading } from '../entity/types.ts'
import { openStatementBook } from './codebook.ts'
import type { Range } from './extend.ts'
import { grammarOf, viewOf, wordAt } from './fixture.ts'
import { ownSource } from './own-source.ts'
import type { ResolvedProposal } from './resolve.ts'
import { findSpeaker } from './speaker.ts'
import type { View } from './view.ts'

/** Every proper noun and noun is an entity of its own; proper nouns are people. */
function entitiesOf({ language }: View): EntityReading {
  const entityAt = new Int32Array(language.size).fill(-1)
  const entities: EntityReading['entities'][number][] = []
  language.form.forEach((name, w) => {
    const isPerson = language.upos[w] === 'PROPN'
    if (!isPerson && language.upos[w] !== 'NOUN') return
    entityAt[w] = entities.length
    entities.push({ id: name, kind: isPerson ? 'person' : 'group', name, mentions: [], titles: [] })
  })
  return { entities, places: [], notes: [], entityAt }
}

const book = openStatementBook({ bytes: () => new Uint8Array(), text: (path) => readFileSync(path, 'utf8') })
const known = (view: View) => ({ lists: book.lists, grammar: grammarOf(view, book) })

const range = (view: View, first: string, last: string): Range => ({
  from: wordAt(view, first),
  to: wordAt(view, last) + 1,
})

test.each<[string, string, string, string]>([
  [
    'the named person among several heads',
    'spokesman/spokesman/NOUN/3/nsubj Venn/Venn/PROPN/3/nsubj said/say/VERB/0/root so/so/ADV/3/advmod',
    'spokesman–Venn',
    'Venn',
  ],
  [
    'whom it begins with, also where the tree hangs the name below a body',
    'Venn/Venn/PROPN/3/compound of/of/ADP/3/case port/port/NOUN/4/nsubj said/say/VERB/0/root',
    'Venn–port',
    'Venn',
  ],
  [
    'the first head, not the last',
    'officials/official/NOUN/4/nsubj ,/,/PUNCT/1/punct guards/guard/NOUN/4/nsubj said/say/VERB/0/root',
    'officials–guards',
    'officials',
  ],
  [
    'not who is named behind a preposition',
    'guards/guard/NOUN/4/nsubj of/of/ADP/3/case Venn/Venn/PROPN/1/nmod said/say/VERB/0/root',
    'guards–Venn',
    'guards',
  ],
])('a source of several words: %s', (_, sentence, source, expected) => {
  const view = viewOf([sentence])
  const [first, last] = source.split('–')
  const entities = entitiesOf(view)
  const { entity } = findSpeaker(
    view,
    entities,
    { head: wordAt(view, 'said'), source: range(view, first, last) },
    known(view),
  )
  expect(entities.entities[entity]?.id, sentence).toBe(expected)
})

test('a passive without a source has no speaker', () => {
  const view = viewOf([
    'Venn/Venn/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass told/tell/VERB/0/root to/to/PART/5/mark leave/leave/VERB/3/xcomp',
  ])
  expect(
    findSpeaker(view, entitiesOf(view), { head: wordAt(view, 'told'), source: undefined }, known(view)).entity,
  ).toBe(-1)
})

test('but who it is said to come from', () => {
  const view = viewOf([
    'Venn/Venn/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass told/tell/VERB/0/root by/by/ADP/5/case Marek/Marek/PROPN/3/obl',
  ])
  const entities = entitiesOf(view)
  const { entity } = findSpeaker(view, entities, { head: wordAt(view, 'told'), source: undefined }, known(view))
  expect(entities.entities[entity].id).toBe('Marek')
})

const statement = (
  view: View,
  head: string,
  source: Range,
  content: Range,
  within?: ResolvedProposal,
): ResolvedProposal => ({
  head: wordAt(view, head),
  source,
  cue: range(view, head, head),
  content: [content],
  cueScore: 1,
  roleScore: 0,
  around: 0,
  trust: 1,
  within,
})

test.each<[string, string, string, string]>([
  [
    "the inner verb's own subject",
    'Marek/Marek/PROPN/2/nsubj said/say/VERB/0/root border/border/NOUN/4/compound guards/guard/NOUN/5/nsubj feared/fear/VERB/2/ccomp talks/talk/NOUN/5/obj',
    'feared',
    'border guards',
  ],
  [
    'whom another quotes as saying it',
    'Marek/Marek/PROPN/2/nsubj said/quote/VERB/0/root border/border/NOUN/4/compound guards/guard/NOUN/2/obj as/as/SCONJ/6/mark saying/say/VERB/2/advcl talks/talk/NOUN/6/obj',
    'saying',
    'border guards',
  ],
])('within another: %s', (_, sentence, cue, expected) => {
  const view = viewOf([sentence])
  const source = range(view, 'Marek', 'Marek')
  const outer = statement(view, 'said', source, range(view, 'border', 'talks'))
  const inner = ownSource(view, statement(view, cue, source, range(view, 'talks', 'talks'), outer))
  expect(inner && view.language.form.slice(inner.from, inner.to).join(' ')).toBe(expected)
})

test('the subject of a clause, where the source is that of the verb above it', () => {
  const view = viewOf([
    'Marek/Marek/PROPN/2/nsubj noted/note/VERB/0/root guards/guard/NOUN/4/nsubj feared/fear/VERB/2/ccomp talks/talk/NOUN/4/obj',
  ])
  const inner = ownSource(view, statement(view, 'feared', range(view, 'Marek', 'Marek'), range(view, 'talks', 'talks')))
  expect(inner && view.language.form.slice(inner.from, inner.to).join(' ')).toBe('guards')
})

test('a source that is not the outer one stays', () => {
  const view = viewOf([
    'Marek/Marek/PROPN/2/nsubj said/say/VERB/0/root guards/guard/NOUN/4/nsubj feared/fear/VERB/2/ccomp talks/talk/NOUN/4/obj',
  ])
  const outer = statement(view, 'said', range(view, 'Marek', 'Marek'), range(view, 'guards', 'talks'))
  const own = range(view, 'guards', 'guards')
  expect(ownSource(view, statement(view, 'feared', own, range(view, 'talks', 'talks'), outer))).toBeUndefined()
})
