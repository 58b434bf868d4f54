import type { Place, Span } from '../record/types.ts'
import type { Spot } from './atlas.ts'
import { countryOf } from './code.ts'
import { BeginsIn } from './codebook.ts'
import type { Context } from './context.ts'
import { splitPhrase } from './fold.ts'
import { findPieces, type PhraseWords } from './pieces.ts'
import type { PlaceName } from './place-names.ts'
import { findPlaceNames } from './place-names.ts'

/** Which place a name means, and by what that was settled. */
export interface Settled {
  spot: Spot
  basis: NonNullable<Place['basis']>
  /** how many places of the name there were to choose from */
  candidates: number
}

export interface Settlement {
  names: readonly PlaceName[]
  /** for every name, what it means; undefined where nothing is known or nothing speaks for any */
  settled: readonly (Settled | undefined)[]
  /** what the dateline's place means */
  dateline?: Settled
}

type Input = Pick<Context, 'language' | 'words' | 'book' | 'mentions' | 'wordsOf' | 'outlet'>

/**
 * Settles which place each name of the report means: by the state or country that stands with it ('named'), by the report's
 * other places and peoples ('nearby'), by where the report was written ('dateline'), or as the one with most people ('largest'). A name
 * means one place in one report, unless what stands with it says otherwise (Leidner 2007, Toponym Resolution in Text).
 */
export function settlePlaces(input: Input): Settlement {
  const names = findPlaceNames(input)
  const offers = names.map((name) => offersOf(input, name))
  const dateline = settleDateline(input)
  const home = homeOf(input, dateline)
  const evidence = gather(input, { names, offers, home })
  const settled: (Settled | undefined)[] = new Array(names.length).fill(undefined)
  const byKey = new Map<string, Settled>()
  settleNamed(input, { names, offers, settled, byKey })
  // Twice: the second time knows what was settled the first.
  for (const _ of [1, 2]) {
    const near = nearby(settled)
    names.forEach((name, n) => {
      if (settled[n]?.basis === 'named' || offers[n].spots.length === 0) return
      const { key } = offers[n]
      const isUnsure = offers[n].doubtful && !byKey.has(key)
      settled[n] = isUnsure ? undefined : (byKey.get(key) ?? choose(offers[n], { evidence, near, name }))
    })
  }
  return { names, settled, dateline }
}

/** The words with what their names of places were settled to mean, for codes. */
export function settledWords(words: PhraseWords, { names, settled }: Settlement): PhraseWords {
  const known = new Map<number, { to: number; spot: Spot }>()
  const begins = words.begins.slice()
  names.forEach(({ from, to }, n) => {
    const spot = settled[n]?.spot
    if (!spot?.country) return
    known.set(from, { to, spot })
    begins[from] |= BeginsIn.spots
  })
  return { ...words, begins, settled: known }
}

interface Offers {
  key: string
  spots: readonly Spot[]
  /** the level that a word beside the name tells: 'Almeth province' */
  level?: string
  /** the country whose name it is */
  land?: string
  /** whether the name alone may be something else */
  doubtful?: boolean
}

const NONE: Offers = { key: '', spots: [] }

/** What a name may mean. */
function offersOf({ words, book }: Pick<Input, 'words' | 'book'>, { from, to, role }: PlaceName): Offers {
  const isCapitals =
    to === from + 1 && words.form[from].length <= 3 && words.form[from] === words.form[from].toUpperCase()
  const short = to === from + 1 ? book.atlas.short(words.form[from], role === 'behind') : undefined
  if (short) return { key: `.${words.form[from]}`, spots: [short] }
  const whole = offer({ words, book }, from, to)
  if (whole) return isCapitals && !whole.land ? NONE : { ...whole, doubtful: book.atlas.isDoubtful(whole.key) }
  for (const { at, end, level } of book.bareNames(words, from, to)) {
    const bare = offer({ words, book }, at, end)
    if (bare) return { ...bare, key: level ? `${bare.key} ${level}` : bare.key, level }
  }
  return NONE
}

