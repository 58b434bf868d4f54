import { describe } from 'vitest'
import { checkTimes } from '../fixture.ts'

describe('published on Thursday, 3 October 2024', () => {
  checkTimes('2024-10-03', [
    ['He spoke/VBD [this morning].', '2024-10-03TMO'],
    ['He spoke/VBD [this evening].', '2024-10-03TEV'],
    ['He spoke/VBD [last night].', '2024-10-02TNI'],
    ['He will speak/VB [tonight].', '2024-10-03TNI'],
    ['He will speak/VB [tomorrow afternoon].', '2024-10-04TAF'],
    ['He spoke/VBD [yesterday morning].', '2024-10-02TMO'],
    ['He spoke/VBD [Tuesday night].', '2024-10-01TNI'],
    ['He spoke/VBD on [Friday evening].', '2024-09-27TEV'],
    ['He spoke/VBD on [the night of Oct. 1].', '2024-10-01TNI'],
    ['He was held/VBN in [the early hours of Sunday].', '2024-09-29TMO/START'],
    ['He was held/VBN in [the early hours of Sunday morning].', '2024-09-29TMO/START'],
    ['He will speak/VB [later this afternoon].', '2024-10-03TAF/END'],
    ['It fell/VBD on [Oct. 1]. | He spoke/VBD [the next morning].', '2024-10-01 2024-10-02TMO'],
    ['It fell/VBD on [Oct. 1]. | He spoke/VBD [that night].', '2024-10-01 2024-10-01TNI'],
    ['It fell/VBD on [Oct. 1]. | Rain fell/VBD in [the morning].', '2024-10-01 2024-10-01TMO'],
    ['It fell/VBD on [Oct. 1]. | Rain fell/VBD [the night before].', '2024-10-01 2024-09-30TNI'],
    ['Shares fell/VBD [overnight].', '2024-10-02TNI'],
    ['It rained/VBD until [early morning of Sept. 30].', '2024-09-30TMO/START'],
    ['Shares fell/VBD at [mid-afternoon yesterday].', '2024-10-02TAF/MID'],
  ])
})

describe('hours of a part of the day', () => {
  checkTimes('2024-10-03', [
    ['It fell/VBD in [the early morning hours of Saturday].', '2024-09-28TMO/START'],
    ['It fell/VBD in [the overnight hours].', '2024-10-03TNI'],
    ['It fell/VBD by [mid-afternoon] on [Tuesday].', '2024-10-01TAF/MID 2024-10-01'],
  ])
})
