import { stableId } from '../record/id.ts'
import type { Place, Span } from '../record/types.ts'
import type { Codebook, Spot } from './codebook.ts'
import type { Context } from './context.ts'
import type { DatelinePlace } from './dateline-place.ts'
import { nameKey } from './find-names.ts'
import type { Found } from './mention.ts'
import { findPieces, type Piece } from './pieces.ts'

/** Where names of places lie, by the gazetteer, the dateline's first; `entityOf` gives the id of a mention's entity. */
export function findPlaces(
  context: Context,
  entityOf: (mention: number) => string | undefined,
  taken: Set<string>,
  dateline?: { place: DatelinePlace; entity: string | undefined },
): Place[] {
  const { mentions, language, clusters } = context
  const seen = new Map<string, Spot | undefined>()
  const known = (mention: Found) => {
    if (!seen.has(mention.key)) seen.set(mention.key, spotOf(context, mention))
    return seen.get(mention.key)
  }
  const place = ({ start, end }: Span, entity: string | undefined, spot: Spot | undefined): Place => ({
    start,
    end,
    id: stableId('p', [start, end], taken),
    ...(entity ? { entity } : {}),
    ...(spot?.country ? { country: spot.country } : {}),
    ...(spot?.lat === undefined ? {} : { lat: spot.lat, lon: spot.lon }),
  })
  const opening = dateline ? [place(dateline.place, dateline.entity, dateline.place.spot)] : []
  const told = mentions.flatMap((mention, m) => {
    if (mention.form !== 'name' || clusters.kind(m) !== 'place') return []
    const span = { start: language.start[mention.from], end: language.end[mention.to - 1] }
    return [place(span, entityOf(m), known(mention))]
  })
  return [...opening, ...told]
}

/** The gazetteer's place of a name: a country, a known place, or a place whose first or last words are known. */
export function spotOf(
  { book, words }: Pick<Context, 'book' | 'words'>,
  name: { from: number; to: number },
): Spot | undefined {
  const whole = countrySpot(book, findPieces(book, words, name.from, name.to)) ?? book.spots.get(nameKey(words, name))
  if (whole) return whole
  // 'northern Almeth', 'Almeth province', 'Almeth, Varlonia'
  for (let to = name.to; to > name.from; to--)
    for (let from = name.from; from < to; from++) {
      const part = book.spots.get(words.folded.slice(from, to).join(' '))
      if (part) return part
    }
  return undefined
}

function countrySpot(book: Codebook, pieces: readonly Piece[]): Spot | undefined {
  if (pieces.length !== 1 || pieces[0].type !== 'actor') return undefined
  const { as, country } = pieces[0].actor
  return as === 'country' ? (book.spots.get(`#${country}`) ?? { country }) : undefined
}
