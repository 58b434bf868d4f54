import fs from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildTree } from '../language/tree.ts'
import type { Language, NameKind } from '../language/types.ts'
import { chains, document, entityWith } from './fixture.ts'
import { openEntity } from './index.ts'

const read = openEntity({
  bytes: (path) => fs.readFileSync(path),
  text: (path) => fs.readFileSync(path, 'utf8'),
})

type Case = [string, string[], [string, NameKind][], string]

const DOT = './PUNCT..'
const said = (subject: number) => `said:say/VERB.VBD/0/root so/ADV.RB/${subject + 1}/advmod`

test.each<Case>([
  [
    'a surname is the whole name',
    [
      `Dario/PROPN.NNP/3/nsubj Venn/PROPN.NNP/1/flat left:leave/VERB.VBD/0/root ${DOT}/3/punct`,
      `Venn/PROPN.NNP/2/nsubj returned:return/VERB.VBD/0/root ${DOT}/2/punct`,
    ],
    [
      ['Dario Venn', 'person'],
      ['Venn', 'person'],
    ],
    'Dario Venn = Venn',
  ],
  [
    "a last name is not the relative's who has it further inside",
    [
      `Dario/PROPN.NNP/3/nsubj Venn/PROPN.NNP/1/flat fell:fall/VERB.VBD/0/root ill/ADJ.JJ/3/xcomp ${DOT}/3/punct`,
      `Jonas/PROPN.NNP/4/nsubj Venn/PROPN.NNP/1/flat Reth/PROPN.NNP/1/flat spoke:speak/VERB.VBD/0/root ${DOT}/4/punct`,
      `Venn/PROPN.NNP/2/nsubj ruled:rule/VERB.VBD/0/root Almeth/PROPN.NNP/2/obj ${DOT}/2/punct`,
    ],
    [
      ['Dario Venn', 'person'],
      ['Jonas Venn Reth', 'person'],
      ['Venn', 'person'],
      ['Almeth', 'place'],
    ],
    'Dario Venn = Venn',
  ],
  [
    'an acronym in brackets and later',
    [
      `the/DET.DT/4/det Almeth/PROPN.NNP/4/compound Port/PROPN.NNP/4/compound Authority/PROPN.NNP/8/nsubj (/PUNCT.-LRB-/6/punct APA/PROPN.NNP/4/appos )/PUNCT.-RRB-/6/punct closed:close/VERB.VBD/0/root ${DOT}/8/punct`,
    ],
    [
      ['Almeth Port Authority', 'organization'],
      ['APA', 'organization'],
    ],
    'Almeth Port Authority = APA',
  ],
  [
    'an apposition after a comma',
    [
      `Ilse/PROPN.NNP/8/nsubj Marek/PROPN.NNP/1/flat ,/PUNCT.,/6/punct former/ADJ.JJ/6/amod port/NOUN.NN/6/compound director/NOUN.NN/1/appos ,/PUNCT.,/6/punct spoke:speak/VERB.VBD/0/root ${DOT}/8/punct`,
    ],
    [['Ilse Marek', 'person']],
    'Ilse Marek = former port director',
  ],
  [
    'the same apposition where the tree is wrong',
    [
      `Ilse/PROPN.NNP/8/nsubj Marek/PROPN.NNP/1/flat ,/PUNCT.,/6/punct former/ADJ.JJ/6/amod port/NOUN.NN/6/compound director/NOUN.NN/8/obl ,/PUNCT.,/6/punct spoke:speak/VERB.VBD/0/root ${DOT}/8/punct`,
    ],
    [['Ilse Marek', 'person']],
    'Ilse Marek = former port director',
  ],
  [
    'an office with what it is of stands before a name',
    [
      `Minister/PROPN.NNP/7/nsubj of/ADP.IN/3/case Health/PROPN.NNP/1/nmod and/CCONJ.CC/5/cc Ports/PROPN.NNPS/3/conj Ilse/PROPN.NNP/1/appos left:leave/VERB.VBD/0/root ${DOT}/7/punct`,
      `The/DET.DT/2/det minister/NOUN.NN/3/nsubj returned:return/VERB.VBD/0/root ${DOT}/3/punct`,
    ],
    [['Ilse', 'person']],
    'Ilse = The minister',
  ],
  [
    'a name that the tagger began too early loses what the office is of',
    [
      `Mayor/PROPN.NNP/6/nsubj of/ADP.IN/3/case Almeth/PROPN.NNP/1/nmod Dario/PROPN.NNP/3/flat Venn/PROPN.NNP/3/flat left:leave/VERB.VBD/0/root ${DOT}/6/punct`,
      `Venn/PROPN.NNP/2/nsubj returned:return/VERB.VBD/0/root ${DOT}/2/punct`,
    ],
    [
      ['Almeth Dario Venn', 'person'],
      ['Venn', 'person'],
    ],
    'Dario Venn = Venn',
  ],
  [
    'a prime minister is the premier',
    [
      `Prime/PROPN.NNP/2/compound Minister/PROPN.NNP/5/nsubj Dario/PROPN.NNP/2/flat Venn/PROPN.NNP/2/flat spoke:speak/VERB.VBD/0/root ${DOT}/5/punct`,
      `The/DET.DT/2/det premier/NOUN.NN/3/nsubj left:leave/VERB.VBD/0/root ${DOT}/3/punct`,
    ],
    [['Dario Venn', 'person']],
    'Dario Venn = The premier',
  ],
  [
    'whom a noun may call too is nobody where there are two',
    [
      `Senator/PROPN.NNP/6/nsubj Dario/PROPN.NNP/1/flat Venn/PROPN.NNP/1/flat and/CCONJ.CC/5/cc others/NOUN.NNS/1/conj met:meet/VERB.VBD/0/root Senator/PROPN.NNP/6/obj Boris/PROPN.NNP/7/flat Teln/PROPN.NNP/7/flat ${DOT}/6/punct`,
      `The/DET.DT/2/det lawmaker/NOUN.NN/3/nsubj left:leave/VERB.VBD/0/root ${DOT}/3/punct`,
    ],
    [
      ['Dario Venn', 'person'],
      ['Boris Teln', 'person'],
    ],
    'The lawmaker',
  ],
  [
    'letters that can be spoken stand for a long name',
    [
      `Almeth/PROPN.NNP/3/compound Port/PROPN.NNP/3/compound Labour/PROPN.NNP/6/nsubj Organisation/PROPN.NNP/3/flat had:have/AUX.VBD/6/aux met:meet/VERB.VBN/0/root ${DOT}/6/punct`,
      `Aplo/PROPN.NNP/2/nsubj left:leave/VERB.VBD/0/root ${DOT}/2/punct`,
    ],
    [
      ['Almeth Port Labour Organisation', 'organization'],
      ['Aplo', 'organization'],
    ],
    'Almeth Port Labour Organisation = Aplo',
  ],
  [
    'X is the ...',
    [
      `Venn/PROPN.NNP/4/nsubj is:be/AUX.VBZ/4/cop the/DET.DT/4/det mayor/NOUN.NN/0/root of/ADP.IN/6/case Almeth/PROPN.NNP/4/nmod ${DOT}/4/punct`,
    ],
    [
      ['Venn', 'person'],
      ['Almeth', 'place'],
    ],
    'Venn = the mayor of Almeth',
  ],
  [
    'a title comes back as a noun',
    [
      `General/PROPN.NNP/3/nsubj Marek/PROPN.NNP/1/flat left:leave/VERB.VBD/0/root ${DOT}/3/punct`,
      `The/DET.DT/2/det general/NOUN.NN/3/nsubj returned:return/VERB.VBD/0/root ${DOT}/3/punct`,
    ],
    [['Marek', 'person']],
    'Marek = The general',
  ],
  [
    'he, in the next paragraph, is the subject of the last',
    [
      `Dario/PROPN.NNP/3/nsubj Venn/PROPN.NNP/1/flat met:meet/VERB.VBD/0/root Boris/PROPN.NNP/3/obj Teln/PROPN.NNP/4/flat ${DOT}/3/punct`,
      `¶He/PRON.PRP/2/nsubj left:leave/VERB.VBD/0/root early/ADV.RB/2/advmod ${DOT}/2/punct`,
    ],
    [
      ['Dario Venn', 'person'],
      ['Boris Teln', 'person'],
    ],
    'Dario Venn = He',
  ],
  [
    'she is not a man',
    [
      `Maria/PROPN.NNP/3/nsubj Venn/PROPN.NNP/1/flat met:meet/VERB.VBD/0/root Boris/PROPN.NNP/3/obj Teln/PROPN.NNP/4/flat ${DOT}/3/punct`,
      `She/PRON.PRP/2/nsubj left:leave/VERB.VBD/0/root ${DOT}/2/punct`,
    ],
    [
      ['Maria Venn', 'person'],
      ['Boris Teln', 'person'],
    ],
    'Maria Venn = She',
  ],
  [
    'myself is nobody but who says it',
    [`It/PRON.PRP/2/nsubj hurt:hurt/VERB.VBD/0/root myself/PRON.PRP/2/obj ${DOT}/2/punct`],
    [],
    'myself',
  ],
  [
    "a nation's word before 'newspaper' is not the newspaper",
    [
      `the/DET.DT/3/det Iranian/ADJ.JJ/3/amod newspaper:newspaper/NOUN.NN/5/nsubj Varnews/PROPN.NNP/3/appos closed:close/VERB.VBD/0/root ${DOT}/5/punct`,
    ],
    [
      ['Iranian', 'group'],
      ['Varnews', 'organization'],
    ],
    'the Iranian newspaper = Varnews',
  ],
  [
    'himself is the subject',
    [`Boris/PROPN.NNP/3/nsubj Teln/PROPN.NNP/1/flat hurt:hurt/VERB.VBD/0/root himself/PRON.PRP/3/obj ${DOT}/3/punct`],
    [['Boris Teln', 'person']],
    'Boris Teln = himself',
  ],
  [
    'the group is the organization just named',
    [
      `Free/PROPN.NNP/3/compound Kestria/PROPN.NNP/3/compound Front/PROPN.NNP/4/nsubj attacked:attack/VERB.VBD/0/root ${DOT}/4/punct`,
      `The/DET.DT/2/det group/NOUN.NN/3/nsubj denied:deny/VERB.VBD/0/root it/PRON.PRP/3/obj ${DOT}/3/punct`,
    ],
    [['Free Kestria Front', 'organization']],
    'Free Kestria Front = The group',
  ],
  [
    'a report that speaks, and again',
    [
      `A/DET.DT/2/det report/NOUN.NN/3/nsubj said/VERB.VBD/0/root Almeth/PROPN.NNP/5/nsubj burned:burn/VERB.VBD/3/ccomp ${DOT}/3/punct`,
      `The/DET.DT/2/det report/NOUN.NN/3/nsubj added:add/VERB.VBD/0/root more/ADJ.JJR/3/obj ${DOT}/3/punct`,
    ],
    [['Almeth', 'place']],
    'A report = The report',
  ],
  [
    'people told by their number',
    [`Many/ADJ.JJ/2/nsubj fear/VERB.VBP/0/root Almeth/PROPN.NNP/4/nsubj burned:burn/VERB.VBD/2/ccomp ${DOT}/2/punct`],
    [['Almeth', 'place']],
    'Many',
  ],
  [
    "'I' of a quotation is who says it",
    [
      `“/PUNCT./3/punct I/PRON.PRP/3/nsubj agree/VERB.VBP/0/root ,/PUNCT.,/3/punct ”/PUNCT./3/punct said:say/VERB.VBD/3/parataxis Ilse/PROPN.NNP/6/nsubj Marek/PROPN.NNP/7/flat ${DOT}/3/punct`,
    ],
    [['Ilse Marek', 'person']],
    'I = Ilse Marek',
  ],
  [
    "'he said' is nobody told of in the quotation",
    [
      `Dario/PROPN.NNP/3/nsubj Venn/PROPN.NNP/1/flat arrived:arrive/VERB.VBD/0/root ${DOT}/3/punct`,
      `“/PUNCT./3/punct Reth/PROPN.NNP/3/nsubj lied:lie/VERB.VBD/0/root ,/PUNCT.,/3/punct ”/PUNCT./3/punct he/PRON.PRP/7/nsubj said:say/VERB.VBD/3/parataxis ${DOT}/3/punct`,
    ],
    [
      ['Dario Venn', 'person'],
      ['Reth', 'person'],
    ],
    'Dario Venn = he',
  ],
  [
    'nor of what he says without marks',
    [
      `Dario/PROPN.NNP/3/nsubj Venn/PROPN.NNP/1/flat arrived:arrive/VERB.VBD/0/root ${DOT}/3/punct`,
      `Reth/PROPN.NNP/2/nsubj lied:lie/VERB.VBD/0/root ,/PUNCT.,/2/punct he/PRON.PRP/5/nsubj said:say/VERB.VBD/2/parataxis ${DOT}/2/punct`,
    ],
    [
      ['Dario Venn', 'person'],
      ['Reth', 'person'],
    ],
    'Dario Venn = he',
  ],
  [
    "'we' of a body's spokesman is the body",
    [
      `“/PUNCT./3/punct We/PRON.PRP/3/nsubj agree/VERB.VBP/0/root ,/PUNCT.,/3/punct ”/PUNCT./3/punct said:say/VERB.VBD/3/parataxis Ilse/PROPN.NNP/6/nsubj Marek/PROPN.NNP/7/flat ,/PUNCT.,/10/punct spokeswoman/NOUN.NN/7/appos of/ADP.IN/14/case the/DET.DT/14/det Almeth/PROPN.NNP/14/compound Council/PROPN.NNP/10/nmod ${DOT}/3/punct`,
    ],
    [
      ['Ilse Marek', 'person'],
      ['Almeth Council', 'organization'],
    ],
    'We = Almeth Council',
  ],
  [
    'the town of its name',
    [
      `the/DET.DT/2/det town/NOUN.NN/5/nsubj of/ADP.IN/4/case Almeth/PROPN.NNP/2/nmod slept:sleep/VERB.VBD/0/root ${DOT}/5/punct`,
    ],
    [['Almeth', 'place']],
    'the town of Almeth = Almeth',
  ],
  [
    'a name and the noun behind it',
    [
      `the/DET.DT/4/det Varnews/PROPN.NNP/4/compound news/NOUN.NN/4/compound agency/NOUN.NN/5/nsubj slept:sleep/VERB.VBD/0/root ${DOT}/5/punct`,
    ],
    [['Varnews', 'organization']],
    'the Varnews news agency = Varnews',
  ],
  [
    'brackets behind a body, whatever its letters',
    [
      `Free/PROPN.NNP/3/compound Kestria/PROPN.NNP/3/compound Front/PROPN.NNP/7/nsubj (/PUNCT.-LRB-/5/punct OKL/PROPN.NNP/3/appos )/PUNCT.-RRB-/5/punct closed:close/VERB.VBD/0/root ${DOT}/7/punct`,
    ],
    [
      ['Free Kestria Front', 'organization'],
      ['OKL', 'organization'],
    ],
    'Free Kestria Front = OKL',
  ],
  [
    'a role told of before its holder is named',
    [
      `The/DET.DT/3/det finance/NOUN.NN/3/compound minister/NOUN.NN/4/nsubj left:leave/VERB.VBD/0/root ${DOT}/4/punct`,
      `Finance/PROPN.NNP/2/compound Minister/PROPN.NNP/4/nsubj Reth/PROPN.NNP/2/flat returned:return/VERB.VBD/0/root ${DOT}/4/punct`,
    ],
    [['Reth', 'person']],
    'The finance minister = Reth',
  ],
  [
    'a title with all its words',
    [
      `Former/ADJ.JJ/3/amod Prime/PROPN.NNP/3/compound Minister/PROPN.NNP/5/nsubj Venn/PROPN.NNP/3/flat left:leave/VERB.VBD/0/root ${DOT}/5/punct`,
      `The/DET.DT/4/det former/ADJ.JJ/4/amod prime/ADJ.JJ/4/amod minister/NOUN.NN/5/nsubj returned:return/VERB.VBD/0/root ${DOT}/5/punct`,
    ],
    [['Venn', 'person']],
    'Venn = The former prime minister',
  ],
  [
    'a last name that the tagger takes for a body',
    [
      `Ilse/PROPN.NNP/3/nsubj Orvane/PROPN.NNP/1/flat left:leave/VERB.VBD/0/root ${DOT}/3/punct`,
      `Orvane/PROPN.NNP/2/nsubj returned:return/VERB.VBD/0/root ${DOT}/2/punct`,
    ],
    [
      ['Ilse Orvane', 'person'],
      ['Orvane', 'organization'],
    ],
    'Ilse Orvane = Orvane',
  ],
  [
    "'his' below a verb that hangs on the name",
    [
      `Boris/PROPN.NNP/0/root called:call/VERB.VBD/1/appos his/PRON.PRP$/4/nmod:poss council/NOUN.NN/2/obj ${DOT}/1/punct`,
    ],
    [['Boris', 'person']],
    'Boris = his',
  ],
])('%s', (rule, sentences, names, expected) => {
  const input = document(sentences, names)
  expect(chains(read(input), input), rule).toContain(expected)
})

