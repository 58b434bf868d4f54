import { expect, test } from 'vitest'
import { sharedReader } from '../../fixture.ts'
import { checkDraft } from './index.ts'

/** Drafts as desks write them, over the same four reports, each with all that is to be said of it. */

const sources = [
  {
    id: 'wire',
    published: '2025-04-04',
    text: `ALMETH, April 4 (Harbour Wire) - A ferry carrying grain sank off the Varlonian port of Almeth on Wednesday, killing seven sailors, the coast guard said.

“The boat had been told twice to stay in harbour, and it did not answer our second call,” coast guard commander Tessa Orlin told reporters on Thursday.

Orlin said that divers had found four of the bodies by nightfall. “We will not stop until every family knows,” she added.

Interior Minister Dario Venn denied that the lighthouse had been out of order. “The lamp was lit, it was seen from nine miles away, and I have the log in my hand,” he said.`,
  },
  {
    id: 'post',
    published: '2025-04-05',
    text: `Ilse Marek, the mayor of Almeth, said on Friday that the harbour would stay closed for a week.

“I have buried people from my own street this spring,” she told a crowd of 300 at the town hall. “What I want now is an honest answer, and I want it before the summer.”

Police arrested two officials of the port on Friday. A spokeswoman for the port, Petra Solen, said the arrests were a mistake. “Our staff followed every rule that there is,” Solen said.`,
  },
  {
    id: 'radio',
    published: '2025-04-06',
    text: `Former police chief Jonas Reth told Radio Tessaly that nobody had inspected the ferry since the autumn.

"They sent us a form, we filled in the form, and that was the inspection," Reth said. "You could put your finger through the hull."

The owner of the ferry, Ada Corvin, promised to pay the families. "I cannot bring anyone back, but nobody will have to ask me for money twice," she said on Saturday.`,
  },
  {
    id: 'herald',
    published: '2025-04-07',
    text: `The opposition demanded on Monday that Mr Venn resign. “A minister who reads us the log of a lamp has lost sight of the sea,” said its leader, Maro Stel.

Venn told parliament that he would not resign. He said the report of the inquiry would be published in June.`,
  },
]

const drafts: readonly [
  name: string,
  draft: string,
  rows: readonly (readonly [verdict: string, words: RegExp, more?: object])[],
][] = [
  [
    'word for word, and shortened with its marks',
    `“We will not stop until every family knows,” the coast guard commander, Tessa Orlin, said.

“The boat had been told twice to stay in harbour ... it did not answer our second call,” she said.`,
    [
      ['exact', /^We will not stop/, { report: 'wire', notes: [] }],
      ['exact', /^The boat had/, { report: 'wire' }],
    ],
  ],
  [
    'a number and a negation',
    `“The lamp was lit, it was seen from five miles away, and I have the log in my hand,” Mr Venn said.

Orlin said: “We will stop until every family knows.”`,
    [
      ['altered', /^The lamp/, { loud: ['number'], differences: [{ draft: 'five', source: 'nine' }] }],
      ['altered', /^We will stop/, { loud: ['negation'], differences: [{ kind: 'left-out', source: 'not' }] }],
    ],
  ],
  [
    'smoothed words',
    `“You could easily put your finger through the hull,” said Jonas Reth.

“They sent us a form, we filled it in, and that was the inspection,” he said.`,
    [
      ['altered', /^You could/, { differences: [{ kind: 'put-in', draft: 'easily' }] }],
      ['altered', /^They sent/, { report: 'radio' }],
    ],
  ],
  [
    'two answers in one',
    `“I have buried people from my own street this spring, and I want it before the summer,” Ilse Marek told the town.

“Our staff followed every rule that there is,” a spokesman for the port, Petra Solen, said.`,
    [
      ['joined', /^I have buried/, { report: 'post' }],
      ['exact', /^Our staff/, { notes: [] }],
    ],
  ],
  [
    'in another mouth',
    `Maro Stel said: “I cannot bring anyone back, but nobody will have to ask me for money twice.”

“A minister who reads us the log of a lamp has lost sight of the sea,” said Ilse Marek.`,
    [
      ['other-speaker', /^I cannot/, { speaker: 'Maro Stel', sourceSpeaker: 'Ada Corvin' }],
      ['other-speaker', /^A minister/, { speaker: 'Ilse Marek', sourceSpeaker: 'Maro Stel' }],
    ],
  ],
  [
    'two speakers in one paragraph',
    `“We will not stop until every family knows,” Tessa Orlin said on Thursday. “You could put your finger through the hull,” the former police chief, Jonas Reth, said.`,
    [
      ['exact', /^We will/, { report: 'wire' }],
      ['exact', /^You could/, { speaker: 'Jonas Reth', notes: [] }],
    ],
  ],
  [
    'on another day',
    `“I cannot bring anyone back, but nobody will have to ask me for money twice,” Ada Corvin said on Tuesday.`,
    [['other-day', /^I cannot/, { notes: ['said there “Saturday”, here “Tuesday”'] }]],
  ],
  [
    "the reporter's words in the speaker's mouth",
    `“Nobody had inspected the ferry since the autumn,” Jonas Reth, the former police chief, said.

“The report of the inquiry would be published in June,” Dario Venn said.`,
    [
      ['paraphrase', /^Nobody had/, { report: 'radio' }],
      ['paraphrase', /^The report of/, { report: 'herald' }],
    ],
  ],
  [
    'made up',
    `“The insurance papers were burnt in the yard behind the customs house,” Ada Corvin said.

Petra Solen said that the port had sold its radar to a museum.`,
    [
      ['not-found', /^The insurance/],
      ['not-supported', /the port had sold/],
    ],
  ],
  [
    'told in other words',
    `Marek said the harbour would stay closed for a week. Orlin said divers had found four bodies by nightfall. Venn told parliament he would resign.`,
    [
      ['supported', /the harbour would stay closed/, { report: 'post' }],
      ['supported', /divers had found four/, { report: 'wire' }],
      ['not-supported', /would resign/, { loud: ['negation'] }],
    ],
  ],
  [
    'what stands beside the quotations',
    `A ferry carrying grain sank off the port of Almeth on Monday, killing eleven sailors. Police arrested two officials of the port on Friday.

“You could put your finger through the hull,” the police chief, Jonas Reth, said. Prime Minister Dario Venn told parliament that he would not resign.`,
    [
      ['not-supported', /^Monday$/, { kind: 'beside', report: 'wire', differences: [{ source: 'Wednesday' }] }],
      ['not-supported', /^eleven$/, { kind: 'beside', loud: ['number'], differences: [{ source: 'seven' }] }],
      ['exact', /^You could/, { notes: [expect.stringContaining('ormer police chief”')] }],
      ['supported', /he would not resign/, { notes: [expect.stringContaining('“Interior Minister”')] }],
    ],
  ],
]

test.each(drafts)('%s', async (_name, draft, wanted) => {
  const rows = checkDraft(draft, sources, { reader: await sharedReader })
  expect(rows.map(({ verdict, start, end }) => [verdict, draft.slice(start, end)])).toEqual(
    wanted.map(([verdict, words]) => [verdict, expect.stringMatching(words)]),
  )
  for (const [at, [, , more = {}]] of wanted.entries()) expect(rows[at]).toMatchObject(more)
})

test('every verdict is among them', async () => {
  const { verdicts } = await import('./check-draft.ts')
  expect([...new Set(drafts.flatMap(([, , rows]) => rows.map(([verdict]) => verdict)))].sort()).toEqual(
    [...verdicts].sort(),
  )
})
