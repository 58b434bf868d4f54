import { expect, it } from 'vitest'
import { openChecking } from './open-check.ts'
import { openLaid } from './open-laid.ts'
import { openStoryGrouping } from './open-stories.ts'

it('hands out files with tables laid over them', async () => {
  const path = 'codebook/story/negations.txt'
  const [plain, laid] = await Promise.all([openLaid([path]), openLaid([path], { 'story/negations.txt': 'nowise\n' })])
  expect(plain.text(path)).not.toContain('nowise')
  expect(laid.text(path)).toContain('nowise')
})

it('checking and stories take tables, and refuse what is wrong in them', async () => {
  await expect(openChecking({ codebook: { 'story/negation.txt': '' } })).rejects.toThrow("did you mean 'story/neg")
  await expect(openStoryGrouping({ codebook: { 'story/weights.tsv': 'words\theavy\n' } })).rejects.toThrow(
    "weight 'heavy' is not a number",
  )
})