test.each<[string, string[], [string, NameKind][], string]>([
  [
    'two of one family',
    [
      `Dario/PROPN.NNP/3/nsubj Venn/PROPN.NNP/1/flat met:meet/VERB.VBD/0/root Maria/PROPN.NNP/3/obj Venn/PROPN.NNP/4/flat ${DOT}/3/punct`,
    ],
    [
      ['Dario Venn', 'person'],
      ['Maria Venn', 'person'],
    ],
    'Dario Venn',
  ],
  [
    'presidents of two nations',
    [
      `The/DET.DT/3/det Kenyan/ADJ.JJ/3/amod president/NOUN.NN/4/nsubj left:leave/VERB.VBD/0/root ${DOT}/4/punct`,
      `The/DET.DT/3/det Chilean/ADJ.JJ/3/amod president/NOUN.NN/4/nsubj stayed:stay/VERB.VBD/0/root ${DOT}/4/punct`,
    ],
    [],
    'The Kenyan president',
  ],
  [
    'he is not his own brother',
    [`Boris/PROPN.NNP/2/nsubj met:meet/VERB.VBD/0/root his/PRON.PRP$/4/nmod:poss brother/NOUN.NN/2/obj ${DOT}/2/punct`],
    [['Boris', 'person']],
    'his brother',
  ],
  [
    'it that rains',
    [
      `Almeth/PROPN.NNP/2/nsubj slept:sleep/VERB.VBD/0/root ${DOT}/2/punct`,
      `It/PRON.PRP/2/expl rained:rain/VERB.VBD/0/root ${DOT}/2/punct`,
    ],
    [['Almeth', 'place']],
    'Almeth',
  ],
  [
    'a port from the town that it is of',
    [
      `the/DET.DT/2/det port/NOUN.NN/5/nsubj of/ADP.IN/4/case Almeth/PROPN.NNP/2/nmod slept:sleep/VERB.VBD/0/root ${DOT}/5/punct`,
    ],
    [['Almeth', 'place']],
    'Almeth',
  ],
  [
    'a report that does not speak',
    [`Venn/PROPN.NNP/2/nsubj wrote:write/VERB.VBD/0/root a/DET.DT/4/det report/NOUN.NN/2/obj ${DOT}/2/punct`],
    [['Venn', 'person']],
    'Venn',
  ],
  [
    'not the mayor',
    [
      `Venn/PROPN.NNP/5/nsubj is:be/AUX.VBZ/5/cop not/PART.RB/5/advmod the/DET.DT/5/det mayor/NOUN.NN/0/root ${DOT}/5/punct`,
    ],
    [['Venn', 'person']],
    'Venn',
  ],
])('keeps apart: %s', (rule, sentences, names, alone) => {
  const input = document(sentences, names)
  expect(chains(read(input), input), rule).toContain(alone)
})

