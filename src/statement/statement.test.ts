import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { EntityReading } from '../entity/types.ts'
import { openActs } from './acts.ts'
import { findAlone } from './alone.ts'
import { findOccasion, findTold } from './circumstances.ts'
import { openStatementBook } from './codebook.ts'
import { extend } from './extend.ts'
import type { Proposal } from './find.ts'
import { grammarOf, viewOf, wordAt } from './fixture.ts'
import { findLabels } from './labels.ts'
import { quotationOf, quotedStretches } from './quoted.ts'
import { resolveProposals } from './resolve.ts'
import { findSpeaker } from './speaker.ts'
import type { View } from './view.ts'

const text = (file: string) => readFileSync(new URL(`../../codebook/statement/${file}`, import.meta.url), 'utf8')
const book = openStatementBook({ bytes: () => new Uint8Array(), text: (path) => readFileSync(path, 'utf8') })
const acts = openActs(text('cues.tsv'), text('acts.txt'), book.lists.negations)
const words = ({ language }: View, ranges: readonly { from: number; to: number }[]) =>
  ranges.map(({ from, to }) => language.text.slice(language.start[from], language.end[to - 1]))

const marek = 'Marek/Marek/PROPN'
const denied = `${marek}/2/nsubj denied/deny/VERB/0/root it/it/PRON/2/obj +././PUNCT/2/punct`
const didNotSay = `${marek}/4/nsubj did/do/AUX/4/aux not/not/PART/4/advmod say/say/VERB/0/root why/why/ADV/4/ccomp`
const calledFor = `${marek}/2/nsubj called/call/VERB/0/root for/for/ADP/4/case talks/talk/NOUN/2/obl`
const called = `${marek}/2/nsubj called/call/VERB/0/root it/it/PRON/2/obj wrong/wrong/ADJ/2/xcomp`
const askedTo = `${marek}/2/nsubj asked/ask/VERB/0/root Kestria/Kestria/PROPN/2/obj to/to/PART/5/mark leave/leave/VERB/2/xcomp`
const made = `${marek}/2/nsubj made/make/VERB/0/root a/a/DET/4/det promise/promise/NOUN/2/obj`
const glorped = `${marek}/2/nsubj glorped/glorp/VERB/0/root that/that/SCONJ/4/mark rained/rain/VERB/2/ccomp`
const noPromise = `${marek}/2/nsubj gave/give/VERB/0/root no/no/DET/4/det promise/promise/NOUN/2/obj`

describe('openActs', () => {
  const cases: [string, string, string, boolean][] = [
    [denied, 'denied', 'deny', false],
    [didNotSay, 'say', 'state', true],
    [calledFor, 'called', 'demand', false],
    [called, 'called', 'state', false],
    [askedTo, 'asked', 'demand', false],
    [made, 'made', 'promise', false],
    [noPromise, 'gave', 'promise', true],
    [glorped, 'glorped', 'state', false],
  ]
  it.each(cases)('%s', (sentence, cue, act, negated) => {
    const view = viewOf([sentence])
    expect(acts(view, wordAt(view, cue)), sentence).toMatchObject({ act, negated })
  })

  it('refuses an act that is not in the list', () => {
    expect(() => openActs('say\tverb\tsing\n', 'state\tsays it\n', new Set())).toThrow(/'say' has the act 'sing'/)
  })
})

const opens = '“/“/PUNCT/3/punct +Go/go/VERB/0/root home/home/ADV/2/advmod +,/,/PUNCT/2/punct +”/”/PUNCT/2/punct'
const saidMarek = `said/say/VERB/2/parataxis ${marek}/6/nsubj +././PUNCT/2/punct`
const whole =
  '“/“/PUNCT/2/punct +Leave/leave/VERB/0/root the/the/DET/4/det port/port/NOUN/2/obj today/today/NOUN/2/obl +././PUNCT/2/punct +”/”/PUNCT/2/punct'
const begun =
  '“/“/PUNCT/2/punct +Leave/leave/VERB/0/root the/the/DET/4/det port/port/NOUN/2/obj today/today/NOUN/2/obl +././PUNCT/2/punct'
