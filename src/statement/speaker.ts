import type { EntityReading } from '../entity/types.ts'
import { bringsIn } from './brings-in.ts'
import type { Range } from './extend.ts'
import { hashText } from './hash.ts'
import type { View } from './view.ts'

/** Index of the entity that answers for a statement, or -1; `inferred` where no source names it. */
export interface Speaker {
  entity: number
  inferred: boolean
}

/** The speaker: the source's entity; for a relative pronoun, what it stands for; without a source, the clause's subject. */
export function findSpeaker(view: View, entities: EntityReading, head: number, source: Range | undefined): Speaker {
  if (source) return { entity: entityOf(view, entities, source), inferred: false }
  const subject = controller(view, head)
  return { entity: subject < 0 ? -1 : entities.entityAt[subject], inferred: true }
}

function entityOf({ language }: View, { entityAt }: EntityReading, { from, to }: Range): number {
  const { head, xpos, relation } = language
  let top = from
  for (let w = from; w < to; w++) if (head[w] < from || head[w] >= to) top = w
  if (entityAt[top] >= 0) return entityAt[top]
  if (xpos[top] === 'WP' || xpos[top] === 'WDT' || xpos[top] === 'WP$') {
    for (let w = top, steps = 0; w >= 0 && steps < 8; w = head[w], steps++)
      if (relation[w].startsWith('acl') && head[w] >= 0) return entityAt[head[w]]
  }
  for (let w = from; w < to; w++) if (entityAt[w] >= 0) return entityAt[w]
  return -1
}

/**
 * The subject that an unfinished clause takes from the clause above it: its object where one is asked to do something or
 * blamed for it ("urged Kestria to promise", "blamed Kestria for claiming"), else its subject ("left, calling for talks").
 */
function controller(view: View, word: number): number {
  const { language, tree } = view
  const { head, relation } = language
  for (let w = word, steps = 0; w >= 0 && steps < 6; w = head[w], steps++) {
    const subject = tree.child(w, 'nsubj')
    if (subject >= 0) return subject
    if (!/^(advcl|conj|xcomp|ccomp|acl|parataxis)/.test(relation[w])) return -1
    if (relation[w] === 'acl') return head[w]
    if (!relation[w].startsWith('xcomp') && !(relation[w].startsWith('advcl') && bringsIn(view, w) === FOR)) continue
    const object = tree.child(head[w], 'obj')
    if (object >= 0) return object
  }
  return -1
}

const FOR = hashText('for')