function offer({ words, book }: Pick<Input, 'words' | 'book'>, from: number, to: number): Offers | undefined {
  const rows = book.actors.get(words.folded.slice(from, to).join(' '))
  const isAsItStands = ({ exact }: { exact: boolean }) => !exact || words.form[from] === words.form[from].toUpperCase()
  const land = rows?.find((row) => row.as === 'country' && isAsItStands(row))
  const capital = rows?.find((row) => row.as === 'capital' && isAsItStands(row))
  const key = book.placeKeyOf(words, from, to)
  const spots = distinct(book.atlas.find(key)).map(
    (spot): Spot => (isCapital(spot, capital?.country) ? { ...spot, usual: true } : spot),
  )
  if (!land) return spots.length > 0 ? { key, spots } : undefined
  return { key, spots: [book.atlas.country(land.country), ...spots], land: land.country }
}

const isCapital = ({ level, country, people }: Spot, of: string | undefined) =>
  level === 'town' && country === of && people > SMALL

/** A town and its district of the same name are one. */
function distinct(spots: readonly Spot[]): Spot[] {
  const kept: Spot[] = []
  for (const spot of spots) {
    const at = kept.findIndex((other) => other.country === spot.country && kilometres(other, spot) < 60)
    if (at < 0) kept.push(spot)
    // A city and the division that it is the whole of.
    else if (kept[at].level === 'division' && spot.level === 'town' && !kept[at].usual) kept[at] = spot
    else if (kept[at].usual && !kept[at].geonames) kept[at] = { ...spot, usual: true }
  }
  return kept
}

/** Where the report was written, by its dateline: in the region beside the town, where one stands there. */
function settleDateline({ language: { dateline, text }, book, wordsOf }: Input): Settled | undefined {
  if (!dateline?.place) return undefined
  const offersAt = ({ start, end }: Span, role: PlaceName['role']) => {
    const words = wordsOf(splitPhrase(text.slice(start, end)))
    return offersOf({ words, book }, { from: 0, to: words.form.length, mention: -1, role })
  }
  const { spots, land } = offersAt(dateline.place, 'own')
  const units = dateline.region && !land ? offersAt(dateline.region, 'behind').spots : []
  const within = spots.filter((spot) => units.some((unit) => liesIn(spot, unit)))
  const from = within.length > 0 ? within : units.length > 0 ? units : spots
  const [spot] = [...from].sort((a, b) => weight(b) - weight(a))
  const basis = units.length > 0 || spot?.level === 'country' ? 'named' : 'largest'
  return spot && { spot, basis, candidates: Math.max(1, spots.length) }
}

/** Countries of the dateline and of the outlet's name. */
function homeOf({ book, wordsOf, outlet }: Input, dateline: Settled | undefined): string[] {
  const words = wordsOf(outlet ? splitPhrase(outlet) : [])
  const named = findPieces(book, words, 0, words.form.length).map((piece) => countryOf(piece))
  return [dateline?.spot.country, ...named].filter((country) => country !== undefined && country !== '') as string[]
}

interface Work {
  names: readonly PlaceName[]
  offers: readonly Offers[]
  settled: (Settled | undefined)[]
  byKey: Map<string, Settled>
}

/** Names that a state or country stands behind, before or around. */
function settleNamed(input: Input, { names, offers, settled, byKey }: Work): void {
  const around = new Map<number, Spot[]>()
  names.forEach(({ role, settles }, n) => {
    if (role !== 'behind' || settles === undefined || offers[settles].land) return
    around.set(settles, [...(around.get(settles) ?? []), ...offers[n].spots])
  })
  names.forEach((name, n) => {
    if (name.role === 'behind') return
    const units = around.get(n) ?? unitsBefore(input, name)
    if (units.length === 0) return
    const within = offers[n].spots.filter((spot) => units.some((unit) => liesIn(spot, unit)))
    if (within.length === 0) return
    const [best] = within.sort((a, b) => weight(b) - weight(a))
    settled[n] = { spot: best, basis: 'named', candidates: offers[n].spots.length }
    if (!byKey.has(offers[n].key)) byKey.set(offers[n].key, settled[n])
  })
  settleUnits({ names, offers, settled, byKey })
}

