import { describe } from 'vitest'
import { checkTimes } from '../fixture.ts'

describe('weeks by their number', () => {
  checkTimes('2024-10-03', [
    ['It rained/VBD in [2024-W38].', '2024-W38'],
    ['It rained/VBD in [week 38 of 2024].', '2024-W38'],
    ['It rained/VBD in [calendar week 5, 2023].', '2023-W05'],
    ['It rained/VBD in [week 52 2020].', '2020-W52'],
    ['[The 38th week of 2024] was dry.', '2024-W38'],
    ['[The first week of 2021] was dry.', '2021-W01'],
    ['In week 3 of the strike they met/VBD.', ''],
    ['In week 60 of [2024] they met/VBD.', '2024'],
  ])
})
