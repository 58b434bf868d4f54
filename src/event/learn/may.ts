import { put, type Sheet } from './features.ts'
import { hashLabel } from './hashed.ts'
import type { Scene } from './scene.ts'

/** Words that the head sees as vectors: the word itself. */
export const MAY_BLOCKS = 1

/** Writes down the little that tells cheaply whether word w is worth a closer look: itself, its tags, its governor, what tables list. */
export function describeMay({ hashed, grammar: { language }, codebook, cueOf }: Scene, w: number, sheet: Sheet): void {
  const { lemma, upos, xpos, relation } = hashed
  const h = language.head[w]
  const known = upos[w] === NOUN ? codebook.nouns : codebook.verbs
  const rules = known.get(language.lemma[w])
  sheet.size = 0
  sheet.words[0] = w
  put(sheet, 0, 0)
  put(sheet, 1, lemma[w], upos[w])
  put(sheet, 2, xpos[w], relation[w])
  put(sheet, 3, hashLabel(rules ? rules[0].type : '-'), relation[w])
  put(sheet, 4, lemma[w], relation[w])
  put(sheet, 5, h < 0 ? 0 : lemma[h], relation[w])
  put(sheet, 6, cueOf[w] >= 0 ? 1 : 0, upos[w])
}

const NOUN = hashLabel('NOUN')