test.each<[string, string[], [string, NameKind][], string, string]>([
  [
    'a land, where a people is named after it',
    [
      `Kestrian/ADJ.JJ/2/amod troops/NOUN.NNS/3/nsubj left:leave/VERB.VBD/0/root ${DOT}/3/punct`,
      `Kestria/PROPN.NNP/2/nsubj denied:deny/VERB.VBD/0/root it/PRON.PRP/2/obj ${DOT}/2/punct`,
    ],
    [
      ['Kestrian', 'group'],
      ['Kestria', 'person'],
    ],
    'Kestria',
    'place',
  ],
  [
    'a person who is named with the whole name elsewhere',
    [
      `Victorian/ADJ.JJ/2/amod towns/NOUN.NNS/3/nsubj fell:fall/VERB.VBD/0/root ${DOT}/3/punct`,
      `Victoria/PROPN.NNP/3/nsubj Solen/PROPN.NNP/1/flat left:leave/VERB.VBD/0/root ${DOT}/3/punct`,
      `Victoria/PROPN.NNP/2/nsubj slept:sleep/VERB.VBD/0/root ${DOT}/2/punct`,
    ],
    [
      ['Victorian', 'group'],
      ['Victoria Solen', 'person'],
      ['Victoria', 'person'],
    ],
    'Victoria Solen',
    'person',
  ],
])('%s', (_, sentences, names, words, kind) => {
  const input = document(sentences, names)
  expect(entityWith(read(input), input, words)?.kind).toBe(kind)
})

