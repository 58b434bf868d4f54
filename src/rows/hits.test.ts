import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { hitsIn } from './hits.ts'
import { stem } from './stem.ts'

const marked = (text: string, words: string) => hitsIn(text, words).map(({ start, end }) => text.slice(start, end))

test.each<[string, string, string[]]>([
  ['The ports of Almeth reopened.', 'port', ['ports']],
  ['They negotiated; negotiations went on.', 'negotiate', ['negotiated', 'negotiations']],
  ['Die Grüße gehen an den Hafen.', 'grusse hafen', ['Hafen']],
  ['A naïve café in Tessaly', 'CAFE naive', ['naïve', 'café']],
  ['a cease fire and a cease of fire', '"cease fire"', ['cease', 'fire']],
  ['trade, traders and tirade', 'trad*', ['trade', 'traders']],
  ['flood and port', 'port -flood', ['port']],
  ['anything', '-port "', []],
])('in %j the words %j mark %j', (text, words, expected) => expect(marked(text, words)).toEqual(expected))

test("stems are SQLite's", () => {
  const db = new Database(':memory:')
  db.exec(
    "CREATE VIRTUAL TABLE w USING fts5(word, tokenize = 'porter unicode61'); CREATE VIRTUAL TABLE v USING fts5vocab(w, 'row')",
  )
  const words =
    `caresses ponies ties cats feed agreed plastered bled motoring sing conflated troubled sized hopping tanned falling hissing fizzed failing filing
    happy sky relational conditional rational valency hesitancy digitizer conformably radically differently vilely analogously vietnamization predication operator
    feudalism decisiveness hopefulness callousness formality sensitivity sensibility triplicate formative formalize electricity electrical hopeful goodness revival
    allowance inference airliner gyroscopic adjustable defensible irritant replacement adjustment dependent adoption homologous communism activate angularity effective
    bowdlerize probate rate cease controll roll negotiations ministers shelling killed says denied reopening soldiers armies authorities dying lying yes by technology`.split(
      /\s+/,
    )
  for (const word of words) {
    db.exec('DELETE FROM w')
    db.prepare('INSERT INTO w VALUES (?)').run(word)
    expect([word, stem(word)]).toEqual([word, db.prepare('SELECT term FROM v').pluck().get()])
  }
  db.close()
})
