import { expect, test } from 'vitest'
import { withoutTail } from './tail.ts'

const STORY = [
  'The council of Almeth voted on Monday to close its northern bridge to lorries, its clerk said.',
  '“Nobody should wait for a cable to snap,” said Ilse Marek, who lives beside it.',
]
/** What is left of the story with these paragraphs behind it, beyond the story. */
const left = (...behind: string[]) =>
  withoutTail([...STORY, ...behind].join('\n\n'))
    .text.split('\n\n')
    .slice(STORY.length)

test.each([
  [['Subscribe to read the whole article.', 'Already a subscriber? Log in.'], true],
  [['Continue reading with Courier Plus', 'Subscribe now for 2 marks a week. Cancel at any time.'], true],
  [['You have read all your free articles this month.'], true],
  [['To continue reading, please sign in or create an account.'], true],
  [['This story is available only to our subscribers.'], true],
  [['Sign up for our morning newsletter.', 'Follow us on Facebook', 'Comments (12)'], false],
  [['Support independent journalism from 3 marks a month.'], false],
  [['Related: Ferry to run again in June', 'Read more: Why cables wear'], false],
  [['Read also', 'Ferry to run again in June', 'Council meets on cables'], false],
  [['More on this story', 'Ferry to run again in June', 'Sign up for our newsletter'], false],
])('%j tells nothing', (behind, isWalled) => {
  expect(left(...behind)).toEqual([])
  expect(withoutTail([...STORY, ...behind].join('\n\n')).isWalled).toBe(isWalled)
})

test.each([
  'Subscribe to that view if you like, Jonas Reth told the council; he did not.',
  '“Sign up for our newsletter,” the union told drivers.',
  'Related claims were denied by Dario Venn.',
  'Read also about the strike: it began on Friday.',
  'Register to vote by 5 May, the clerk asked all who moved to Almeth.',
  'Copyright 2025 The Tessaly Agency',
  'See the river, she said',
])('%s stays', (words) => {
  expect(left(words)).toEqual([words])
})

test('a pointer between paragraphs goes, a list that a sentence follows stays, and so does what stands alone', () => {
  const [first, second] = STORY
  expect(withoutTail([first, 'Read more: Why cables wear', second].join('\n\n')).text).toBe(`${first}\n\n${second}`)
  expect(left('Related', 'Ferry to run again', 'The ferry will run in June, Reth said.')).toHaveLength(3)
  expect(withoutTail('Subscribe to read this article.').text).toBe('Subscribe to read this article.')
})