test('a title stands outside the name, gives the code, and both heads lead to the entity', () => {
  const input = document(
    [
      `Chilean/ADJ.JJ/3/amod Defense/PROPN.NNP/3/compound Minister/PROPN.NNP/5/nsubj Venn/PROPN.NNP/3/flat ${said(4)} ${DOT}/5/punct`,
      `He/PRON.PRP/2/nsubj left:leave/VERB.VBD/0/root ${DOT}/2/punct`,
    ],
    [
      ['Chilean', 'group'],
      ['Venn', 'person'],
    ],
  )
  const reading = read(input)
  const venn = entityWith(reading, input, 'Venn')
  expect(venn?.code).toEqual({ country: 'CHL', sectors: ['GOV'], basis: 'title' })
  expect(venn?.titles.map((t) => input.language.text.slice(t.start, t.end))).toEqual(['Defense Minister'])
  const at = (word: string) => reading.entities[reading.entityAt[input.language.form.indexOf(word)]]
  expect([at('Venn'), at('Minister'), at('He')]).toEqual([venn, venn, venn])
})

test("a person's own name is no agency's and no country's", () => {
  const input = document(
    [
      `Petra/PROPN.NNP/3/nsubj Solen/PROPN.NNP/1/flat ${said(2)} ${DOT}/3/punct`,
      `Boris/PROPN.NNP/3/nsubj Kingston/PROPN.NNP/1/flat ${said(2)} ${DOT}/3/punct`,
    ],
    [
      ['Petra Solen', 'person'],
      ['Boris Kingston', 'person'],
    ],
  )
  const reading = read(input)
  expect(entityWith(reading, input, 'Petra Solen')).toMatchObject({ kind: 'person' })
  expect(entityWith(reading, input, 'Petra Solen')?.code).toBeUndefined()
  expect(entityWith(reading, input, 'Boris Kingston')?.code).toBeUndefined()
})

