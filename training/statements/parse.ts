import fs from 'node:fs'
import path from 'node:path'
import type { Language } from '../../src/language/types.ts'

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
      context: { width: language.context?.width ?? 0 },
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
  const contexts = fs.openSync(contextFile(file), 'w')
  for (const { context } of parsed.values()) if (context) fs.writeSync(contexts, new Uint8Array(context.values.buffer))
  fs.closeSync(contexts)
}

/** What the network knows of the words lies beside the cache, one report after the other. */
const contextFile = (file: string) => `${file}.context`

function readParsed(file: string): Map<string, Language> {
  const parsed = new Map<string, Language>()
  const { buffer } = new Uint8Array(fs.readFileSync(contextFile(file)))
  let at = 0
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue
    const { id, plain } = JSON.parse(line) as { id: string; plain: Language }
    const form = plain.upos.map((_, w) => plain.text.slice(plain.start[w], plain.end[w]))
    const sentence = new Int32Array(plain.size)
    plain.sentences.forEach(({ from, to }, s) => {
      sentence.fill(s, from, to)
    })
    const width = plain.context?.width ?? 0
    const values = new Int16Array(buffer, at, width * plain.size)
    at += values.byteLength
    parsed.set(id, {
      ...plain,
      context: { width, values },
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
