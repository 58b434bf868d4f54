import { type LaidOver, openLaid } from './open-laid.ts'
import { openStories, type Stories, storyFiles } from './story/group/stories.ts'

/**
 * Opens the grouping of reports into stories.
 *
 * @param options.codebook tables to lay over the codebook, as for `openReader`
 */
export async function openStoryGrouping({ codebook }: { codebook?: LaidOver } = {}): Promise<Stories> {
  return openStories(await openLaid(storyFiles, codebook))
}
