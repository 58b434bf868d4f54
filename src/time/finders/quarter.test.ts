import { describe } from 'vitest'
import { checkTimes } from '../fixture.ts'

describe('published on 3 October 2024', () => {
  checkTimes('2024-10-03', [
    ['Profit rose/VBD in [the third quarter].', '2024-Q3'],
    ['The firm posted/VBD a [third-quarter] loss.', '2024-Q3'],
    ['The firm posted/VBD a [fourth-quarter] loss.', '2024-Q4'],
    ['The firm expects/VBZ a gain in [the fourth quarter].', '2024-Q4'],
    ['The firm will gain/VB in [the first quarter].', '2025-Q1'],
    ['Profit rose/VBD in [the third quarter of 1990].', '1990-Q3'],
    ['Profit rose/VBD in [the 1988 second quarter].', '1988-Q2'],
    ["Profit rose/VBD in [last year's third quarter].", '2023-Q3'],
    ["Profit will rise/VB in [next year's first quarter].", '2025-Q1'],
    ['Profit rose/VBD in [the first quarter of this year].', '2024-Q1'],
    ['Profit rose/VBD in [Q2].', '2024-Q2'],
    ['Profit rose/VBD in [Q2 2023].', '2023-Q2'],
    ['Profit rose/VBD in [the fiscal second quarter].', '2024-Q2'],
    ['Profit rose/VBD in [the first half of 2023].', '2023-H1'],
    ['Profit rose/VBD in [the second half of last year].', '2023-H2'],
    ['Profit rose/VBD in [the first two quarters of 1990].', '1990-H1'],
    ['It rose/VBD in [the third quarter], from a loss [a year earlier].', '2024-Q3 2023-Q3'],
    ['It rose/VBD in [the third quarter]. | [A year ago] it fell/VBD.', '2024-Q3 2023-Q3'],
    ['It rose/VBD in [the third quarter], up from [the year-ago quarter].', '2024-Q3 2023-Q3'],
    ['It rose/VBD in [the third quarter], up from [the year-earlier period].', '2024-Q3 2023-Q3'],
    ['It rose/VBD in [the third quarter]. | Sales in [the quarter] fell/VBD.', '2024-Q3 2024-Q3'],
    ['It rose/VBD in [the third quarter]. | Sales in [the latest quarter] fell/VBD.', '2024-Q3 2024-Q3'],
    ['It rose/VBD in [the third quarter]. | In [the 1988 quarter] it fell/VBD.', '2024-Q3 1988-Q3'],
  ])
})

describe('published in winter', () => {
  checkTimes('2025-01-20', [
    ['The firm posted/VBD a [fourth-quarter] loss.', '2024-Q4'],
    ['The firm posted/VBD a [third-quarter] loss.', '2024-Q3'],
    ['The firm will grow/VB in [the second quarter].', '2025-Q2'],
  ])
})

describe('a quarter by its end', () => {
  checkTimes('2024-11-08', [
    ['In [the quarter] ended/VBN [Sept. 30] sales fell/VBD.', '2024-Q3 2024-09-30'],
    ['In [the quarter] ended/VBN [July 31] sales fell/VBD.', '2024-Q2 2024-07-31'],
    ['In [the quarter] ending/VBG [Dec. 31] sales will fall/VB.', '2024-Q4 2024-12-31'],
  ])
})
