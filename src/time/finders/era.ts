import { four } from '../calendar.ts'
import { digitsAt, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** Years with their era: '508 BC', '776 BCE', '394 AD', 'AD 394'. */
export const era: Finder = {
  name: 'era',
  triggers: ['era'],
  find(line, at) {
    const text = textAt(line, at)
    if (!isUpper(line, at)) return undefined
    const before = digitsAt(line, at - 1)
    if (text.startsWith('b')) {
      return isYear(before)
        ? { from: at - 1, to: at + 1, meaning: { type: 'DATE', value: `BC${four(before)}` } }
        : undefined
    }
    if (isYear(before)) return { from: at - 1, to: at + 1, meaning: { type: 'DATE', year: before } }
    const after = digitsAt(line, at + 1)
    if (text === 'ce' || !isYear(after)) return undefined
    return { from: at, to: at + 2, meaning: { type: 'DATE', year: after } }
  },
}

const isYear = (year: number): boolean => year >= 1 && year <= 9999

/** 'an ad', 'ce' are words of other kinds. */
function isUpper({ pieces, language }: Line, at: number): boolean {
  const { start, end } = pieces[at]
  const form = language.text.slice(start, end)
  return form === form.toUpperCase()
}
