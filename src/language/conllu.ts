import { placeQuotations } from './quotations/place-quotations.ts'
import { type Language, type Sentence, UPOS, type Upos } from './types.ts'

interface Row {
  form: string
  piece: string
  lemma: string
  upos: Upos
  xpos: string
  head: number
  relation: string
  space: boolean
}

/** One document of a CoNLL-U file. */
export interface ConlluDocument {
  id: string
  language: Language
  /** per word, the MISC column as it stands */
  misc: readonly string[]
}

/**
 * Reads CoNLL-U into `Language` values, one a document. The text is laid out from the words: paragraphs
 * (`# newpar`) parted by a blank line, sentences by a space. Parts of a multi-word token share its characters in order.
 * Used by training, and by tests that build a small document by hand.
 */
export function readConllu(conllu: string): ConlluDocument[] {
  const documents: ConlluDocument[] = []
  let builder: Builder | undefined
  let rows: Row[] = []
  let misc: string[] = []
  let paragraph = true
  let multi: { last: number; rest: string; space: boolean } | undefined
  const close = () => {
    if (rows.length > 0) {
      builder ??= new Builder('1')
      builder.add(rows, misc, paragraph)
      paragraph = false
    }
    rows = []
    misc = []
    multi = undefined
  }
  const finish = () => {
    close()
    if (builder) documents.push(builder.build())
    builder = undefined
  }
  for (const raw of conllu.split('\n')) {
    const line = raw.trimEnd()
    if (line.startsWith('# newdoc')) {
      finish()
      builder = new Builder(line.split('=')[1]?.trim() ?? '1')
      paragraph = true
    } else if (line.startsWith('# newpar')) paragraph = true
    else if (line === '') close()
    else if (!line.startsWith('#')) {
      const columns = line.split('\t')
      const spaced = !columns[9].includes('SpaceAfter=No')
      if (columns[0].includes('.')) continue
      if (columns[0].includes('-')) {
        multi = { last: Number(columns[0].split('-')[1]), rest: columns[1], space: spaced }
        continue
      }
      const row: Row = {
        form: columns[1],
        piece: columns[1],
        lemma: columns[2],
        upos: (UPOS as readonly string[]).includes(columns[3]) ? (columns[3] as Upos) : 'X',
        xpos: columns[4],
        head: Number(columns[6]),
        relation: columns[7],
        space: spaced,
      }
      if (multi) {
        const isLast = Number(columns[0]) === multi.last
        const fits = multi.rest.toLowerCase().startsWith(columns[1].toLowerCase())
        row.piece = isLast ? multi.rest : multi.rest.slice(0, fits ? columns[1].length : 0)
        multi.rest = multi.rest.slice(row.piece.length)
        row.space = isLast ? multi.space : false
        if (isLast) multi = undefined
      }
      rows.push(row)
      misc.push(columns[9])
    }
  }
  finish()
  return documents
}

class Builder {
  private text = ''
  private rows: Row[] = []
  private starts: number[] = []
  private heads: number[] = []
  private sentences: Sentence[] = []
  private paragraphs: { start: number; end: number }[] = []
  private misc: string[] = []
  constructor(private readonly id: string) {}

  add(rows: Row[], misc: string[], newParagraph: boolean): void {
    if (this.text !== '') this.text = this.text.trimEnd() + (newParagraph ? '\n\n' : ' ')
    if (newParagraph || this.paragraphs.length === 0) this.paragraphs.push({ start: this.text.length, end: 0 })
    const from = this.rows.length
    for (const row of rows) {
      this.starts.push(this.text.length)
      this.text += row.piece + (row.space ? ' ' : '')
      this.heads.push(row.head === 0 ? -1 : from + row.head - 1)
      this.rows.push(row)
    }
    this.misc.push(...misc)
    this.sentences.push({ from, to: this.rows.length, paragraph: this.paragraphs.length - 1 })
    this.paragraphs[this.paragraphs.length - 1].end = this.text.trimEnd().length
  }

  build(): ConlluDocument {
    const { rows, starts } = this
    const sentence = new Int32Array(rows.length)
    this.sentences.forEach(({ from, to }, s) => {
      sentence.fill(s, from, to)
    })
    const form = rows.map((r) => r.piece || r.form)
    const words = {
      text: this.text.trimEnd(),
      paragraphs: this.paragraphs,
      size: rows.length,
      start: Int32Array.from(starts),
      end: Int32Array.from(rows, (r, i) => starts[i] + r.piece.length),
    }
    return {
      id: this.id,
      misc: this.misc,
      language: {
        ...words,
        ...placeQuotations(words),
        form,
        lower: form.map((f) => f.toLowerCase()),
        lemma: rows.map((r) => r.lemma),
        upos: rows.map((r) => r.upos),
        xpos: rows.map((r) => r.xpos),
        head: Int32Array.from(this.heads),
        relation: rows.map((r) => r.relation),
        sentence,
        space: Uint8Array.from(rows, (r) => (r.space ? 1 : 0)),
        sentences: this.sentences,
        names: [],
        tag: 'en',
      },
    }
  }
}

/**
 * Writes one report's words as CoNLL-U: `# newdoc id`, `# sent_id`, `# text`, and `TokenRange=start:end` (UTF-16 code
 * units, end exclusive) in MISC.
 */
export function writeConllu(id: string, language: Language): string {
  const { text, start, end, form, lemma, upos, xpos, head, relation, space } = language
  const lines: string[] = [`# newdoc id = ${oneLine(id)}`]
  language.sentences.forEach(({ from, to, paragraph }, s) => {
    if (s === 0 || language.sentences[s - 1].paragraph !== paragraph)
      lines.push(`# newpar id = ${oneLine(id)}-p${paragraph + 1}`)
    lines.push(`# sent_id = ${oneLine(id)}-${s + 1}`, `# text = ${oneLine(text.slice(start[from], end[to - 1]))}`)
    for (let w = from; w < to; w++) {
      const misc = `${space[w] ? '' : 'SpaceAfter=No|'}TokenRange=${start[w]}:${end[w]}`
      const parent = head[w] < 0 ? 0 : head[w] - from + 1
      lines.push(
        [
          w - from + 1,
          field(form[w]),
          field(lemma[w]),
          upos[w],
          field(xpos[w]),
          '_',
          parent,
          relation[w],
          '_',
          misc,
        ].join('\t'),
      )
    }
    lines.push('')
  })
  return `${lines.join('\n')}\n`
}

const oneLine = (s: string) => s.replace(/\s+/g, ' ')
const field = (s: string) => s.replace(/\s/g, ' ').trim() || '_'
