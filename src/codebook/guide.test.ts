import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { showRecord } from '../cli/show/record.ts'
import { plain } from '../cli/show/terminal.ts'
import { sharedReader } from '../fixture.ts'
import { openReader } from '../open.ts'

const page = readFileSync('docs/codebook.md', 'utf8')
const blocks = [...page.matchAll(/<!-- example: (\S+) (\S+) -->\n```text\n([\s\S]*?)```/g)].map(
  ([, example, name, text]) => ({
    example,
    name,
    text,
  }),
)

it.each(['actors', 'verb', 'type'])(
  'the example of docs/codebook.md, my own %s, prints what it says',
  async (example) => {
    const own = blocks.filter((block) => block.example === example)
    const text = own.find(({ name }) => name === 'report.txt')!.text
    const lines = own
      .find(({ name }) => name === 'prints')!
      .text.trim()
      .split('\n')
    const codebook = Object.fromEntries(
      own.filter(({ name }) => name.includes('/')).map(({ name, text }) => [name, text]),
    )
    const shown = async (options: Parameters<typeof openReader>[0]) =>
      showRecord((await openReader(options)).read({ id: example, text }), plain(100))
    const without = await shown({})
    const over = await shown({ codebook })
    for (const line of lines) expect(over, over).toContain(line)
    expect(lines.filter((line) => !without.includes(line))).not.toEqual([])
  },
)

it('a cue that is forbidden is no cue', async () => {
  const text = 'The River Front attacked the port of Almeth on Monday.'
  const reader = await openReader({ codebook: { 'statement/cues.tsv': 'attack\tverb\t-\tnever\n' } })
  expect(reader.read({ id: '1', text }).statements).toEqual([])
})

it("words of a step's list can be added and taken away", async () => {
  const text = 'Troops withdrew from Varlonia on Monday. The realm will vote in May, Ilse Marek said.'
  const saysOf = async (lists: string) => {
    const codebook = { 'entity/words.tsv': lists, 'entity/nouns.tsv': 'place\t\t\trealm\n' }
    const { entities } = (await openReader({ codebook })).read({ id: '1', text })
    return entities.find(({ name }) => name === 'Varlonia')!.mentions.map(({ start, end }) => text.slice(start, end))
  }
  expect(await saysOf('towns\trealm\n')).toEqual(['Varlonia', 'The realm'])
  expect(await saysOf('!towns\n')).toEqual(['Varlonia'])
})

it('the record names what was laid over', async () => {
  const { codebook } = await sharedReader
  const mine = { 'statement/cues.tsv': 'kvetch\tverb\tcondemn\n' }
  const over = await openReader({ codebook: mine })
  expect(over.codebook).toMatch(new RegExp(`^${codebook}\\+[0-9a-f]{16}$`))
  expect(over.read({ id: '1', text: 'Venn kvetched.' }).reader.codebook).toBe(over.codebook)
  expect((await openReader({ codebook: { ...mine } })).codebook).toBe(over.codebook)
})