test('letters that the report spells out are no namesake of the registry', () => {
  const names: [string, NameKind][] = [
    ['Almeth Nautical Council', 'organization'],
    ['ANC', 'organization'],
  ]
  const spelled = document(
    [
      `Almeth/PROPN.NNP/3/compound Nautical/PROPN.NNP/3/compound Council/PROPN.NNP/4/nsubj ${said(0)} ${DOT}/4/punct`,
      `ANC/PROPN.NNP/2/nsubj ${said(0)} ${DOT}/2/punct`,
    ],
    names,
  )
  expect(entityWith(read(spelled), spelled, 'ANC')?.code?.country).not.toBe('ZAF')
  const alone = document([`ANC/PROPN.NNP/2/nsubj ${said(0)} ${DOT}/2/punct`], [['ANC', 'organization']])
  expect(entityWith(read(alone), alone, 'ANC')?.code).toMatchObject({ country: 'ZAF' })
})

test('places know their country and where they lie', () => {
  const input = document(
    [
      `Flights/NOUN.NNS/2/nsubj left:leave/VERB.VBD/0/root Osaka/PROPN.NNP/2/obj for/ADP.IN/5/case Varlonia/PROPN.NNP/2/obl`,
    ],
    [
      ['Osaka', 'place'],
      ['Varlonia', 'place'],
    ],
  )
  const [osaka, varlonia] = read(input).places
  expect(osaka.country).toBe('JPN')
  expect(Math.round(osaka.lat ?? 0)).toBe(35)
  expect(varlonia.country).toBeUndefined()
})

