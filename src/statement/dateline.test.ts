import { expect, test } from 'vitest'
import { readConllu } from '../language/conllu.ts'
import { afterDateline } from './dateline.ts'

/** 'form/xpos' for every word of one sentence. */
function firstAfter(words: string): string {
  const rows = words.split(' ').map((word, i) => {
    const [form, xpos] = word.split('/')
    return [i + 1, form, form, 'X', xpos, '_', i === 0 ? 0 : 1, i === 0 ? 'root' : 'dep', '_', '_'].join('\t')
  })
  const [{ language }] = readConllu(`# newdoc id = a\n# newpar\n${rows.join('\n')}\n`)
  return language.form[afterDateline(language, 0, language.size)] ?? '(nothing)'
}

test.each([
  ['ALMETH/NNP ,/, May/NNP 7/CD (/-LRB- Agency/NNP )/-RRB- —/: Guards/NNS fell/VBD', 'Guards'],
  ['ALMETH/NN ,/, Varlonia/NNP (/-LRB- Post/NNP )/-RRB- –/: Three/CD died/VBD', 'Three'],
  ['ALMETH/NNP --/: The/DT port/NN closed/VBD', 'The'],
  ['Venn/NNP closed/VBD the/DT port/NN —/: again/RB', 'Venn'],
  ['The/DT port/NN —/: an/DT old/JJ one/NN —/: closed/VBD', 'The'],
  ['Almeth/NNP is/VBZ calm/JJ', 'Almeth'],
])('%s: %s', (words, expected) => {
  expect(firstAfter(words)).toBe(expected)
})
