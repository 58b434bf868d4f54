import { relationBefore } from '../around.ts'
import { entryAt, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** Days of the week: 'Friday', 'last Friday', 'this coming Sunday', 'every Friday', 'Fridays'. */
export const weekday: Finder = {
  name: 'weekday',
  triggers: ['weekday'],
  find(line, at) {
    const { weekday: day, many } = entryAt(line, at)!
    if (!line.pieces[at].capital) return undefined
    const text = textAt(line, at)
    if ((text === 'sun' || text === 'sat') && textAt(line, at + 1) !== ',' && textAt(line, at + 1) !== '.')
      return undefined
    const dotted =
      text.length <= 5 && textAt(line, at + 1) === '.' && line.pieces[at + 1].glued && at + 2 < line.pieces.length
    const to = dotted ? at + 2 : at + 1
    if (many) return { from: at, to, meaning: { type: 'SET', value: `XXXX-WXX-${day}` } }
    const picked = relationBefore(line, at)
    if (!picked || picked.relation === 'the' || picked.relation === 'more') {
      return { from: at, to, meaning: { type: 'DATE', weekday: day } }
    }
    const { from, relation } = picked
    if (relation === 'each') return { from, to, meaning: { type: 'SET', value: `XXXX-WXX-${day}` } }
    return { from, to, meaning: { type: 'DATE', weekday: day, relation } }
  },
}