test('any tree gives spans inside the text, ids that resolve, and never throws', () => {
  const word = fc.constantFrom(
    ...'Venn the president He his it who , said “ ” and President Kenyan police I themselves of'.split(' '),
  )
  const upos = fc.constantFrom('NOUN', 'PROPN', 'PRON', 'VERB', 'ADJ', 'PUNCT', 'DET', 'ADP') as fc.Arbitrary<
    Language['upos'][number]
  >
  const relation = fc.constantFrom(
    'nsubj',
    'obj',
    'appos',
    'conj',
    'acl:relcl',
    'nmod:poss',
    'flat',
    'compound',
    'cop',
    'root',
  )
  const xpos = fc.constantFrom('NN', 'NNS', 'NNP', 'PRP', 'PRP$', 'WP', 'VBD', '.')
  const row = fc.record({ word, upos, xpos, relation, head: fc.nat(), name: fc.nat(9) })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
      const input = wild(rows)
      const { entities, places, entityAt } = read(input)
      const ids = [...entities, ...places].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { start, end } of [...entities.flatMap((e) => [...e.mentions, ...e.titles]), ...places]) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(input.language.text.length)
      }
      expect(entityAt.every((e) => e >= -1 && e < entities.length)).toBe(true)
      expect(read(input)).toEqual({ entities, places, entityAt, notes: [] })
    }),
    { numRuns: 300 },
  )
})