/** The state or country behind a town is the one that the town lies in: Georgia behind Atlanta. */
function settleUnits({ names, offers, settled, byKey }: Work): void {
  names.forEach(({ role, settles }, n) => {
    const town = role === 'behind' && settles !== undefined ? settled[settles] : undefined
    const unit = town && offers[n].spots.find((spot) => liesIn(town.spot, spot))
    if (!unit) return
    settled[n] = { spot: unit, basis: 'named', candidates: offers[n].spots.length }
    if (!byKey.has(offers[n].key)) byKey.set(offers[n].key, settled[n])
  })
}

const FAR = 120

function liesIn(spot: Spot, unit: Spot): boolean {
  if (spot === unit || spot.level === 'country' || unit.level === 'town') return false
  if (unit.level === 'country') return spot.country === unit.country
  if (unit.country !== spot.country) return false
  if (unit.level === 'division' && unit.geonames !== undefined && spot.division !== undefined)
    return unit.division === spot.division && (spot.level === 'town' || spot.geonames !== unit.geonames)
  return kilometres(spot, unit) < FAR
}

const BEFORE = 5

/** 'Kestria's Almeth', 'the Kestrian town of Almeth': the nation in the words before. */
function unitsBefore({ language: { lower, sentence }, words, book }: Input, { from }: PlaceName): Spot[] {
  const first = Math.max(0, from - BEFORE)
  const isNear = (w: number) => w >= first && sentence[w] === sentence[from]
  let w = from - 1
  if (isNear(w) && (lower[w] === "'s" || lower[w] === '’s')) {
    const land = isNear(w - 1) ? book.actors.get(words.folded[w - 1])?.find(({ as }) => as === 'country') : undefined
    return land ? [book.atlas.country(land.country)] : []
  }
  if (isNear(w) && lower[w] === 'of') w--
  if (!isNear(w) || !isPlaceNoun(book, words, w)) return []
  for (w--; isNear(w); w--) {
    const isNation = words.begins[w] & BeginsIn.adjectives && words.form[w] !== words.folded[w]
    const nation = isNation ? book.adjectives.match(words.folded, w, from) : undefined
    if (nation) return [book.atlas.country(nation.value)]
    if (words.form[w] !== words.folded[w] || !/^[a-z-]+$/.test(words.form[w]) || lower[w] === 'the') return []
  }
  return []
}

function isPlaceNoun(book: Input['book'], { singular }: Input['words'], w: number): boolean {
  return book.nouns.get(singular[w])?.kind === 'place' || book.placeWords.get(singular[w])?.role === 'behind'
}

interface Evidence {
  /** how much speaks for each country, by the name that says so */
  countries: ReadonlyMap<string, ReadonlyMap<string, number>>
  home: ReadonlySet<string>
  /** codes of divisions that the report names, but by no other's name */
  divisions: ReadonlyMap<string, string>
}

/** Countries that the report's peoples, countries and states speak for. */
function gather(
  { language, words, book }: Input,
  { names, offers, home }: { names: readonly PlaceName[]; offers: readonly Offers[]; home: readonly string[] },
): Evidence {
  const countries = new Map<string, Map<string, number>>()
  const add = (country: string, by: string, much: number) => {
    const known = countries.get(country) ?? new Map<string, number>()
    countries.set(country, known.set(by, (known.get(by) ?? 0) + much))
  }
  for (let w = 0; w < language.size; w++) {
    if (!(words.begins[w] & BeginsIn.adjectives) || words.form[w] === words.folded[w]) continue
    const nation = book.adjectives.match(words.folded, w, Math.min(language.size, w + 3))
    if (nation) add(nation.value, words.folded[w], 1)
  }
  const divisions = new Map<string, string>()
  names.forEach((_, n) => {
    const { spots, key, land } = offers[n]
    if (land) add(land, key, 1)
    else if (spots.length > 0 && spots.every(({ country }) => country === spots[0].country))
      add(spots[0].country, key, 0.5)
    for (const { level, division, people } of spots)
      if (level === 'division' && division && people > 0 && !divisions.has(division)) divisions.set(division, key)
  })
  for (const country of home) add(country, '', 2)
  return { countries, home: new Set(home), divisions }
}

interface Near {
  divisions: ReadonlyMap<string, number>
  spots: readonly Spot[]
}

