import fs from 'node:fs'
import { expect, it } from 'vitest'
import { openLines } from './fixture.ts'

const lines = openLines({
  bytes: (path: string) => fs.readFileSync(path),
  text: (path: string) => fs.readFileSync(path, 'utf8'),
})

const OBJECT = (head: number) => `Almeth/PROPN/${head}/obj`

/** What is said, and the status of the attack on Almeth. */
const CASES: [string, string][] = [
  [`Kestria/PROPN/2/nsubj attacked:attack/VERB.VBD/0/root ${OBJECT(2)}`, 'happened'],
  [`Kestria/PROPN/4/nsubj did:do/AUX.VBD/4/aux not/PART/4/advmod attack/VERB.VB/0/root ${OBJECT(4)}`, 'not-happened'],
  [
    `Kestria/PROPN/4/nsubj never/ADV/4/advmod has:have/AUX.VBZ/4/aux attacked:attack/VERB.VBN/0/root ${OBJECT(4)}`,
    'not-happened',
  ],
  [
    `Kestria/PROPN/2/nsubj denied:deny/VERB.VBD/0/root that/SCONJ/5/mark they/PRON/5/nsubj attacked:attack/VERB.VBD/2/ccomp ${OBJECT(5)}`,
    'denied',
  ],
  [`Kestria/PROPN/2/nsubj plans:plan/VERB.VBZ/0/root to/PART/4/mark attack/VERB.VB/2/xcomp ${OBJECT(4)}`, 'planned'],
  [`No/DET/2/det soldiers:soldier/NOUN.NNS/3/nsubj attacked:attack/VERB.VBD/0/root ${OBJECT(3)}`, 'not-happened'],
  [`Neither/DET/2/det side/NOUN/3/nsubj attacked:attack/VERB.VBD/0/root ${OBJECT(3)}`, 'not-happened'],
  [`None/NOUN/4/nsubj of/ADP/3/case them/PRON/1/nmod attacked:attack/VERB.VBD/0/root ${OBJECT(4)}`, 'not-happened'],
  [
    `Kestria/PROPN/2/nsubj dismissed:dismiss/VERB.VBD/0/root reports:report/NOUN.NNS/2/obj that/SCONJ/6/mark troops:soldier/NOUN.NNS/6/nsubj attacked:attack/VERB.VBD/3/acl ${OBJECT(6)}`,
    'denied',
  ],
  [
    `In/ADP/3/case the/DET/3/det film/NOUN/5/obl Kestria/PROPN/5/nsubj attacks:attack/VERB.VBZ/0/root ${OBJECT(5)}`,
    'supposed',
  ],
  [
    `A/DET/2/det novel/NOUN/3/nsubj tells:tell/VERB.VBZ/0/root how/ADV/6/advmod Kestria/PROPN/6/nsubj attacked:attack/VERB.VBD/3/ccomp ${OBJECT(6)}`,
    'supposed',
  ],
  [`Kestria/PROPN/3/nsubj may/AUX.MD/3/aux attack/VERB.VB/0/root ${OBJECT(3)}`, 'supposed'],
  [`Kestria/PROPN/3/nsubj is:be/AUX.VBZ/3/aux attacking:attack/VERB.VBG/0/root ${OBJECT(3)}`, 'ongoing'],
  [
    `Kestria/PROPN/2/nsubj continued:continue/VERB.VBD/0/root to/PART/4/mark attack/VERB.VB/2/xcomp ${OBJECT(4)}`,
    'ongoing',
  ],
  [
    `Kestria/PROPN/2/nsubj failed:fail/VERB.VBD/0/root to/PART/4/mark attack/VERB.VB/2/xcomp ${OBJECT(4)}`,
    'not-happened',
  ],
  [`Kestria/PROPN/2/nsubj wants:want/VERB.VBZ/0/root to/PART/4/mark attack/VERB.VB/2/xcomp ${OBJECT(4)}`, 'supposed'],
  [
    `If/SCONJ/3/mark Kestria/PROPN/3/nsubj attacked:attack/VERB.VBD/7/advcl Almeth/PROPN/3/obj ,/PUNCT/7/punct all/DET/7/nsubj fell:fall/VERB.VBD/0/root`,
    'supposed',
  ],
  [`Did:do/AUX.VBD/3/aux Kestria/PROPN/3/nsubj attack/VERB.VB/0/root Almeth/PROPN/3/obj ?/PUNCT/3/punct`, 'supposed'],
  [
    `Kestria/PROPN/2/nsubj sent:send/VERB.VBD/0/root ships:yacht/NOUN.NNS/2/obj to/PART/5/mark attack/VERB.VB/2/advcl Almeth/PROPN/5/obj`,
    'planned',
  ],
  [
    `Varlonia/PROPN/2/nsubj foiled:foil/VERB.VBD/0/root an/DET/4/det attack/NOUN/2/obj on/ADP/6/case Almeth/PROPN/4/nmod`,
    'not-happened',
  ],
  [
    `Kestria/PROPN/2/nsubj plotted:plot/VERB.VBD/0/root an/DET/4/det attack/NOUN/2/obj on/ADP/6/case Almeth/PROPN/4/nmod`,
    'planned',
  ],
  [
    `The/DET/2/det threat/NOUN/9/nsubj of/ADP/5/case an/DET/5/det attack/NOUN/2/nmod on/ADP/7/case Almeth/PROPN/5/nmod has:have/AUX/9/aux grown:grow/VERB.VBN/0/root`,
    'threatened',
  ],
  [
    `No/DET/2/det attack/NOUN/6/nsubj:pass on/ADP/4/case Almeth/PROPN/2/nmod was:be/AUX/6/aux:pass seen:see/VERB.VBN/0/root`,
    'not-happened',
  ],
]

it.each(CASES)('%s', (sentence, status) => {
  const found = lines([sentence]).filter((line) => /attack/.test(line))
  expect(found, sentence).toHaveLength(1)
  expect(found[0].split(', ').at(-1), found[0]).toBe(status)
})

it("'would' told in the past is a plan, with a condition a supposition", () => {
  const plan =
    'Venn/PROPN/2/nsubj said:say/VERB.VBD/0/root Kestria/PROPN/5/nsubj would/AUX.MD/5/aux attack/VERB.VB/2/ccomp Almeth/PROPN/5/obj'
  expect(lines([plan])).toEqual(['THREATEN Kestria > attack > Almeth, threatened'])
  const condition = `${plan} if/SCONJ/9/mark they/PRON/9/nsubj fled:flee/VERB.VBD/5/advcl`
  expect(lines([condition])[0]).toMatch(/supposed$/)
})