interface Row {
  word: string
  upos: Language['upos'][number]
  xpos: string
  relation: string
  head: number
  name: number
}

/** A document whose heads make a tree, but no sensible one. */
function wild(rows: readonly Row[]) {
  const sentence = rows.map(
    ({ word, upos, xpos, relation, head }, i) =>
      `${word}/${upos}.${xpos}/${i === 0 ? 0 : (head % i) + 1}/${i === 0 ? 'root' : relation}`,
  )
  const input = document([sentence.join(' ')])
  const kinds: NameKind[] = ['person', 'organization', 'place', 'facility', 'group', 'misc']
  const names = rows.flatMap(({ name }, i) =>
    name < 6 ? [{ from: i, to: i + 1, kind: kinds[name], confidence: 1 }] : [],
  )
  const language = { ...input.language, names }
  return { ...input, language, tree: buildTree(language) }
}

test('what has its own ports is no person', () => {
  const kindOf = (name: string, owner: string) => {
    const input = document(
      [
        `${name}/PROPN.NNP/2/nsubj closed:close/VERB.VBD/0/root ${owner}/PRON.PRP$/4/nmod:poss ports:port/NOUN.NNS/2/obj ${DOT}/2/punct`,
      ],
      [[name, 'person']],
    )
    return entityWith(read(input), input, name)?.kind
  }
  expect(kindOf('Kestria', 'its')).toBe('place')
  expect(kindOf('Orvane', 'its')).toBe('organization')
  expect(kindOf('Venn', 'his')).toBe('person')
})
