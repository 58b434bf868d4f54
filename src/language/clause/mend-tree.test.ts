import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languageOf } from '../fixture.ts'
import type { Language } from '../types.ts'
import { openMendTree } from './mend-tree.ts'

const texts: Record<string, string> = {
  'codebook/words.tsv': fs.readFileSync('codebook/words.tsv', 'utf8'),
  'codebook/entity/first-names.tsv': 'Dario\tm\n',
  'codebook/time/weekdays.tsv': 'friday\t5\n',
}
const mendTree = openMendTree({ bytes: () => new Uint8Array(), text: (path) => texts[path] ?? 'say\tverb\tstate\n' })

const sentence = (words: string): Language => languageOf([words])

const mended = (given: Language, w: number) => {
  const { head, relation } = mendTree(given)
  return [head[w] + 1, relation[w]]
}

describe('coordination', () => {
  const joined = (tag: string) =>
    sentence(
      `Venn/PROPN.NNP/2/nsubj said/VERB.VBD/0/root rain/NOUN.NN/5/nsubj would/AUX.MD/5/aux come/VERB.VB/2/ccomp and/CCONJ.CC/7/cc added/VERB.${tag}/5/conj`,
    )
  it('joins a finite verb to the finite verb above', () => {
    const given = joined('VBD')
    expect(mended(given, 6)).toEqual([2, 'conj'])
    expect(given.head[6], 'what was given stays').toBe(4)
  })
  it('leaves infinitives joined', () => expect(mended(joined('VB'), 6)).toEqual([5, 'conj']))
  it('hangs a participle with a clause of its own on the verb', () => {
    const given = sentence(
      'Venn/PROPN.NNP/2/nsubj sought/VERB.VBD/0/root talks/NOUN.NNS/2/obj ,/PUNCT/5/punct stressing/VERB.VBG/3/acl that/SCONJ.IN/7/mark rained/VERB.VBD/5/ccomp',
    )
    expect(mended(given, 4)).toEqual([2, 'advcl'])
    expect([given.head[4], given.relation[4]], 'what was given stays').toEqual([2, 'acl'])
  })
})

describe('negations', () => {
  const asked = (to: string) =>
    sentence(
      `guards/NOUN/2/nsubj asked/VERB.VBD/0/root not/PART/2/advmod ${to}/PART/6/mark be/AUX/6/aux named/VERB.VBN/2/xcomp`,
    )
  it('hangs one right before an infinitive on it', () => {
    expect(mended(asked('to'), 2)).toEqual([6, 'advmod'])
  })
  it('leaves any other', () => {
    expect(mended(asked('as'), 2)).toEqual([2, 'advmod'])
    const feared = sentence(
      'he/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod ask/VERB.VB/0/root to/PART/6/mark go/VERB.VB/4/xcomp',
    )
    expect(mended(feared, 2)).toEqual([4, 'advmod'])
  })
})

describe('quotations', () => {
  const hung = (words: string) => {
    const { form, head, relation, upos } = mendTree(sentence(words))
    return form.flatMap((word, w) => (upos[w] === 'PUNCT' ? [] : `${word} ${relation[w]} ${form[head[w]] ?? '-'}`))
  }
  const said = 'said:say/VERB/0/root'

  it('leaves no subject inside where one stands outside', () => {
    expect(
      hung(
        `“/PUNCT/3/punct No/DET/3/det reason/NOUN/7/nsubj ,/PUNCT/3/punct ”/PUNCT/3/punct Marek/PROPN/7/nsubj ${said}`,
      ),
    ).toEqual(['No det reason', 'reason ccomp said', 'Marek nsubj said', 'said root -'])
  })
  it('makes who follows the verb its subject', () => {
    expect(
      hung(
        `“/PUNCT/3/punct No/DET/3/det reason/NOUN/6/nsubj ,/PUNCT/3/punct ”/PUNCT/3/punct ${said} guards/NOUN/6/obj`,
      ),
    ).toEqual(['No det reason', 'reason ccomp said', 'said root -', 'guards nsubj said'])
  })
  it('keeps a tag with what is said', () => {
    expect(
      hung(
        `“/PUNCT/2/punct Shut/ADJ/8/ccomp ,/PUNCT/2/punct is/AUX/8/cop it/PRON/8/nsubj ?/PUNCT/5/punct ”/PUNCT/5/punct ${said} Marek/PROPN/8/nsubj`,
      ),
    ).toEqual(['Shut ccomp said', 'is cop Shut', 'it parataxis Shut', 'said root -', 'Marek nsubj said'])
  })
  it('keeps a conjunction with what is said', () => {
    expect(
      hung(
        `“/PUNCT/2/punct Gone/ADJ/0/root but/CCONJ/7/cc ,/PUNCT/2/punct ”/PUNCT/2/punct Marek/PROPN/7/nsubj said:say/VERB/2/parataxis`,
      ),
    ).toEqual(['Gone root -', 'but cc Gone', 'Marek nsubj said', 'said parataxis Gone'])
  })
  it.each([
    [
      'a title that is a subject',
      '“/PUNCT/2/punct Home/NOUN/5/nsubj ,/PUNCT/2/punct ”/PUNCT/2/punct won/VERB/0/root prizes/NOUN/5/obj',
    ],
    [
      'words that are part of the clause',
      `Marek/PROPN/2/nsubj ${said} “/PUNCT/4/punct never/ADV/2/advmod ”/PUNCT/4/punct`,
    ],
  ])('leaves %s', (_, words) => {
    const given = sentence(words)
    expect(mendTree(given)).toBe(given)
  })
})

