import { readConllu } from '../language/conllu.ts'
import { buildTree } from '../language/tree.ts'
import { openView, type View } from './view.ts'

/**
 * A small document for tests. One sentence a block, one word a line: `form lemma UPOS head relation`; `^` before a word
 * means that no white space parts it from the one before; `¶` alone on a line begins a paragraph.
 */
export function viewOf(words: string): View {
  const lines = ['# newdoc id = test', '# newpar']
  let count = 0
  for (const raw of words.trim().split('\n')) {
    const line = raw.trim()
    if (line === '' || line === '¶') {
      lines.push('')
      if (line === '¶') lines.push('# newpar')
      count = 0
      continue
    }
    const [form, lemma, upos, head, relation] = line.split(/\s+/)
    if (form.startsWith('^') && count > 0)
      lines[lines.length - 1] = lines[lines.length - 1].replace(/_$/, 'SpaceAfter=No')
    count++
    lines.push([count, form.replace(/^\^/, ''), lemma, upos, upos, '_', head, relation, '_', '_'].join('\t'))
  }
  const [{ language }] = readConllu(`${lines.join('\n')}\n\n`)
  return openView(language, buildTree(language))
}
