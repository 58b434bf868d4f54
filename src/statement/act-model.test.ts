import { expect, it } from 'vitest'
import { openReader } from '../open.ts'

const reader = await openReader({ gazetteer: false })
const actsOf = (text: string) => reader.read({ id: 'a', text }).statements.map(({ act }) => act)

it.each([
  ['“We will never leave our people without bread,” Marek said.', 'promise'],
  ['Marek said that the port would reopen on Monday.', 'state'],
  ['Marek denied that the bridge had been closed.', 'deny'],
  ['Venn asked whether the port would open.', 'ask'],
  ['The ministry declined to comment on the arrests.', 'no-comment'],
  ['The council rejected the proposal.', 'reject'],
])('tells the act of %j from its cue and its content', (text, act) => {
  expect(actsOf(text)).toEqual([act])
})

it('leaves an act that the codebook settles as it is', async () => {
  const codebook = { 'statement/cues.tsv': 'say\tverb\tannounce\talways\n' }
  const settled = await openReader({ gazetteer: false, codebook })
  const text = '“We will never leave our people without bread,” Marek said.'
  expect(settled.read({ id: 'a', text }).statements.map(({ act }) => act)).toEqual(['announce'])
})
