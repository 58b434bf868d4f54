import { z } from 'zod'
import { comparedReports, laidStory } from '../desk/laid-story.ts'
import type { OpenedDesk } from '../desk/open.ts'
import { listStories, storySorts } from '../desk/stories.ts'
import { openStoryGrouping } from '../open-stories.ts'
import { Failure } from '../record/failure.ts'
import type { Stories } from '../story/group/stories.ts'
import { laidStorySchema, storyRowSchema } from '../story/laid-schema.ts'
import { UNIT } from './quotes.ts'
import { COMPARE, STORIES } from './say.ts'
import { tool } from './tool.ts'

const storiesInput = z.strictObject({
  sort: z
    .enum(storySorts)
    .default('latest')
    .describe('latest: by last publication; size: by reports; first: by first publication'),
  least: z.int().min(1).default(2).describe('reports of a story at least'),
  report: z.string().optional().describe("a report's id: its story"),
  skip: z.int().min(0).default(0),
  limit: z.int().min(1).max(50).default(20),
})

/** The tool that lists stories. */
export function storiesTool(desk: OpenedDesk) {
  return tool({
    name: 'stories',
    title: 'Stories: reports of the same happenings',
    description: STORIES,
    input: storiesInput,
    output: z.object({ rows: z.array(storyRowSchema), count: z.int() }),
    answer: (query) => listStories(desk, query.report === undefined ? query : { ...query, least: 1 }),
  })
}

const compareInput = z.strictObject({
  story: z.string().optional().describe("a story's id, from `stories`"),
  reports: z.array(z.string()).min(2).max(20).optional().describe("reports' ids, in place of a story"),
})

/** Most happenings of an answer: those that most reports tell. */
const MOST = 40

/** The tool that lays reports side by side. */
export function compareTool(desk: OpenedDesk) {
  let opened: Promise<Stories> | undefined
  return tool({
    name: 'compare',
    title: 'What each report of a story says, and where they differ',
    description: COMPARE,
    input: compareInput,
    output: laidStorySchema.extend({ offsets: z.string(), left_out: z.int().describe('happenings that are not here') }),
    async answer({ story, reports }) {
      if ((story === undefined) === (reports === undefined))
        throw new Failure('bad-argument', 'give a story or reports, one of the two')
      const stories = await (opened ??= openStoryGrouping())
      const laid = story === undefined ? comparedReports(desk, stories, reports ?? []) : laidStory(desk, stories, story)
      const happenings = laid.happenings.slice(0, MOST)
      return { offsets: UNIT, ...laid, happenings, left_out: laid.happenings.length - happenings.length }
    },
  })
}
