import type { Language } from '../types.ts'
import { findQuotations, type Quotation } from './find-quotations.ts'

/** A report's quotations, and for every word the outermost one that holds it, or -1. */
export interface QuotationPlaces {
  quotations: readonly Quotation[]
  quotation: Int32Array
}

/** Finds a report's quotations and the words that stand in them. */
export function placeQuotations(
  { text, paragraphs, size, start, end }: Pick<Language, 'text' | 'paragraphs' | 'size' | 'start' | 'end'>,
  elisions?: ReadonlySet<string>,
): QuotationPlaces {
  const quotations = findQuotations(text, paragraphs, elisions)
  const quotation = new Int32Array(size).fill(-1)
  let w = 0
  quotations.forEach((each, q) => {
    if (each.inner) return
    while (w < size && end[w] <= each.start) w++
    for (; w < size && start[w] < each.end; w++) quotation[w] = q
  })
  return { quotations, quotation }
}
