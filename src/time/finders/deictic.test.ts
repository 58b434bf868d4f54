import { describe } from 'vitest'
import { checkTimes } from '../fixture.ts'

describe('published on Thursday, 3 October 2024', () => {
  checkTimes('2024-10-03', [
    ['He spoke/VBD [today].', '2024-10-03'],
    ['He spoke/VBD [yesterday].', '2024-10-02'],
    ['He will speak/VB [tomorrow].', '2024-10-04'],
    ['He spoke/VBD [late yesterday].', '2024-10-02/END'],
    ['He spoke/VBD [the day before yesterday].', '2024-10-01'],
    ['He will speak/VB [the day after tomorrow].', '2024-10-05'],
    ["[Yesterday]'s vote failed/VBD.", '2024-10-02'],
  ])
})

describe('without a publication date', () => {
  checkTimes(undefined, [
    ['He spoke/VBD [today].', 'XXXX-XX-XX'],
    ['It rained/VBD [last year].', 'XXXX'],
    ['It rained/VBD [last week].', 'XXXX-WXX'],
    ['It rained/VBD [last month].', 'XXXX-XX'],
    ['It rose/VBD in [the third quarter].', 'XXXX-Q3'],
    ['It fell/VBD [last summer].', 'XXXX-SU'],
    ['He left/VBD [two years ago].', 'XXXX'],
    ['Police came/VBD at [10 p.m. Wednesday].', 'XXXX-XX-XXT22:00'],
    ['He spoke/VBD at [Christmas].', 'XXXX-12-25'],
  ])
})
