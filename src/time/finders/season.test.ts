import { describe } from 'vitest'
import { checkTimes } from '../fixture.ts'

describe('published on 3 October 2024', () => {
  checkTimes('2024-10-03', [
    ['He was shot/VBN [last fall].', '2023-FA'],
    ['He was shot/VBN [last summer].', '2024-SU'],
    ['He was shot/VBN [last winter].', '2023-WI'],
    ['He was shot/VBN [this summer].', '2024-SU'],
    ['He was shot/VBN [this past spring].', '2024-SP'],
    ['He was shot/VBN in [the winter of 1994].', '1994-WI'],
    ['He was shot/VBN in [the winter of nineteen ninety-four].', '1994-WI'],
    ['He was shot/VBN in [summer 2019].', '2019-SU'],
    ['He was shot/VBN in [the early summer].', '2024-SU/START'],
    ['He will return/VB [next spring].', '2025-SP'],
    ['He will return/VB in [the spring].', '2025-SP'],
    ['He was shot/VBN in [autumn].', '2024-FA'],
    ['They marched/VBD for [the past three summers].', 'XXXX-SU'],
  ])
})