const asked = `${marek}/2/nsubj asked/ask/VERB/0/root +././PUNCT/2/punct`
const plain = 'The/the/DET/2/det harbour/harbour/NOUN/3/nsubj burned/burn/VERB/0/root +././PUNCT/3/punct'

describe('extend', () => {
  it('carries a direct quotation on into the next sentence', () => {
    const view = viewOf([`${opens} ${saidMarek}`, whole])
    const content = extend(view, wordAt(view, 'said'), [{ from: 0, to: 5 }])
    expect(words(view, content)).toEqual(['“Go home,”', '“Leave the port today.”'])
  })

  it('takes the quotation that ends where a bare cue begins', () => {
    const view = viewOf([whole, asked])
    expect(words(view, extend(view, wordAt(view, 'asked'), []))).toEqual(['“Leave the port today.”'])
  })

  it('goes on over paragraphs that reopen the quotation', () => {
    const view = viewOf([`${asked.replace('+././', '+:/:/')} ${begun.replace('0/root', '2/ccomp')}`, '¶', whole])
    const content = extend(view, wordAt(view, 'asked'), [{ from: 3, to: 9 }])
    expect(words(view, content)).toEqual(['“Leave the port today.', '“Leave the port today.”'])
  })

  it('ends with its sentence where the cue stands in the quotation itself', () => {
    const hopes =
      '“/“/PUNCT/3/punct +We/we/PRON/3/nsubj hope/hope/VERB/0/root to/to/PART/5/mark stay/stay/VERB/3/xcomp +././PUNCT/3/punct'
    const go = `${begun.replace('“/“/PUNCT/2/punct +Leave', 'Leave').replace(/\/(\d)\//g, (_, n) => `/${Math.max(0, n - 1)}/`)} +”/”/PUNCT/1/punct`
    const view = viewOf([hopes, go])
    const content = extend(view, wordAt(view, 'hope'), [{ from: wordAt(view, 'to'), to: wordAt(view, 'stay') + 1 }])
    expect(words(view, content)).toEqual(['to stay'])
  })

  it('leaves plain sentences and other paragraphs alone', () => {
    const view = viewOf([`${opens} ${saidMarek}`, plain, '¶', whole])
    const content = extend(view, wordAt(view, 'said'), [{ from: 0, to: 5 }])
    expect(words(view, content)).toEqual(['“Go home,”'])
  })
})

describe('quotationOf', () => {
  const view = viewOf([`${asked.replace('+././PUNCT/2/punct', '')} ${whole.replace('0/root', '2/ccomp')}`, plain])
  const head = wordAt(view, 'asked')
  const at = (from: string, to: string) => [{ from: wordAt(view, from), to: wordAt(view, to) + 1 }]
  it('is direct where all words are quoted', () => expect(quotationOf(view, at('Leave', 'today'), head)).toBe('direct'))
  it('is indirect where none is', () => expect(quotationOf(view, at('The', 'burned'), head)).toBe('indirect'))
  it('is mixed where some are', () => {
    expect(quotationOf(view, at('Leave', 'burned'), head)).toBe('mixed')
    expect(quotedStretches(view, at('Leave', 'burned'), head)).toHaveLength(1)
  })
  it('does not count marks that stand around the cue too', () =>
    expect(quotationOf(view, at('port', 'today'), wordAt(view, 'Leave'))).toBe('indirect'))
})

describe('findAlone', () => {
  const found = (sentences: string[], taken: string[] = []) => {
    const view = viewOf(sentences)
    const marks = Uint8Array.from(view.language.form, (form) => (taken.includes(form) ? 1 : 0))
    return findAlone(view, marks).map((pieces) => words(view, pieces))
  }
  it('finds whole quoted sentences', () => expect(found([plain, '¶', whole])).toEqual([['“Leave the port today.”']]))
  it('joins paragraphs', () =>
    expect(found([begun, '¶', whole])).toEqual([['“Leave the port today.', '“Leave the port today.”']]))
  it('passes over what a statement holds', () => expect(found([whole], ['port'])).toEqual([]))
  it('passes over part of a sentence', () => expect(found([`${opens} ${saidMarek}`])).toEqual([]))
  it('passes over titles', () =>
    expect(found(['“/“/PUNCT/2/punct +Leave/leave/VERB/0/root ”/”/PUNCT/2/punct'])).toEqual([]))
})

