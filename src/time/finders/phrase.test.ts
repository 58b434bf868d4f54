import { describe } from 'vitest'
import { checkTimes } from '../fixture.ts'

describe('holidays, published on 3 October 2024', () => {
  checkTimes('2024-10-03', [
    ['Crowds gathered/VBD on [Christmas Day].', '2023-12-25'],
    ['Crowds will gather/VB on [Christmas Day].', '2024-12-25'],
    ['Crowds gathered/VBD on [Christmas Eve].', '2023-12-24'],
    ['Crowds gathered/VBD at [Christmas 2020].', '2020-12-25'],
    ['Crowds gathered/VBD [last Christmas].', '2023-12-25'],
    ['Crowds gathered/VBD on [Easter Sunday].', '2024-03-31'],
    ['Crowds gathered/VBD on [Easter Monday, 2019].', '2019-04-22'],
    ['Crowds gathered/VBD on [Good Friday].', '2024-03-29'],
    ['Crowds gathered/VBD on [Thanksgiving Day].', '2023-11-23'],
    ['Crowds gathered/VBD [last Thanksgiving].', '2023-11-23'],
    ['Crowds gathered/VBD on [Labor Day].', '2024-09-02'],
    ['Crowds gathered/VBD on [May Day].', '2024-05-01'],
    ["Crowds gathered/VBD on [New Year's Eve].", '2023-12-31'],
    ["Crowds gathered/VBD on [International Women's Day].", '2024-03-08'],
    ['Crowds gathered/VBD on [Nowruz].', '2024-03-20'],
    ['Crowds gathered/VBD on [Orthodox Easter].', '2024-05-05'],
    ['Crowds gathered/VBD on [Yom Kippur 2023].', '2023-09-25'],
    ['Crowds gathered/VBD for [Eid al-Fitr].', '2024-04-10'],
    ['Crowds gathered/VBD during [Ramadan].', '2024-03-11'],
  ])
})

describe('vague references', () => {
  checkTimes('2024-10-03', [
    ['Troops are [now] in the town.', 'PRESENT_REF'],
    ['The [current] wife came/VBD.', 'PRESENT_REF'],
    ['It [currently] owns/VBZ a mill.', 'PRESENT_REF'],
    ['It [recently] cut/VBD jobs.', 'PAST_REF'],
    ['The [recent] closing hurt/VBD.', 'PAST_REF'],
    ['It will [soon] fall/VB.', 'FUTURE_REF'],
    ['It will fall/VB in [the near future].', 'FUTURE_REF'],
    ['It is clear in [the future].', 'FUTURE_REF'],
    ['It was so in [the past].', 'PAST_REF'],
    ['It is so [at the moment].', 'PRESENT_REF'],
    ['It is so [these days].', 'PRESENT_REF'],
    ['Do it [as soon as possible].', 'FUTURE_REF'],
  ])
})

describe('other calendars', () => {
  checkTimes('2024-10-03', [
    ['It fell/VBD on [12 Farvardin 1403].', '2024-03-31'],
    ['It fell/VBD in [1402 in the Iranian calendar].', '2023-03-21/2024-03-20'],
    ['It fell/VBD in [the Iranian year 1402].', '2023-03-21/2024-03-20'],
    ['It fell/VBD on [10 Muharram 1446].', '2024-07-17'],
  ])
})

describe('more holidays and references', () => {
  checkTimes('2024-10-03', [
    ['Shops will close/VB for [Hanukkah].', '2024-12-26'],
    ['Shops closed/VBD for [Hanukkah 2023].', '2023-12-08'],
    ['Shops closed/VBD on [Persian New Year].', '2024-03-20'],
    ['Shops closed/VBD on [Islamic New Year].', '2024-07-08'],
    ['Shops closed/VBD for Lunar New Year.', ''],
    ['It holds/VBZ for [the time being].', 'PRESENT_REF'],
    ['He will return/VB [very soon].', 'FUTURE_REF'],
    ['It opened/VBD on [the 10th of Muharram 1446].', '2024-07-17'],
  ])
})
