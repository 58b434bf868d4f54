import type { Coefficient } from '../../coding/agreement.ts'
import type { Agreement, FieldAgreement } from '../../coding/agreement-of.ts'
import type { Share } from '../../coding/interval.ts'
import type { ListScore } from '../../coding/score-gold.ts'
import type { Rightness } from '../../desk/coding/right-of.ts'
import type { DeskScore } from '../../desk/coding/score-desk.ts'

/** A desk against gold, in lines. */
export function sayScore({ reports, lists }: DeskScore): string[] {
  return [`against gold, ${reports} ${reports === 1 ? 'report' : 'reports'}:`, ...lists.flatMap(sayList)]
}

function sayList({ list, precision, recall, f1, fields, kinds }: ListScore): string[] {
  return [
    line(list, `precision ${sayShare(precision)}`),
    line('', `recall    ${sayShare(recall)}${f1 === undefined ? '' : `; F1 ${two(f1)}`}`),
    ...fields.map(({ field, right }) => line(`  ${field}`, `right     ${sayShare(right)}`)),
    ...kinds.map(({ value, precision, recall }) =>
      line(`  ${value}`, `precision ${sayShare(precision)}, recall ${sayShare(recall)}`),
    ),
  ]
}

/** How right a desk is by what people decided, in lines. */
export function sayRightness({ of, sample, precision, fields, recall }: Rightness): string[] {
  const head =
    of === 'random'
      ? `by what people decided, ${sample.decided} of ${sample.rows} rows that were drawn by lot:`
      : 'by all that people decided (no fair sample: people choose what they decide):'
  if (precision.length === 0) return [head, '  nothing is decided yet']
  return [
    head,
    ...precision.map(({ list, by, value, right, there }) =>
      line(
        by === 'all' ? list : `  ${value}`,
        `right ${sayShare(right)}${there.hold > right.hold ? `; there ${sayShare(there)}` : ''}`,
      ),
    ),
    ...fields.map(({ list, field, right }) =>
      line(`  ${field}`, `right ${sayShare(right)}, of ${list} that are there`),
    ),
    ...recall.map(({ list, reports, found }) =>
      line(`${list} found`, `${sayShare(found)}, in ${reports} ${reports === 1 ? 'report' : 'reports'} marked whole`),
    ),
  ]
}

/** How far people agree, in lines. */
export function sayAgreement({ coders, rows, fields }: Agreement): string[] {
  if (rows === 0) return []
  const who = coders.map(({ name, rows }) => `${name} ${rows}`).join(', ')
  return [`how far people agree, on ${rows} rows that several decided (${who}):`, ...fields.flatMap(sayField)]
}

function sayField({ list, field, percent, alpha, pairs }: FieldAgreement): string[] {
  const name = list === 'rows' ? field : `${list} ${field}`
  return [
    line(`  ${name}`, `alike ${sayShare(percent)}; alpha ${sayCoefficient(alpha)}`),
    ...pairs.map(({ a, b, percent, kappa }) =>
      line(`    ${a}, ${b}`, `alike ${sayShare(percent)}; kappa ${sayCoefficient(kappa)}`),
    ),
  ]
}

const line = (name: string, says: string) => `${name.padEnd(28)} ${says}`
const two = (value: number) => value.toFixed(2)

const sayShare = ({ of, hold, share, low, high }: Share): string =>
  share === undefined || low === undefined || high === undefined
    ? 'none'
    : `${two(share)} (${two(low)} to ${two(high)}; ${hold} of ${of})`

const sayCoefficient = ({ value, low, high }: Coefficient): string =>
  value === undefined
    ? 'says nothing here'
    : low === undefined || high === undefined
      ? two(value)
      : `${two(value)} (${two(low)} to ${two(high)})`