const proposal = (head: number, from: number, to: number, trust: number): Proposal & { trust: number } => ({
  head,
  source: undefined,
  cue: { from: head, to: head + 1 },
  content: [{ from, to }],
  cueScore: trust,
  roleScore: 0,
  around: 0,
  trust,
})

describe('resolve', () => {
  it('drops what is not likely enough', () => expect(resolveProposals([proposal(1, 2, 9, 0.2)], 0.3)).toEqual([]))
  it('keeps the likelier of two that share a cue', () => {
    const wide = { ...proposal(1, 4, 9, 0.6), cue: { from: 1, to: 4 } }
    const kept = resolveProposals([wide, proposal(3, 4, 9, 0.8)], 0.3)
    expect(kept.map(({ head }) => head)).toEqual([3])
  })
  it('drops what is less likely than asked, within another too', () => {
    const weak = proposal(5, 6, 9, 0.3)
    expect(resolveProposals([weak], 0.4)).toEqual([])
    expect(resolveProposals([proposal(1, 2, 20, 0.9), weak], 0.4).map(({ head }) => head)).toEqual([1])
  })
  it('nests by the cue, in the innermost content', () => {
    const [outer, middle, inner] = resolveProposals(
      [proposal(1, 2, 20, 0.9), proposal(5, 6, 20, 0.8), proposal(9, 10, 20, 0.7)],
      0.3,
    )
    expect([outer.within, middle.within, inner.within]).toEqual([undefined, outer, middle])
  })
  it('parts what two side by side both claim', () => {
    const [first, second] = resolveProposals([proposal(1, 2, 20, 0.9), proposal(9, 10, 24, 0.8)], 0.3)
    expect(first.content, 'the second is part of the first').toEqual([{ from: 2, to: 20 }])
    expect(second.within).toBe(first)
    const [before, after] = resolveProposals([proposal(1, 2, 10, 0.9), proposal(9, 10, 24, 0.8)], 0.3)
    expect(before.content, 'the second cue ends the first content').toEqual([{ from: 2, to: 9 }])
    expect(after.within).toBeUndefined()
  })
  it('never nests two in each other', () => {
    const [a, b] = resolveProposals([proposal(3, 4, 9, 0.9), proposal(6, 1, 5, 0.8)], 0.3)
    expect([a.within, b.within]).toEqual([undefined, undefined])
  })
})

const told = `${marek}/2/nsubj told/tell/VERB/0/root Venn/Venn/PROPN/2/obj that/that/SCONJ/5/mark rained/rain/VERB/2/ccomp`
const speech = `${marek}/2/nsubj said/say/VERB/0/root in/in/ADP/5/case a/a/DET/5/det speech/speech/NOUN/2/obl that/that/SCONJ/7/mark rained/rain/VERB/2/ccomp`
const adding = `Venn/Venn/PROPN/2/nsubj left/leave/VERB/0/root +,/,/PUNCT/4/punct adding/add/VERB/2/advcl that/that/SCONJ/6/mark rained/rain/VERB/4/ccomp`
const who = `Venn/Venn/PROPN/4/nsubj +,/,/PUNCT/4/punct who/who/PRON/4/nsubj said/say/VERB/1/acl:relcl so/so/ADV/4/advmod`

/** Every proper noun is an entity of its own. */
function entitiesOf({ language }: View): EntityReading {
  const entityAt = new Int32Array(language.size).fill(-1)
  const entities = language.form.flatMap((name, w) => {
    if (language.upos[w] !== 'PROPN') return []
    return [
      {
        id: name,
        kind: 'person' as const,
        name,
        mentions: [{ start: 0, end: 1, form: 'name' as const }],
        titles: [],
        w,
      },
    ]
  })
  entities.forEach(({ w }, i) => {
    entityAt[w] = i
  })
  return { entities, places: [], notes: [], entityAt }
}

