import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { given, openLines } from './fixture.ts'
import { openEvent } from './index.ts'

const resources = {
  bytes: (path: string) => fs.readFileSync(path),
  text: (path: string) => fs.readFileSync(path, 'utf8'),
}
const lines = openLines(resources)
const read = openEvent(resources)

const CASES: [string, string, string[]][] = [
  [
    'subject and object',
    'Kestria/PROPN/2/nsubj attacked:attack/VERB.VBD/0/root the/DET/4/det port/NOUN/2/obj of/ADP/6/case Almeth/PROPN/4/nmod',
    ['ASSAULT Kestria > attacked > the port of Almeth, happened'],
  ],
  [
    'a passive and its agent',
    'The/DET/2/det mayor/NOUN/4/nsubj:pass was:be/AUX.VBD/4/aux:pass arrested:arrest/VERB.VBN/0/root by/ADP/6/case police/NOUN/4/obl:agent',
    ['COERCE/arrest police > arrested > The mayor, happened'],
  ],
  [
    'a verb that lends a noun its subject',
    'Venn/PROPN/2/nsubj held:hold/VERB.VBD/0/root talks:talk/NOUN.NNS/2/obj with/ADP/6/case Kestrian/ADJ/6/amod envoys:envoy/NOUN.NNS/3/nmod',
    ['CONSULT/meeting Venn > held talks > Kestrian envoys, happened'],
  ],
  [
    'both sides act',
    'Varlonia/PROPN/4/nsubj and/CCONJ/3/cc Kestria/PROPN/1/conj signed:sign/VERB.VBD/0/root a/DET/6/det treaty/NOUN/4/obj',
    ['SUPPORT Varlonia & Kestria > signed > Varlonia & Kestria, happened'],
  ],
  [
    'a cooperative act that will be done',
    'Varlonia/PROPN/3/nsubj will/AUX.MD/3/aux withdraw/VERB.VB/0/root its/PRON/5/nmod:poss troops:troop/NOUN.NNS/3/obj from/ADP/7/case Almeth/PROPN/3/obl',
    ['AGREE Varlonia > withdraw > Almeth, planned'],
  ],
  [
    'a conflictual act that will be done',
    'Kestria/PROPN/3/nsubj will/AUX.MD/3/aux expel/VERB.VB/0/root two/NUM/5/nummod diplomats:diplomat/NOUN.NNS/3/obj',
    ['THREATEN Kestria > expel > two diplomats, threatened'],
  ],
  [
    'a cooperative act that will not be done',
    'Varlonia/PROPN/4/nsubj will/AUX.MD/4/aux not/PART/4/advmod release/VERB.VB/0/root the/DET/6/det prisoners:prisoner/NOUN.NNS/4/obj',
    ['REJECT Varlonia > release > the prisoners, happened'],
  ],
  [
    'a threat takes in the act inside it',
    'Kestria/PROPN/2/nsubj threatened:threaten/VERB.VBD/0/root to/PART/4/mark shell/VERB.VB/2/xcomp Almeth/PROPN/4/obj',
    ['THREATEN Kestria > threatened > Almeth, happened'],
  ],
  [
    'a promise of a cooperative act',
    'Marek/PROPN/2/nsubj promised:promise/VERB.VBD/0/root to/PART/4/mark release/VERB.VB/2/xcomp the/DET/6/det prisoners:prisoner/NOUN.NNS/4/obj',
    ['AGREE Marek > promised > the prisoners, happened'],
  ],
  [
    'a vow of a conflictual act',
    'Marek/PROPN/2/nsubj vowed:vow/VERB.VBD/0/root to/PART/4/mark attack/VERB.VB/2/xcomp Almeth/PROPN/4/obj',
    ['THREATEN Marek > vowed > Almeth, happened'],
  ],
  [
    'a request',
    'They/PRON/2/nsubj urged:urge/VERB.VBD/0/root Kestria/PROPN/2/obj to/PART/5/mark withdraw/VERB.VB/2/xcomp',
    ['REQUEST They > urged > Kestria, happened'],
  ],
  [
    'examples are rows of their own, not part of what they are examples of',
    'Kestria/PROPN/2/nsubj killed:kill/VERB.VBD/0/root several/ADJ/4/amod guards:guard/NOUN.NNS/2/obj ,/PUNCT/7/punct including:include/VERB.VBG/7/case Marek/PROPN/4/nmod',
    ['ASSAULT Kestria > killed > several guards & Marek, happened'],
  ],
  [
    "a noun's possessive and 'of'",
    "Varlonia/PROPN/2/nsubj condemned:condemn/VERB.VBD/0/root Kestria/PROPN/5/nmod:poss 's/PART/3/case killing/NOUN/2/obj of/ADP/7/case Marek/PROPN/5/nmod",
    [
      "ACCUSE/disapprove Varlonia > condemned > Kestria 's killing of Marek, happened",
      'ASSAULT Kestria > killing > Marek, happened',
    ],
  ],
  [
    'a relative clause',
    'Marek/PROPN/7/nsubj who/PRON/3/nsubj arrested:arrest/VERB.VBD/1/acl:relcl the/DET/5/det mayor/NOUN/3/obj ,/PUNCT/7/punct resigned:resign/VERB.VBD/0/root',
    ['COERCE/arrest Marek > arrested > the mayor, happened', 'RETREAT/resign Marek > resigned > -, happened'],
  ],
  [
    'coordinated verbs share their subject',
    'Police/NOUN/2/nsubj arrested:arrest/VERB.VBD/0/root the/DET/4/det editor/NOUN/2/obj and/CCONJ/6/cc deported:deport/VERB.VBD/2/conj two/NUM/8/nummod journalists:journalist/NOUN.NNS/6/obj',
    [
      'COERCE/arrest Police > arrested > the editor, happened',
      'COERCE/deport Police > deported > two journalists, happened',
    ],
  ],
  [
    'a noun whose light verb names whom it was done to',
    'The/DET/2/det Varlonian/PROPN/3/compound convoy/NOUN/4/nsubj came:come/VERB.VBD/0/root under/ADP/6/case attack/NOUN/4/obl',
    ['ASSAULT - > came under attack > The Varlonian convoy, happened'],
  ],
  [
    'an attack and its toll are one event',
    'A/DET/3/det rebel/NOUN/3/compound raid/NOUN/4/nsubj killed:kill/VERB.VBD/0/root nine/NUM/6/nummod villagers:villager/NOUN.NNS/4/obj in/ADP/8/case Almeth/PROPN/4/obl and/CCONJ/10/cc wounded:wound/VERB.VBD/4/conj four/NUM/10/obj',
    ['ASSAULT rebel > raid > nine villagers & four, happened'],
  ],
  [
    'those included are named, wherever the tree hangs them',
    'Police/NOUN/2/nsubj arrested:arrest/VERB.VBD/0/root nine/NUM/4/nummod men:man/NOUN.NNS/2/obj ,/PUNCT/4/punct including:include/VERB.VBG/7/case Marek/PROPN/2/obl',
    ['COERCE/arrest Police > arrested > nine men & Marek, happened'],
  ],
  [
    'one mediates between others',
    'Venn/PROPN/2/nsubj launched:launch/VERB.VBD/0/root a/DET/5/det mediation/NOUN/5/compound effort/NOUN/2/obj between/ADP/7/case Kestria/PROPN/5/nmod and/CCONJ/9/cc Varlonia/PROPN/7/conj',
    ['CONSULT/third-party Venn > launched a mediation effort > Kestria & Varlonia, happened'],
  ],
  [
    'what is done unless',
    'Kestria/PROPN/3/nsubj will/AUX.MD/3/aux withdraw/VERB.VB/0/root its/PRON/5/nmod:poss troops:troop/NOUN.NNS/3/obj from/ADP/7/case Almeth/PROPN/3/obl unless/SCONJ/10/mark Venn/PROPN/10/nsubj resigns:resign/VERB.VBZ/3/advcl',
    ['THREATEN Kestria > withdraw > Almeth, threatened', 'RETREAT/resign Venn > resigns > -, supposed'],
  ],
  [
    'words, not deeds, for a reason',
    'Venn/PROPN/2/nsubj attacked:attack/VERB.VBD/0/root Marek/PROPN/2/obj for/SCONJ/5/mark closing:close/VERB.VBG/2/advcl the/DET/7/det port/NOUN/5/obj',
    ['ACCUSE/disapprove Venn > attacked > Marek, happened'],
  ],
  [
    'what somebody says must be done',
    'Venn/PROPN/2/nsubj said:say/VERB.VBD/0/root that/SCONJ/6/mark Kestria/PROPN/6/nsubj must/AUX.MD/6/aux leave/VERB.VB/2/ccomp Almeth/PROPN/6/obj',
    ['REQUEST Venn > said > Kestria, happened'],
  ],
]

