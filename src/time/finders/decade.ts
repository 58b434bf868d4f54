import { isOrdinalEnd } from '../numbers.ts'
import { digitsAt, entryAt, isHyphen, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** 'the nineties', 'the nineteen sixties', "the '90s"; not 'in his sixties', 'temperatures in the 80s'. */
export const decadeWord: Finder = {
  name: 'decade-word',
  triggers: ['decade', 'digits'],
  find(line, at) {
    const digit = entryAt(line, at)?.decade ?? shortDecade(line, at)
    if (digit === undefined || isHeat(line, at)) return undefined
    const to = digitsAt(line, at) >= 0 || textAt(line, at).startsWith("'") ? at + 2 : at + 1
    const century = entryAt(line, at - 1)?.number?.value
    const spelled = century === 19 || century === 18
    let from = spelled ? at - 1 : at
    if (line.lexicon.words['season-parts'].has(textAt(line, from - 1)) || isHyphen(textAt(line, from - 1))) {
      if (
        line.lexicon.words.owners.has(textAt(line, from - 2)) ||
        line.lexicon.words.owners.has(textAt(line, from - 3))
      )
        return undefined
    } else if (textAt(line, from - 1) === 'the') from--
    else if (followsDecade(line, from)) return { from, to, meaning: { type: 'DATE', prefix: `19${digit}` } }
    else return undefined
    return { from, to, meaning: { type: 'DATE', prefix: `${spelled ? century : 19}${digit}` } }
  },
}

/** "'90s", '90s' before nothing that they would count; apostrophe or not, in the last century. */
function shortDecade(line: Line, at: number): number | undefined {
  const text = textAt(line, at)
  const quoted = text.startsWith("'") && text.length === 3
  const digits = quoted ? Number(text.slice(1)) : text.length === 2 ? digitsAt(line, at) : -1
  if (!(digits >= 10) || digits % 10 !== 0 || textAt(line, at + 1) !== 's' || !line.pieces[at + 1].glued)
    return undefined
  if (digits >= 20 && followsDecade(line, at)) return digits / 10
  const apostrophe = quoted || textAt(line, at - 1) === "'"
  return apostrophe || (digits >= 50 && textAt(line, at - 1) === 'the') ? digits / 10 : undefined
}

/** 'temperatures in the 80s' */
function isHeat(line: Line, at: number): boolean {
  for (let i = at - 1; i >= at - 9; i--) if (line.lexicon.words.heat.has(textAt(line, i))) return true
  return false
}

/** 'the 70s and [80s]', "the '70s or ['80s]" */
function followsDecade(line: Line, at: number): boolean {
  const mark = textAt(line, at - 1) === "'" ? at - 2 : at - 1
  if (!/^(and|or|to)$/.test(textAt(line, mark))) return false
  const before = textAt(line, mark - 1)
  if (entryAt(line, mark - 1)?.decade !== undefined) return true
  const digits = textAt(line, mark - 2)
  return before === 's' && /^'?([2-9]|1[89]\d)0$/.test(digits)
}

/** 'the 20th century', 'the twentieth century', '19th-century' */
export const century: Finder = {
  name: 'century',
  triggers: ['unit'],
  find(line, at) {
    const { unit } = entryAt(line, at)!
    if (unit !== 'CE') return undefined
    const end = isHyphen(textAt(line, at - 1)) ? at - 1 : at
    const ordinal = ordinalBefore(line, end)
    if (!ordinal || ordinal.value < 1 || ordinal.value > 22) return undefined
    const from = textAt(line, ordinal.from - 1) === 'the' && end === at ? ordinal.from - 1 : ordinal.from
    return { from, to: at + 1, meaning: { type: 'DATE', prefix: `${ordinal.value - 1}`.padStart(2, '0') } }
  },
}

function ordinalBefore(line: Line, end: number): { from: number; value: number } | undefined {
  if (isOrdinalEnd(line, end - 1)) return { from: end - 2, value: digitsAt(line, end - 2) }
  const number = entryAt(line, end - 1)?.number
  if (number?.kind !== 'ordinal') return undefined
  const ten = entryAt(line, isHyphen(textAt(line, end - 2)) ? end - 3 : end - 2)?.number
  if (ten?.kind === 'ten' && number.value < 10) return { from: end - 3, value: ten.value + number.value }
  return { from: end - 1, value: number.value }
}
