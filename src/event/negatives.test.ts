import fs from 'node:fs'
import { expect, it } from 'vitest'
import { given, openLines } from './fixture.ts'
import { openEvent } from './index.ts'

const resources = {
  bytes: (path: string) => fs.readFileSync(path),
  text: (path: string) => fs.readFileSync(path, 'utf8'),
}
const lines = openLines(resources)

/** Sentences that tell of no event: figures of speech, background nouns, titles, accidents, everyday acts. */
const NONE: string[] = [
  'Venn/PROPN/2/nsubj attacked:attack/VERB.VBD/0/root the/DET/4/det problem/NOUN/2/obj',
  'Marek/PROPN/2/nsubj shot:shoot/VERB.VBD/0/root a/DET/4/det film/NOUN/2/obj',
  'Venn/PROPN/2/nsubj met:meet/VERB.VBD/0/root the/DET/4/det deadline/NOUN/2/obj',
  'Venn/PROPN/2/nsubj suffered:suffer/VERB.VBD/0/root a/DET/5/det heart/NOUN/5/compound attack/NOUN/2/obj',
  'The/DET/2/det flood/NOUN/3/nsubj killed:kill/VERB.VBD/0/root nine/NUM/5/nummod people/NOUN/3/obj',
  'Nine/NUM/2/nummod people/NOUN/4/nsubj:pass were:be/AUX/4/aux:pass killed:kill/VERB.VBN/0/root in/ADP/7/case a/DET/7/det quake/NOUN/4/obl',
  'The/DET/4/det attack/NOUN/4/compound helicopter/NOUN/4/compound base/NOUN/5/nsubj closed:close/VERB.VBD/0/root',
  'Talks:talk/NOUN.NNS/2/nsubj went:go/VERB.VBD/0/root on/ADV/2/advmod',
  'Marek/PROPN/2/nsubj released:release/VERB.VBD/0/root a/DET/4/det statement/NOUN/2/obj',
  'The/DET/4/det kidnapped:kidnap/VERB.VBN/4/amod two/NUM/4/nummod girls:girl/NOUN/5/nsubj slept:sleep/VERB.VBD/0/root',
  'You/PRON/3/nsubj can/AUX.MD/3/aux attack/VERB.VB/0/root Almeth/PROPN/3/obj',
  'The/DET/2/det team/NOUN/3/nsubj beat/VERB.VBD/0/root Almeth/PROPN/3/obj',
]

it.each(NONE)('%s', (sentence) => {
  expect(lines([sentence]), sentence).toEqual([])
})

it('reads no events out of a report of sport, and says so', () => {
  const report =
    'Kestria/PROPN/2/nsubj attacked:attack/VERB.VBD/0/root Almeth/PROPN/2/obj in/ADP/6/case the/DET/6/det match/NOUN/2/obl ,/PUNCT/8/punct coach/NOUN/6/appos and/CCONJ/10/cc goalkeeper/NOUN/8/conj'
  const { events, notes } = openEvent(resources)(given([report]))
  expect(events).toEqual([])
  expect(notes.map(({ code }) => code)).toEqual(['sports-report'])
})