const KINDS = { entities: [['Kestria', 'place'] as [string, 'place']] }

describe('events', () => {
  for (const [name, sentence, expected] of CASES) {
    it(name, () => {
      expect(lines([sentence], sentence.includes('killing') ? {} : undefined), sentence).toEqual(expected)
    })
  }

  it('names the entity of a role, and who holds what is condemned', () => {
    const sentence =
      "Varlonia/PROPN/2/nsubj condemned:condemn/VERB.VBD/0/root Kestria/PROPN/5/nmod:poss 's/PART/3/case decision/NOUN/2/obj"
    const [event] = read(given([sentence], KINDS)).events
    expect(event.recipients).toEqual([{ start: 19, end: 26, entity: 'e-Kestria' }])
  })

  it('counts the dead, the wounded, the arrested and the size of a protest', () => {
    const raid =
      'Gunmen:gunman/NOUN.NNS/2/nsubj attacked:attack/VERB.VBD/0/root Almeth/PROPN/2/obj ,/PUNCT/5/punct killing:kill/VERB.VBG/2/advcl at/ADV/7/advmod least/ADV/8/advmod twelve/NUM/9/nummod miners:miner/NOUN.NNS/5/obj and/CCONJ/11/cc wounding:wound/VERB.VBG/5/conj dozens:dozen/NOUN.NNS/11/obj'
    const [event, ...others] = read(given([raid])).events
    expect(others).toEqual([])
    expect(event.killed).toMatchObject({ value: 12, mod: 'at-least' })
    expect(event.injured).toBeUndefined()
    const march =
      'About/ADV/2/advmod 3,000/NUM/3/nummod miners:miner/NOUN.NNS/4/nsubj protested:protest/VERB.VBD/0/root against/ADP/6/case Venn/PROPN/4/obl'
    expect(read(given([march])).events[0].size).toMatchObject({ value: 3000, mod: 'about' })
  })

  it('stands on the word of the innermost statement', () => {
    const sentence =
      'Venn/PROPN/2/nsubj said:say/VERB.VBD/0/root Kestria/PROPN/4/nsubj bombed:bomb/VERB.VBD/2/ccomp Almeth/PROPN/4/obj'
    expect(read(given([sentence])).events[0].word).toEqual({})
    expect(read(given([sentence], { statements: ['Kestria bombed Almeth'] })).events[0].word).toEqual({
      statement: 's0',
    })
  })

  it('dates a noun by its own time, not by that of the verb it hangs on', () => {
    const inside =
      'Venn/PROPN/2/nsubj recalled:recall/VERB.VBD/0/root the/DET/4/det assassination/NOUN/2/obj of/ADP/6/case Marek/PROPN/4/nmod in/ADP/8/case July/PROPN/4/nmod'
    expect(read(given([inside], { times: ['July'] })).events[0].when).toBe('t-July')
    const outside =
      'On/ADP/2/case Monday/PROPN/4/obl Venn/PROPN/4/nsubj condemned:condemn/VERB.VBD/0/root the/DET/6/det assassination/NOUN/4/obj of/ADP/8/case Marek/PROPN/6/nmod'
    const [condemned, killed] = read(given([outside], { times: ['Monday'] })).events
    expect([condemned.when, killed.when]).toEqual(['t-Monday', undefined])
  })

  it('says what the time rests on; where none stands with what happened, the report’s date is what is left', () => {
    const own = 'Police/NOUN/2/nsubj arrested:arrest/VERB.VBD/0/root Marek/PROPN/2/obj on/ADP/5/case Monday/PROPN/2/obl'
    expect(read(given([own], { times: ['Monday'] })).events[0]).toMatchObject({
      when: 't-Monday',
      whenBasis: 'own-clause',
    })
    const input = given([own])
    const [event] = read({ ...input, times: { ...input.times, published: '2031-05-06' } }).events
    expect([event.when, event.whenBasis]).toEqual([undefined, 'published'])
    expect(read(input).events[0].whenBasis).toBeUndefined()
  })

  it('finds the place in the clause, else in those acted on, else in the dateline', () => {
    const own = 'Police/NOUN/2/nsubj arrested:arrest/VERB.VBD/0/root Marek/PROPN/2/obj in/ADP/5/case Almeth/PROPN/2/obl'
    expect(read(given([own], { places: ['Almeth'] })).events[0].where).toBe('p-Almeth')
    const target = 'Kestria/PROPN/2/nsubj bombed:bomb/VERB.VBD/0/root Almeth/PROPN/2/obj'
    expect(read(given([target], { places: ['Almeth'] })).events[0].where).toBe('p-Almeth')
    const bare = given(['Police/NOUN/2/nsubj arrested:arrest/VERB.VBD/0/root Marek/PROPN/2/obj'], { places: [] })
    const place = { start: 0, end: 6, id: 'p-Oskrad' }
    const opened = {
      ...bare,
      language: { ...bare.language, dateline: { start: 0, end: 9, place: { start: 0, end: 6 } } },
      entities: { ...bare.entities, places: [place] },
    }
    expect(read(bare).events[0].where).toBeUndefined()
    expect(read(opened).events[0].where).toBe('p-Oskrad')
  })

  it('links an event to what it answers, and to its first telling', () => {
    const answer =
      'Kestria/PROPN/2/nsubj bombed:bomb/VERB.VBD/0/root Almeth/PROPN/2/obj in/ADP/5/case response/NOUN/2/obl to/ADP/8/case the/DET/8/det killing/NOUN/5/nmod of/ADP/10/case Marek/PROPN/8/nmod'
    const { events, links } = read(given([answer]))
    expect(links).toEqual([{ from: events[0].id, to: events[1].id, kind: 'in-response-to' }])
  })

  it('takes no context from a name', () => {
    const named =
      'the/DET/4/det Cyber/PROPN/3/compound Union/PROPN/4/compound lawmakers/NOUN/5/nsubj condemned:condemn/VERB.VBD/0/root Kestria/PROPN/5/obj'
    const told = 'hackers:hacker/NOUN/2/nsubj attacked:attack/VERB.VBD/0/root Kestria/PROPN/2/obj'
    expect(read(given([named])).events[0].contexts).not.toContain('cyber')
    expect(read(given([told])).events[0].contexts).toContain('cyber')
  })

  it('gives the same ids to the same words, and none twice', () => {
    const input = given([CASES[0][1], CASES[0][1]])
    const ids = read(input).events.map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
    expect(read(input).events.map(({ id }) => id)).toEqual(ids)
  })

  it('reads a text without words', () => {
    expect(read(given(['./PUNCT/0/root'])).events).toEqual([])
  })
})
