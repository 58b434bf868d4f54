import fs from 'node:fs'
import path from 'node:path'

/** Raw news text: the wire reports, PolNeAR's train articles, and the names corpus's train articles laid out. */
export function* rawTexts(corpora: string): Generator<string> {
  for (const line of fs.readFileSync(path.join(corpora, 'wire.jsonl'), 'utf8').split('\n')) {
    if (line.trim() !== '') yield JSON.parse(line).text as string
  }
  const articles = path.join(corpora, 'polnear', 'train', 'text')
  for (const file of fs.readdirSync(articles).sort()) yield fs.readFileSync(path.join(articles, file), 'utf8')
  const names = path.join(corpora, 'names', 'train')
  for (const file of fs.readdirSync(names).sort()) yield layOut(fs.readFileSync(path.join(names, file), 'utf8'))
}

/** One token a line, a blank line between paragraphs: as text, with a space between all tokens. */
function layOut(tsv: string): string {
  return tsv
    .split('\n')
    .map((line) => line.split('\t')[0].trim())
    .map((token) => (token === '' ? '\n\n' : `${token} `))
    .join('')
}
