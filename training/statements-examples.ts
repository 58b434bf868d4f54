import { CUE_FEATURES, cueFeatures, mayBeCue } from '../src/statement/cue-features.ts'
import { openRows, row } from '../src/statement/hash.ts'
import { layOut, openLie } from '../src/statement/lie.ts'
import {
  branchFeatures,
  ROLE_FEATURES,
  ROLES,
  roleFeatures,
  STEP_FEATURES,
  stepFeatures,
} from '../src/statement/role-features.ts'
import { STEP_TEMPLATE } from '../src/statement/roles.ts'
import type { View } from '../src/statement/view.ts'
import { type GoldStatement, goldRoles } from './statements-gold.ts'
import { type Binary, dropRare, IntList, type LearnOptions, type Sequence, WIDE_MASK } from './statements-learn.ts'

/** An article laid out for learning. */
export interface Doc {
  id: string
  view: View
  gold: GoldStatement[]
}

/**
 * Every word that may be a cue's head, and whether it is. Words inside content are left out: people marked outermost
 * attributions only, so nothing is known of them.
 */
export function cueExamples(docs: readonly Doc[], options: LearnOptions): Binary {
  const examples: Binary = { rows: new IntList(), at: [], label: [] }
  const out = openRows(CUE_FEATURES, WIDE_MASK)
  for (const { view, gold } of docs) {
    const heads = new Set(gold.map(({ head }) => head))
    const inside = new Uint8Array(view.language.size)
    for (const { content } of gold) for (const w of content) inside[w] = 1
    for (let w = 0; w < view.language.size; w++) {
      if (!mayBeCue(view, w) || (inside[w] && !heads.has(w))) continue
      examples.at.push(examples.rows.size)
      examples.label.push(heads.has(w) ? 1 : 0)
      cueFeatures(view, w, out)
      examples.rows.push(out.values, out.size)
    }
  }
  dropRare(examples.rows, [examples.at], options)
  return examples
}

/** One sequence for each attribution: its cue's sentence. */
export function roleExamples(docs: readonly Doc[], options: LearnOptions): { rows: IntList; sequences: Sequence[] } {
  const rows = new IntList()
  const sequences: Sequence[] = []
  const out = openRows(ROLE_FEATURES, WIDE_MASK)
  const contexts = new Int32Array(STEP_FEATURES)
  const mask = (1 << options.bits) - 1
  const lie = openLie()
  for (const { view, gold } of docs)
    for (const statement of gold) {
      layOut(view, statement.head, lie)
      const { from, to, cue } = lie
      const at = new Int32Array(to - from + 1)
      const steps = new Int32Array((to - from) * STEP_FEATURES * ROLES)
      for (let w = from, i = 0; w < to; w++, i++) {
        at[i] = rows.size
        branchFeatures(view, lie, w, out)
        rows.push(out.values, out.size)
        roleFeatures(view, lie, w, out)
        rows.push(out.values, out.size)
        if (i === 0) continue
        stepFeatures(view, lie, w, contexts)
        for (let c = 0; c < STEP_FEATURES; c++)
          for (let p = 0; p < ROLES; p++)
            steps[(i * STEP_FEATURES + c) * ROLES + p] = row(STEP_TEMPLATE + c, contexts[c], p, mask)
      }
      at[to - from] = rows.size
      sequences.push({ lie: { from, to, cue }, at, steps, gold: goldRoles(statement, from, to) })
    }
  dropRare(
    rows,
    sequences.map(({ at }) => at),
    options,
  )
  return { rows, sequences }
}
