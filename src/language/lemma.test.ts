import { describe, expect, it } from 'vitest'
import { openResources } from '../open-resources.ts'
import { LEMMA_FILES, openLemmas } from './lemma.ts'
import type { Upos } from './types.ts'

const lemmatize = openLemmas(await openResources(undefined, LEMMA_FILES))

const tables: Record<string, string> = {
  'VERB VBD':
    'said say, told tell, attacked attack, planned plan, hoped hope, denied deny, accused accuse, criticized criticize, overtook overtake, shot shoot, fled flee, led lead, controlled control, killed kill, focused focus, agreed agree, tied tie, lied lie, used use, created create, bid bid',
  'VERB VBN':
    'taken take, rebuilt rebuild, shown show, sworn swear, elected elect, seized seize, stopped stop, believed believe, forced force, withheld withhold, outspent outspend',
  'VERB VBG':
    'saying say, making make, running run, dying die, lying lie, vying vie, hitting hit, leading lead, launching launch, calling call, seeing see, owing owe, stressing stress, freeing free',
  'VERB VBZ': 'says say, goes go, clashes clash, denies deny, does do, has have, passes pass, uses use, vetoes veto',
  'VERB VB': 'say say, be be',
  'AUX VBZ': "is be, 's be, has have",
  'AUX VBP': "are be, 'm be, ’re be, 've have",
  'AUX MD': "will will, ca can, wo will, 'll will",
  'PART RB': "n't not, n’t not, not not",
  'NOUN NNS':
    'talks talk, parties party, clashes clash, men man, policewomen policewoman, children child, crises crisis, leaves leaf, wives wife, buses bus, series series, bases base, shoes shoe, votes vote, deaths death, armies army, taxes tax, grandchildren grandchild',
  'NOUN NN': 'port port, bus bus, crisis crisis, Strike strike, news news',
  'PROPN NNP': 'Almeth Almeth, Kestria Kestria, US US, Venns Venns',
  'PROPN NNPS': 'Kestrians Kestrian, Islands Island, NATIONS NATION',
  'ADJ JJR': 'better good, larger large, bigger big, earlier early, worse bad, higher high, safer safe',
  'ADJ JJS': 'best good, largest large, deadliest deadly, highest high, worst bad',
  'ADV RBR': 'better well, later late, sooner soon, more more',
  'PRON PRP': 'him he, us we, them they, I I, herself herself',
  'NUM CD': '1,200 1200, five five, 3.5 3.5',
  'DET DT': 'these this, an a, the the',
  'PUNCT .': '. ., ! !',
}

describe('lemmatize', () => {
  for (const [tags, list] of Object.entries(tables)) {
    const [upos, xpos] = tags.split(' ') as [Upos, string]
    const pairs = list.split(', ').map((pair) => pair.split(' ') as [string, string])
    it.each(pairs)(`${tags}: %s is %s`, (form, lemma) => {
      expect(lemmatize(form, form.toLowerCase(), upos, xpos)).toBe(lemma)
    })
  }

  it('gives a lemma for anything, twice the same', () => {
    for (const form of ['', 's', 'ed', 'ing', "'", '\u{1F680}', '\u0301', 'x'.repeat(5000), '港口s', 'İs']) {
      for (const xpos of ['NNS', 'VBD', 'VBG', 'VBZ', 'NNPS', 'JJR', 'XX', '']) {
        const lemma = lemmatize(form, form.toLowerCase(), 'X', xpos)
        expect(typeof lemma, form).toBe('string')
        expect(lemmatize(form, form.toLowerCase(), 'X', xpos), form).toBe(lemma)
      }
    }
  })
})
