import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConllu } from '../language/conllu.ts'
import { buildTree } from '../language/tree.ts'
import { openTime } from './index.ts'

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const time = openTime({ text, bytes: (path) => new TextEncoder().encode(text(path)) })

const MEETING = `1	The	the	DET	DT	_	2	det	_	_
2	president	president	NOUN	NN	_	3	nsubj	_	_
3	met	meet	VERB	VBD	_	0	root	_	_
4	envoys	envoy	NOUN	NNS	_	3	obj	_	_
5	on	on	ADP	IN	_	6	case	_	_
6	Wednesday	Wednesday	PROPN	NNP	_	3	obl	_	SpaceAfter=No
7	.	.	PUNCT	.	_	3	punct	_	_

`

test('a weekday in the past tense is the last one', () => {
  const [{ language }] = readConllu(MEETING)
  const { times, notes } = time({ language, tree: buildTree(language), published: '2024-10-03' })
  expect(times).toMatchObject([
    {
      start: 28,
      end: 37,
      type: 'DATE',
      value: '2024-10-02',
      from: '2024-10-02',
      to: '2024-10-03',
      anchor: 'published',
    },
  ])
  expect(notes).toEqual([])
})

test('without a publication date it keeps X, and a note says so', () => {
  const [{ language }] = readConllu(MEETING)
  const { times, notes } = time({ language, tree: buildTree(language) })
  expect(times).toMatchObject([{ value: 'XXXX-WXX-3' }])
  expect(notes.map(({ code }) => code)).toEqual(['no-published-date'])
})
