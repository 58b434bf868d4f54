import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { languageOf } from '../fixture.ts'
import { buildTree } from '../tree.ts'
import { clauseOf } from './clause-of.ts'
import { openGrammar } from './grammar.ts'
import { openGrammarWords } from './grammar-words.ts'

const words = openGrammarWords({ bytes: () => new Uint8Array(), text: (path) => readFileSync(path, 'utf8') })

/** A sentence's grammar, asked by words: the first that reads so. */
function grammarOf(sentence: string, { people = [], times = [] }: { people?: string[]; times?: string[] } = {}) {
  const read = languageOf([sentence])
  const at = (form: string) => read.form.indexOf(form)
  const names = people.map((form) => ({ from: at(form), to: at(form) + 1, kind: 'person' as const, confidence: 1 }))
  const language = { ...read, names }
  const timeAt = Uint8Array.from(language.form, (form) => (times.includes(form) ? 1 : 0))
  const grammar = openGrammar(language, buildTree(language), { timeAt, ...words })
  const forms = (heads: readonly number[]) => heads.map((w) => language.form[w]).join(' ')
  return {
    at,
    grammar,
    language,
    subjects: (form: string) => forms(grammar.subjects(at(form))),
    objects: (form: string) => forms(grammar.objects(at(form))),
    complements: (form: string) =>
      grammar.complements(at(form)).map(({ preposition, head }) => `${preposition} ${language.form[head]}`),
  }
}

const urged = (verb: string) =>
  `Venn/PROPN/2/nsubj ${verb}/VERB.VBD/0/root Kestria/PROPN/2/obj to/PART.TO/5/mark leave/VERB.VB/2/xcomp`

test.each<[what: string, sentence: string, verb: string, subjects: string, objects: string]>([
  [
    'a plain clause',
    'Guards/NOUN.NNS/2/nsubj shelled/VERB.VBD/0/root Almeth/PROPN/2/obj',
    'shelled',
    'Guards',
    'Almeth',
  ],
  [
    'both of two that are coordinated',
    'Guards/NOUN.NNS/4/nsubj and/CCONJ.CC/3/cc police/NOUN.NNS/1/conj shelled/VERB.VBD/0/root Almeth/PROPN/4/obj',
    'shelled',
    'Guards police',
    'Almeth',
  ],
  [
    'a passive: who it was done by, and to whom',
    'Almeth/PROPN/3/nsubj:pass was/AUX/3/aux:pass shelled/VERB.VBN/0/root by/ADP/5/case guards/NOUN.NNS/3/obl:agent',
    'shelled',
    'guards',
    'Almeth',
  ],
  [
    'a second verb shares the subject',
    'Guards/NOUN.NNS/2/nsubj fled/VERB.VBD/0/root and/CCONJ.CC/4/cc shelled/VERB.VBD/2/conj Almeth/PROPN/4/obj',
    'shelled',
    'Guards',
    'Almeth',
  ],
  [
    'a relative pronoun stands for what its clause hangs on',
    'Guards/NOUN.NNS/0/root who/PRON.WP/3/nsubj shelled/VERB.VBD/1/acl:relcl Almeth/PROPN/3/obj',
    'shelled',
    'Guards',
    'Almeth',
  ],
  [
    'a relative clause without its object',
    'men/NOUN.NNS/0/root police/NOUN.NNS/3/nsubj arrested/VERB.VBD/1/acl:relcl',
    'arrested',
    'police',
    'men',
  ],
  [
    'a participle behind a noun',
    'men/NOUN.NNS/0/root carrying/VERB.VBG/1/acl guns/NOUN.NNS/2/obj',
    'carrying',
    'men',
    'guns',
  ],
  [
    'a participle in the passive behind a noun',
    'men/NOUN.NNS/0/root arrested/VERB.VBN/1/acl by/ADP/4/case police/NOUN.NNS/2/obl',
    'arrested',
    'police',
    'men',
  ],
  [
    'a participle beside a clause',
    'Venn/PROPN/2/nsubj left/VERB.VBD/0/root ,/PUNCT/2/punct accusing/VERB.VBG/2/advcl Kestria/PROPN/4/obj',
    'accusing',
    'Venn',
    'Kestria',
  ],
  ['nobody, where nobody is told', 'Shell/VERB.VB/0/root Almeth/PROPN/1/obj', 'Shell', '', 'Almeth'],
])('who does what: %s', (_, sentence, verb, subjects, objects) => {
  const grammar = grammarOf(sentence)
  expect([grammar.subjects(verb), grammar.objects(verb)], sentence).toEqual([subjects, objects])
})

