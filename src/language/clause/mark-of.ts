import type { Tree } from '../tree.ts'
import type { Language } from '../types.ts'

/** The word that opens a clause ('if', 'since', 'that'), in lower case; '' where none does. `w` is the clause's head. */
export function markOf({ language, tree }: { language: Language; tree: Tree }, w: number): string {
  const mark = tree.child(w, 'mark')
  return mark < 0 ? '' : language.lower[mark]
}