function nearby(settled: readonly (Settled | undefined)[]): Near {
  const divisions = new Map<string, number>()
  const spots: Spot[] = []
  for (const one of settled) {
    if (!one || one.spot.level === 'country' || one.spot.level === 'region') continue
    const { division } = one.spot
    if (division) divisions.set(division, (divisions.get(division) ?? 0) + 1)
    if (spots.length < MOST_NEAR && !spots.includes(one.spot)) spots.push(one.spot)
  }
  return { divisions, spots }
}

const MOST_NEAR = 40
const SMALL = 15_000
const WELL_KNOWN = 200_000
const LAND = 8.3
const COUNTRY = 1.1
const STATE = 1.5
const CLOSE = 0.8
const USUAL = 7.2
const DIVISION = -0.5

/** How likely a name means the place, where nothing else is known: powers of ten of its people. */
function weight({ level, people, usual }: Spot): number {
  if (level === 'country') return LAND
  const own = Math.log10(people + 10) + (level === 'division' ? DIVISION : 0)
  return usual ? Math.max(USUAL, own) : own
}

function choose(
  { key, spots, level }: Offers,
  { evidence, near, name }: { evidence: Evidence; near: Near; name: PlaceName },
): Settled | undefined {
  let [best, most, largest] = [spots[0], Number.NEGATIVE_INFINITY, spots[0]]
  for (const spot of spots) {
    const fit = level && spot.level !== level ? -1 : 0
    const score = weight(spot) + fit + support(spot, key, evidence) + closeness(spot, near)
    if (score > most) [best, most] = [spot, score]
    if (weight(spot) + fit > weight(largest) + (level && largest.level !== level ? -1 : 0)) largest = spot
  }
  const helped = support(best, key, evidence) > 0 || closeness(best, near) > 0
  const isKnown =
    best.usual ||
    best.level === 'country' ||
    best.level === 'region' ||
    best.people >= (level ? SMALL : knownFrom(best, name))
  if (!helped && !isKnown) return undefined
  const basis =
    best.level === 'country'
      ? 'named'
      : best === largest
        ? 'largest'
        : evidence.home.has(best.country) && !others(best, key, evidence)
          ? 'dateline'
          : 'nearby'
  return { spot: best, basis, candidates: spots.length }
}

/** Of small towns too many bear the names of other things: where nothing speaks for one, only a known one counts. */
const knownFrom = ({ level }: Spot, { role }: PlaceName) =>
  role === 'inside' || level === 'division' ? WELL_KNOWN : SMALL

const total = (by: ReadonlyMap<string, number> | undefined, but: string) => {
  let sum = 0
  if (by) for (const [name, much] of by) if (name !== but) sum += much
  return sum
}

/** What the report's countries, peoples and states, other than the name itself, say for a place. */
function support({ country, division, level }: Spot, key: string, { countries, divisions }: Evidence): number {
  const own = total(countries.get(country), key)
  if (own === 0) return 0
  let all = 0
  for (const by of countries.values()) all += total(by, key)
  const named = division && level === 'town' ? divisions.get(division) : undefined
  return COUNTRY * Math.sqrt(own / all) + (named !== undefined && named !== key ? STATE : 0)
}

const others = ({ country }: Spot, key: string, { countries }: Evidence) => total(countries.get(country), key) > 2

function closeness(spot: Spot, { divisions, spots }: Near): number {
  if (spot.level === 'country' || spot.level === 'region') return 0
  const same = spot.division ? (divisions.get(spot.division) ?? 0) : 0
  if (same > 1 || (same === 1 && !spots.includes(spot))) return CLOSE
  return spots.some((other) => other !== spot && other.country === spot.country && kilometres(other, spot) < 150)
    ? CLOSE / 2
    : 0
}

const RADIAN = Math.PI / 180
const DIAMETER = 12_742

function kilometres(a: Spot, b: Spot): number {
  if (a.lat === undefined || b.lat === undefined || a.lon === undefined || b.lon === undefined)
    return Number.POSITIVE_INFINITY
  const half = Math.sin(((b.lat - a.lat) * RADIAN) / 2) ** 2
  const across = Math.cos(a.lat * RADIAN) * Math.cos(b.lat * RADIAN) * Math.sin(((b.lon - a.lon) * RADIAN) / 2) ** 2
  return DIAMETER * Math.asin(Math.sqrt(half + across))
}
