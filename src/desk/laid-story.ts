import { Failure } from '../record/failure.ts'
import type { Stories } from '../story/group/stories.ts'
import { type LaidStory, layOut, type StoryReport } from '../story/lay-out.ts'
import type { OpenedDesk } from './open.ts'
import { outletsOf, storyById, storyState } from './stories.ts'

/** A story of a desk, laid out. */
export interface DeskStory extends LaidStory {
  /** the id that was asked for, where that story was merged into this one */
  merged?: string
  /** reports of the story that are not here, because it has too many */
  more: number
}

/**
 * The story of that id with everything that its reports say.
 *
 * @throws Failure `story-missing`
 */
export function laidStory(desk: OpenedDesk, stories: Stories, id: string): DeskStory {
  const { id: own, merged, more, reports } = storyById(desk, id)
  if (reports.length === 0) throw new Failure('story-missing', `no report of the story ${id} was read`)
  const story = { ...stories.together(reports.map(({ record }) => record)), id: own }
  return { ...layOut(story, reports, stories.originOf, outletsOf(desk)), ...(merged !== undefined && { merged }), more }
}

/**
 * Reports of a desk laid side by side, whatever their stories.
 *
 * @throws Failure `report-missing`, `bad-argument` where there are fewer than two
 */
export function comparedReports(desk: OpenedDesk, stories: Stories, ids: readonly string[]): LaidStory {
  const reports = ids.map((id): StoryReport => {
    const record = desk.rightRecord(id)
    if (!record)
      throw new Failure(
        'report-missing',
        `${desk.file} has no report ${id}; onrecord find reports --desk ${desk.file} lists them`,
      )
    return { record }
  })
  if (reports.length < 2) throw new Failure('bad-argument', 'name two reports or more to compare')
  return layOut(stories.together(reports.map(({ record }) => record)), reports, stories.originOf, outletsOf(desk))
}

/** Stories that are kept laid out. */
const KEPT = 40

/** Stories of a desk laid out, each once for as long as its reports and their readings are the same. */
export function openLaidStories(desk: OpenedDesk, stories: Stories): (id: string) => DeskStory {
  const kept = new Map<string, { state: string; laid: DeskStory }>()
  return (id) => {
    const state = storyState(desk, id)
    const known = kept.get(id)
    if (known?.state === state) return known.laid
    const laid = laidStory(desk, stories, id)
    kept.delete(id)
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value as string)
    kept.set(id, { state, laid })
    return laid
  }
}