describe('circumstances', () => {
  it('finds who was told', () => {
    const view = viewOf([told])
    expect(findTold(view, entitiesOf(view), { ...proposal(1, 3, 5, 1), act: 'state' }, book)).toEqual(['Venn'])
    expect(findTold(view, entitiesOf(view), { ...proposal(1, 3, 5, 1), act: 'condemn' }, book)).toEqual([])
    expect(
      findTold(view, entitiesOf(view), { ...proposal(1, 2, 5, 1), act: 'state' }, book),
      'content is not told',
    ).toEqual([])
  })
  it('finds the occasion', () => {
    const view = viewOf([speech])
    const span = findOccasion(view, proposal(1, 5, 7, 1), { ...book, occasions: new Set(['speech']) })
    expect(span && view.language.text.slice(span.start, span.end)).toBe('in a speech')
    expect(findOccasion(view, proposal(1, 5, 7, 1), { ...book, occasions: new Set(['summit']) })).toBeUndefined()
  })
})

describe('findSpeaker', () => {
  const speaker = (sentence: string, head: string, source?: string) => {
    const view = viewOf([sentence])
    const at = source === undefined ? -1 : wordAt(view, source)
    const entities = entitiesOf(view)
    const { entity, inferred } = findSpeaker(
      view,
      entities,
      { head: wordAt(view, head), source: at < 0 ? undefined : { from: at, to: at + 1 } },
      { lists: book.lists, grammar: grammarOf(view, book) },
    )
    return [entities.entities[entity]?.id, inferred]
  }
  it('is the entity of the source', () => expect(speaker(told, 'told', 'Marek')).toEqual(['Marek', false]))
  it('is what a relative pronoun stands for', () => {
    expect(speaker(who.replace('who/who/PRON', 'who/who/PRON'), 'said', 'Venn')).toEqual(['Venn', false])
  })
  it('is the subject above a clause without one', () => expect(speaker(adding, 'adding')).toEqual(['Venn', true]))
  it('is the object of who is asked or blamed', () => {
    const blamed = `${marek}/2/nsubj blamed/blame/VERB/0/root Kestria/Kestria/PROPN/2/obj for/for/SCONJ/5/mark claiming/claim/VERB/2/advcl`
    const urged = `${marek}/2/nsubj urged/urge/VERB/0/root Kestria/Kestria/PROPN/2/obj to/to/PART/5/mark promise/promise/VERB/2/xcomp`
    expect(speaker(blamed, 'claiming')).toEqual(['Kestria', true])
    expect(speaker(urged, 'promise')).toEqual(['Kestria', true])
  })
  it('is nobody where none stands', () => expect(speaker(whole, 'Leave')).toEqual([undefined, true]))
})

describe('findLabels', () => {
  const labels = (sentences: string[]) => {
    const view = viewOf(sentences)
    return findLabels(view).map(({ source, content }) => [
      ...words(view, source ? [source] : []),
      ...words(view, content),
    ])
  }
  const label =
    'MAREK/Marek/PROPN/0/root +:/:/PUNCT/1/punct Leave/leave/VERB/1/parataxis the/the/DET/5/det port/port/NOUN/3/obj'
  const clause = 'The/the/DET/2/det plan/plan/NOUN/0/root +:/:/PUNCT/2/punct leave/leave/VERB/2/parataxis'
  const signed = `${whole} —/—/PUNCT/2/punct Ilse/Ilse/PROPN/2/parataxis Marek/Marek/PROPN/9/flat`
  it('reads a transcript’s label', () => expect(labels([label])).toEqual([['MAREK', 'Leave the port']]))
  it('takes the label’s paragraph', () =>
    expect(labels([label, plain])[0][1]).toBe('Leave the port The harbour burned.'))
  it('reads a signature', () => expect(labels([signed])).toEqual([['Ilse Marek', '“Leave the port today.”']]))
  it('passes over other colons and dashes', () => {
    expect(labels([clause])).toEqual([])
    expect(labels([plain, label])).toEqual([])
    expect(labels([signed.replace('PROPN/2', 'PRON/2')])).toEqual([])
  })
})