it('gives back what needs no mending', () => {
  const given = sentence('Venn/PROPN.NNP/2/nsubj left/VERB.VBD/0/root')
  expect(mendTree(given)).toBe(given)
})

describe('appositions', () => {
  const lead = 'On/ADP.IN/2/case Tuesday/PROPN.NNP/9/obl'
  const verb = 'said:say/VERB.VBD/0/root'
  const read = (words: string, to: number) => {
    const given = sentence(words)
    return { ...given, names: [{ from: 2, to, kind: 'person' as const, confidence: 1 }] }
  }
  it('makes the name the subject, where its apposition was taken for it', () => {
    const given = read(
      `${lead} Ilse/PROPN.NNP/9/obl Marek/PROPN.NNP/3/flat ,/PUNCT/3/punct a/DET.DT/7/det pilot/NOUN.NN/9/nsubj ,/PUNCT/7/punct ${verb}`,
      4,
    )
    expect(mended(given, 2)).toEqual([9, 'nsubj'])
    expect(mended(given, 6)).toEqual([3, 'appos'])
  })
  it('leaves a name that is the subject', () => {
    const given = read(
      `${lead} Ilse/PROPN.NNP/9/nsubj Marek/PROPN.NNP/3/flat ,/PUNCT/3/punct a/DET.DT/7/det pilot/NOUN.NN/3/appos ,/PUNCT/7/punct ${verb}`,
      4,
    )
    expect(mendTree(given)).toBe(given)
  })
  it('leaves who is named behind another subject', () => {
    const given = read(
      `Reth/PROPN.NNP/9/nsubj and/CCONJ.CC/3/cc Ilse/PROPN.NNP/1/conj Marek/PROPN.NNP/3/flat ,/PUNCT/3/punct a/DET.DT/7/det pilot/NOUN.NN/3/appos ,/PUNCT/7/punct ${verb}`,
      4,
    )
    expect(mendTree(given)).toBe(given)
  })
})

describe('names', () => {
  const named = (given: Language, names: readonly [number, number][]) => ({
    ...given,
    names: names.map(([from, to]) => ({ from, to, kind: 'person' as const, confidence: 1 })),
  })
  const show = (given: Language) => {
    const { head, relation, upos, names, form } = mendTree(given)
    const words = form.map((word, w) => `${word}/${upos[w]}/${head[w] + 1}/${relation[w]}`)
    return [words.join(' '), names.map(({ from, to }) => form.slice(from, to).join(' '))]
  }

  it('takes no modal before a finite past: Will is who met', () =>
    expect(
      show(
        named(sentence('Will:will/AUX.MD/3/aux Reth/PROPN.NNP/3/nsubj met:meet/VERB.VBD/0/root Venn/PROPN.NNP/3/obj'), [
          [1, 2],
        ]),
      ),
    ).toEqual(['Will/PROPN/3/nsubj Reth/PROPN/1/flat met/VERB/0/root Venn/PROPN/3/obj', ['Will Reth']]))

  it('adds a last name that is a modal', () =>
    expect(
      show(
        named(sentence('Ilse/PROPN.NNP/3/nsubj May:may/AUX.MD/3/aux met:meet/VERB.VBD/0/root Venn/PROPN.NNP/3/obj'), [
          [0, 1],
        ]),
      ),
    ).toEqual(['Ilse/PROPN/3/nsubj May/PROPN/1/flat met/VERB/0/root Venn/PROPN/3/obj', ['Ilse May']]))

  it('leaves a modal before an infinitive', () => {
    const given = sentence('Will:will/AUX.MD/3/aux Reth/PROPN.NNP/3/nsubj meet/VERB.VB/0/root Venn/PROPN.NNP/3/obj')
    expect(mendTree(given)).toBe(given)
  })

  it('parts a person from the place that opens the sentence', () =>
    expect(
      show(
        named(
          sentence(
            'In/ADP.IN/5/obl Almeth/PROPN.NNP/5/nsubj Dario/PROPN.NNP/2/flat Venn/PROPN.NNP/2/flat spoke:speak/VERB.VBD/0/root',
          ),
          [[1, 4]],
        ),
      ),
    ).toEqual([
      'In/ADP/2/case Almeth/PROPN/5/obl Dario/PROPN/5/nsubj Venn/PROPN/3/flat spoke/VERB/0/root',
      ['Dario Venn'],
    ]))
})
