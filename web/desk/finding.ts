import type { Series, SeriesUnit } from '../../src/desk/series.ts'
import { sum } from '../sum.ts'
import { counted } from '../words/counted.ts'
import { dayInWords } from '../words/days.ts'
import { meaningOf } from '../words/values.ts'
import { rowNames } from './fields.ts'
import { spanInWords } from './next-span.ts'

/**
 * What a picture over time shows, in a sentence: how many rows, how most of them are told or whose they are, and when there are most.
 *
 * @example '65 events: 50 told as a fact, 5 denied or told as not having happened. Most on 14 Mar 2025: 40.'
 */
export function finding(
  { spans, series, coarse }: Pick<Series, 'spans' | 'series' | 'coarse'>,
  { list, by, unit }: { list: 'statements' | 'events'; by: string; unit: SeriesUnit },
): string {
  const totals = series.map(({ counts }, index) => sum(counts) + sum(coarse.map(({ counts }) => counts[index])))
  const all = sum(totals)
  if (all === 0) return ''
  const of = (...values: string[]) =>
    sum(series.map(({ value }, index) => (values.includes(value) ? totals[index] : 0)))
  const first = series.findIndex(({ value }) => value !== '' && value !== 'other')
  const told =
    by === 'status'
      ? `${of('happened', 'ongoing').toLocaleString('en')} told as a fact, ${of('denied', 'not-happened').toLocaleString('en')} denied or told as not having happened`
      : first < 0
        ? ''
        : `most, ${totals[first].toLocaleString('en')}, ${sayBy(by, series[first].value)}`
  const bySpan = spans.map((_, s) => sum(series.map(({ counts }) => counts[s])))
  const peak = bySpan.indexOf(Math.max(...bySpan))
  const when =
    spans.length < 2
      ? ''
      : ` Most ${unit === 'day' ? 'on' : unit === 'week' ? 'in the week of' : 'in'} ${dayInWords(spanInWords(spans[peak], unit))}: ${bySpan[peak].toLocaleString('en')}.`
  return `${counted(all, rowNames[list])}${told && `: ${told}`}.${when}`
}

function sayBy(by: string, value: string): string {
  const words = meaningOf(by, value) ?? value
  if (by === 'speaker') return `by ${words}`
  if (by === 'outlet') return `from ${words}`
  return by === 'word' ? `on the word of ${words}` : `of ${by} ${words}`
}