test.each<[what: string, sentence: string, verb: string, subjects: string]>([
  ['the object of who is asked', urged('urged:urge'), 'leave', 'Kestria'],
  ['the subject of who promises', urged('promised:promise'), 'leave', 'Venn'],
  [
    'whom a call goes to',
    'Venn/PROPN/2/nsubj called:call/VERB.VBD/0/root on/ADP/4/case Kestria/PROPN/2/obl to/PART.TO/6/mark leave/VERB.VB/2/xcomp',
    'leave',
    'Kestria',
  ],
  [
    'the subject, where nobody else is named',
    'Venn/PROPN/2/nsubj wants:want/VERB.VBZ/0/root to/PART.TO/4/mark leave/VERB.VB/2/xcomp',
    'leave',
    'Venn',
  ],
  [
    'whoever is accused of it',
    'Venn/PROPN/2/nsubj accused:accuse/VERB.VBD/0/root Kestria/PROPN/2/obj of/SCONJ.IN/5/mark shelling/VERB.VBG/2/advcl Almeth/PROPN/5/obj',
    'shelling',
    'Kestria',
  ],
  [
    'whoever is accused of it, in the passive',
    'Kestria/PROPN/3/nsubj:pass was/AUX/3/aux:pass accused:accuse/VERB.VBN/0/root of/SCONJ.IN/5/mark shelling/VERB.VBG/3/advcl Almeth/PROPN/5/obj',
    'shelling',
    'Kestria',
  ],
  [
    'whose plan it is',
    'Kestria/PROPN/3/nmod:poss ’s/PART/1/case plan/NOUN.NN/0/root to/PART.TO/5/mark leave/VERB.VB/3/acl',
    'leave',
    'Kestria',
  ],
  [
    'who made the plan',
    'Venn/PROPN/2/nsubj made:make/VERB.VBD/0/root plans/NOUN.NNS/2/obj to/PART.TO/5/mark leave/VERB.VB/3/acl',
    'leave',
    'Venn',
  ],
])('who controls an unfinished clause: %s', (_, sentence, verb, subjects) => {
  expect(grammarOf(sentence).subjects(verb), sentence).toBe(subjects)
})

describe('a list of people', () => {
  const list = 'Venn/PROPN/4/nsubj ,/PUNCT/3/punct chief/NOUN.NN/1/conj left/VERB.VBD/0/root'
  it('is no title behind a name', () => expect(grammarOf(list, { people: ['Venn'] }).subjects('left')).toBe('Venn'))
  it('is a noun behind a noun', () => expect(grammarOf(list).subjects('left')).toBe('Venn chief'))
  it('is two names in apposition', () => {
    const names = 'Venn/PROPN/4/nsubj ,/PUNCT/3/punct Marek/PROPN/1/appos left/VERB.VBD/0/root'
    expect(grammarOf(names, { people: ['Venn', 'Marek'] }).subjects('left')).toBe('Venn Marek')
    expect(grammarOf(names, { people: ['Venn'] }).subjects('left')).toBe('Venn')
  })
})

test('a time is no subject and no complement', () => {
  const sentence =
    'Monday/PROPN/3/nsubj guards/NOUN.NNS/3/nsubj shelled/VERB.VBD/0/root Almeth/PROPN/3/obj on/ADP/6/case Friday/PROPN/3/obl'
  const { subjects, complements } = grammarOf(sentence, { times: ['Monday', 'Friday'] })
  expect([subjects('shelled'), complements('shelled')]).toEqual(['guards', []])
})

test('complements have their prepositions, of several words too', () => {
  const { complements } = grammarOf(
    'Venn/PROPN/2/nsubj spoke/VERB.VBD/0/root to/ADP/4/case guards/NOUN.NNS/2/obl because/ADP/7/case of/ADP/5/fixed rain/NOUN.NN/2/obl',
  )
  expect(complements('spoke')).toEqual(['to guards', 'because of rain'])
})

test('the clause that a verb governs', () => {
  const asked = grammarOf(
    'Venn/PROPN/2/nsubj asked:ask/VERB.VBD/0/root Kestria/PROPN/2/obj to/PART.TO/5/mark leave/VERB.VB/3/acl',
  )
  expect(asked.grammar.infinitive(asked.at('asked')), 'hung on the object').toBe(asked.at('leave'))
  const said = grammarOf('Venn/PROPN/2/nsubj said/VERB.VBD/0/root guards/NOUN.NNS/4/nsubj fled/VERB.VBD/2/ccomp')
  expect(said.grammar.infinitive(said.at('said'))).toBe(-1)
  expect(said.grammar.inner(said.at('said'))).toBe(said.at('fled'))
})

test('the clause that a word stands in', () => {
  const { language, at } = grammarOf(
    'Venn/PROPN/2/nsubj said/VERB.VBD/0/root border/NOUN.NN/4/compound guards/NOUN.NNS/5/nsubj fled/VERB.VBD/2/ccomp and/CCONJ.CC/7/cc hid/VERB.VBD/5/conj',
  )
  const clause = (form: string) => language.form[clauseOf(language, at(form))]
  expect(['Venn', 'border', 'fled', 'and'].map(clause)).toEqual(['said', 'fled', 'fled', 'hid'])
})
