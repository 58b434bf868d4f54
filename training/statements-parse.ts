import fs from 'node:fs'
import path from 'node:path'
import type { Language } from '../src/language/types.ts'

/** Reads every text once and keeps the words and trees in a file (a report a line), since parsing takes longer than
 * learning. The file is not made again where it is there: remove it after the language models have changed. */
export function parseAll(
  texts: readonly { id: string; text: string }[],
  language: (text: string) => Language,
  cache: string | undefined,
): Map<string, Language> {
  if (cache && fs.existsSync(cache)) return readParsed(cache)
  const parsed = new Map(texts.map(({ id, text }) => [id, language(text)]))
  if (cache) writeParsed(cache, parsed)
  return parsed
}

function writeParsed(file: string, parsed: Map<string, Language>): void {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const out = fs.openSync(file, 'w')
  for (const [id, language] of parsed) {
    const { start, end, head, space } = language
    const plain = {
      ...language,
      form: [],
      lower: [],
      sentence: [],
      start: [...start],
      end: [...end],
      head: [...head],
      space: [...space],
    }
    fs.writeSync(out, `${JSON.stringify({ id, plain })}\n`)
  }
  fs.closeSync(out)
}

function readParsed(file: string): Map<string, Language> {
  const parsed = new Map<string, Language>()
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue
    const { id, plain } = JSON.parse(line) as { id: string; plain: Language }
    const form = plain.upos.map((_, w) => plain.text.slice(plain.start[w], plain.end[w]))
    const sentence = new Int32Array(plain.size)
    plain.sentences.forEach(({ from, to }, s) => {
      sentence.fill(s, from, to)
    })
    parsed.set(id, {
      ...plain,
      start: Int32Array.from(plain.start),
      end: Int32Array.from(plain.end),
      head: Int32Array.from(plain.head),
      space: Uint8Array.from(plain.space),
      form,
      lower: form.map((word) => word.toLowerCase()),
      sentence,
    })
  }
  return parsed
}
