import { expect, it } from 'vitest'
import { openReader } from '../../open.ts'

const reader = await openReader({ gazetteer: false })

it('what is denied is no telling of what happened', () => {
  const text =
    'Three border guards were killed on Wednesday when shells fell on Almeth, the ministry in Varlonia said.\n\n' +
    'Kestria denied that its forces had opened fire.'
  const { events } = reader.read({ id: 'a', published: '2025-03-14', text })
  const killed = events.filter(({ type, status }) => type === 'ASSAULT' && status === 'happened')
  expect(killed.map((event) => event.killed?.value)).toEqual([3])
  const told = killed.flatMap(({ also = [] }) => also.map(({ start, end }) => text.slice(start, end)))
  expect(told).not.toContain('opened')
  const charged = killed.flatMap(({ actors }) => actors.map(({ start, end }) => text.slice(start, end)))
  expect(charged).not.toContain('its forces')
})

it('two days are two happenings', () => {
  const text =
    'Rebels attacked the village of Almeth on Monday, killing two people. Rebels attacked the village of Almeth on Thursday, killing five people.'
  const { events } = reader.read({ id: 'a', published: '2025-03-14', text })
  const days = events.filter(({ type }) => type === 'ASSAULT').map(({ killed }) => killed?.value)
  expect(new Set(days)).toEqual(new Set([2, 5]))
})
