import { openResources } from './open-resources.ts'
import { openStories, type Stories, storyFiles } from './story/group/stories.ts'

/** Opens the grouping of reports into stories, from the package's own codebook. */
export async function openStoryGrouping(): Promise<Stories> {
  return openStories(await openResources(undefined, storyFiles))
}
