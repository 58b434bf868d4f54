import type { Change } from './changes.ts'
import type { Compared, ComparedField, Telling } from './compare.ts'
import type { LaidStory } from './lay-out.ts'

/** In what reports of a story differ about one happening. */
export interface Difference {
  happening: string
  type: string
  /** its words, as the first report has them */
  words: string
  field: ComparedField
  /** what is said, each once, in the order of the reports */
  values: string[]
}

/** A story in short, for a list of stories. */
export interface StoryBrief {
  id: string
  says: string
  reports: { id: string; outlet?: string; published?: string; origin: string }[]
  /** how many happenings two reports or more tell */
  shared: number
  /** the most telling first: tolls, then how it is told, then who */
  differs: Difference[]
  changes: Change[]
}

/** Differences of a story in short, at most. */
const MOST = 4
/** What says most first. */
const WEIGHT: readonly ComparedField[] = [
  'killed',
  'injured',
  'arrested',
  'status',
  'size',
  'actors',
  'recipients',
  'where',
  'when',
]

/** A story in short: origins of its reports, and the differences that say most, one a field. */
export function briefOf({ id, says, reports, happenings, changes }: LaidStory): StoryBrief {
  const shared = happenings.filter(({ silent }) => reports.length - silent.length > 1)
  const differs = WEIGHT.flatMap((field) => {
    const found = shared.find((happening) => happening.differs.includes(field))
    return found ? [differenceOf(found, field)] : []
  })
  return {
    id,
    says,
    reports: reports.map(({ id, outlet, published, origin }) => ({
      id,
      ...(outlet !== undefined && { outlet }),
      ...(published !== undefined && { published }),
      origin: origin.name,
    })),
    shared: shared.length,
    differs: differs.slice(0, MOST),
    changes,
  }
}

function differenceOf({ id, type, tellings }: Compared, field: ComparedField): Difference {
  const values = tellings.map((telling) => saidOf(telling, field)).filter((value) => value !== '')
  return { happening: id, type, words: tellings[0].words, field, values: [...new Set(values)] }
}

/** What a telling says of a field, in words; empty where it says nothing. */
export function saidOf(telling: Telling, field: ComparedField): string {
  if (field === 'word') return telling.word.map(({ speaker }) => speaker ?? 'somebody').join(', as told by ')
  const value = telling[field]
  return Array.isArray(value) ? value.join('; ') : String(value ?? '')
}
