import { describe } from 'vitest'
import { checkTimes } from '../fixture.ts'

describe('lengths', () => {
  checkTimes('2024-10-03', [
    ['They talked/VBD for [two weeks].', 'P2W'],
    ['They talked/VBD for [more than four hours].', 'PT4H/MORE_THAN'],
    ['They talked/VBD for [nearly an hour].', 'PT1H/LESS_THAN'],
    ['They talked/VBD for [about two weeks].', 'P2W/APPROX'],
    ['They talked/VBD for [at least 30 days].', 'P30D/EQUAL_OR_MORE'],
    ['They talked/VBD for [up to 180 days].', 'P180D/EQUAL_OR_LESS'],
    ['They talked/VBD for [less than a decade].', 'P10Y/LESS_THAN'],
    ['They talked/VBD for [over a week].', 'P1W/MORE_THAN'],
    ['They talked/VBD for [2 1/2 years].', 'P2Y6M'],
    ['They talked/VBD for [two and a half years].', 'P2Y6M'],
    ['They talked/VBD for [a year and a half].', 'P1Y6M'],
    ['They talked/VBD for [a minute and a half].', 'PT1M30S'],
    ['They talked/VBD for [half an hour].', 'PT30M'],
    ['They talked/VBD for [5.5 hours].', 'PT5H30M'],
    ['They talked/VBD for [ninety minutes].', 'PT90M'],
    ['They talked/VBD for [twenty-five years].', 'P25Y'],
    ['They talked/VBD for [a hundred years].', 'P100Y'],
    ['They talked/VBD for [a couple of days].', 'P2D'],
    ['They talked/VBD for [a dozen years].', 'P12Y'],
    ['They talked/VBD for [several months].', 'PXM'],
    ['They talked/VBD for [a few minutes].', 'PTXM'],
    ['They talked/VBD for [weeks].', 'PXW'],
    ['They talked/VBD for [weeks or months].', 'PXW'],
    ['They talked/VBD for [a year or two].', 'PXY'],
    ['They talked/VBD for [two to three weeks].', 'P2W/EQUAL_OR_MORE'],
    ['They talked/VBD for [two hours and ten minutes].', 'PT2H10M'],
    ['They talked/VBD for [one year, two months].', 'P1Y2M'],
    ['They talked/VBD for [four decades].', 'P40Y'],
    ['They talked/VBD for [half a century].', 'P50Y'],
    ['They talked/VBD for [a fortnight].', 'P2W'],
    ['They talked/VBD for [six trading days].', 'P6D'],
    ['They talked/VBD for [three consecutive days].', 'P3D'],
    ['They talked/VBD for [another two weeks].', 'P2W'],
    ['They talked/VBD for [two more weeks].', 'P2W'],
    ['They talked/VBD within [18 months].', 'P18M'],
    ['A [10-hour] tour ended/VBD.', 'PT10H'],
    ['A [two-year] plan ended/VBD.', 'P2Y'],
    ['A [decades-long] feud ended/VBD.', 'PXY'],
    ['A [day-long] strike ended/VBD.', 'P1D'],
    ['A [two-day] visit ended/VBD.', 'P2D'],
    ['Profit for [the nine months] fell/VBD.', 'P9M'],
    ['Profit for [the first nine months] fell/VBD.', 'P9M'],
    ['Profit for [the year] ended/VBN [June 30] fell/VBD.', 'P1Y 2024-06-30'],
    ['In [the past two years] it fell/VBD.', 'P2Y'],
    ['Over [the past 20 years] it fell/VBD.', 'P20Y'],
    ['Over [the next two weeks] it will fall/VB.', 'P2W'],
    ['Over [the next few days] it will fall/VB.', 'PXD'],
    ['Over [the past year] it fell/VBD.', 'P1Y'],
    ['In [the last three years] it fell/VBD.', 'P3Y'],
    ['Over [the next two years or so] it will fall/VB.', 'P2Y/APPROX'],
    ['In [coming weeks] it will fall/VB.', 'PXW'],
    ['The [8-month-old] truce held/VBD.', 'P8M'],
  ])
})

describe('ages', () => {
  checkTimes('2024-10-03', [
    ['The judge, [52 years old], spoke/VBD.', 'P52Y'],
    ['A [six-year-old] boy waved/VBD.', 'P6Y'],
    ['A [three-month-old] baby cried/VBD.', 'P3M'],
  ])
})

describe('so far from the day of publication', () => {
  checkTimes('2024-10-03', [
    ['He left/VBD [three days ago].', '2024-09-30'],
    ['He left/VBD [a week ago].', '2024-09-26'],
    ['He left/VBD [two weeks ago].', '2024-09-19'],
    ['He left/VBD [a week or so ago].', '2024-09-26/APPROX'],
    ['He left/VBD [a month ago].', '2024-09'],
    ['He left/VBD [five months ago].', '2024-05'],
    ['He left/VBD [ten months ago].', '2023-12'],
    ['He left/VBD [a year ago].', '2023'],
    ['He left/VBD [almost two years ago].', '2022/LESS_THAN'],
    ['He left/VBD [more than 20 years ago].', '2004/MORE_THAN'],
    ['He left/VBD [a decade ago].', '2014'],
    ['He left/VBD [two centuries ago].', '1824'],
    ['He left/VBD [a year and a half ago].', '2023'],
    ['He left/VBD [several years ago].', 'PAST_REF'],
    ['It was built/VBN [4,000 years ago].', 'BC1977'],
    ['They died/VBD [65 million years ago].', 'PAST_REF'],
    ['He left/VBD [a few weeks ago].', 'PAST_REF'],
    ['It opens/VBZ [two months from now].', '2024-12'],
    ['It opens/VBZ [ten days from now].', '2024-10-13'],
    ['He left/VBD [two hours ago].', '2024-10-03TXX:XX'],
  ])
})

describe('so far from the hour of publication', () => {
  checkTimes('2024-10-03T14:30:00Z', [
    ['He left/VBD [two hours ago].', '2024-10-03T12:30'],
    ['He left/VBD [20 minutes ago].', '2024-10-03T14:10'],
    ['He left/VBD [fifteen hours ago].', '2024-10-02T23:30'],
  ])
})

describe('so far from what was told before', () => {
  checkTimes('2024-10-03', [
    ['It broke/VBD on [2 May 2019]. | [Two days earlier] it rained/VBD.', '2019-05-02 2019-04-30'],
    ['It broke/VBD on [2 May 2019]. | [Three days later] it was mended/VBN.', '2019-05-02 2019-05-05'],
    ['It broke/VBD on [2 May 2019]. | [Two weeks later] it was mended/VBN.', '2019-05-02 2019-05-16'],
    ['It broke/VBD in [May 2019]. | [Two months later] it was mended/VBN.', '2019-05 2019-07'],
    ['It broke/VBD in [May 2019]. | [A year later] it was mended/VBN.', '2019-05 2020-05'],
    ['It broke/VBD in [2019]. | [Two years later] it was mended/VBN.', '2019 2021'],
    ['It broke/VBD on [2 May 2019]. | It had rained/VBN [the day before].', '2019-05-02 2019-05-01'],
    ['It broke/VBD on [2 May 2019]. | Men came/VBD [the next day].', '2019-05-02 2019-05-03'],
    ['It broke/VBD on [2 May 2019]. | Men came/VBD [the following day].', '2019-05-02 2019-05-03'],
    ['It broke/VBD on [2 May 2019]. | Men came/VBD [the same day].', '2019-05-02 2019-05-02'],
    ['It broke/VBD on [2 May 2019]. | Men came/VBD [that day].', '2019-05-02 2019-05-02'],
    ['It broke/VBD on [2 May 2019]. | Men came/VBD [the following year].', '2019-05-02 2020'],
    ['It broke/VBD on [2 May 2019]. | Men came/VBD [the following month].', '2019-05-02 2019-06'],
    ['It broke/VBD on [2 May 2019]. | It rained/VBD [the previous week].', '2019-05-02 2019-W17'],
    ['It broke/VBD on [2 May 2019]. | Men came/VBD [later that year].', '2019-05-02 2019/END'],
    ['It broke/VBD in [1998]. | [That year] it rained/VBD.', '1998 1998'],
  ])
})

describe('units picked by a word', () => {
  checkTimes('2024-10-03', [
    ['It rained/VBD [last year].', '2023'],
    ['It rained/VBD [last month].', '2024-09'],
    ['It rained/VBD [last week].', '2024-W39'],
    ['It rained/VBD [last weekend].', '2024-W39-WE'],
    ['It rained/VBD over [the weekend].', '2024-W39-WE'],
    ['It will rain/VB over [the weekend].', '2024-W40-WE'],
    ['It will rain/VB [this weekend].', '2024-W40-WE'],
    ['It rained/VBD [this week].', '2024-W40'],
    ['It rained/VBD [this month].', '2024-10'],
    ['It rained/VBD [this year].', '2024'],
    ['It will rain/VB [next week].', '2024-W41'],
    ['It will rain/VB [next month].', '2024-11'],
    ['It will rain/VB [next year].', '2025'],
    ['It rained/VBD [earlier this year].', '2024/START'],
    ['It will rain/VB [later this month].', '2024-10/END'],
    ['It rained/VBD [late last week].', '2024-W39/END'],
    ['It will rain/VB [early next week].', '2024-W41/START'],
    ['It rained/VBD [last quarter].', '2024-Q3'],
    ['It fell/VBD in [the current quarter].', '2024-Q4'],
    ['It fell/VBD in [the current fiscal year].', '2024'],
    ['It was built/VBN [last century].', '19'],
    ['It was built/VBN [this century].', '20'],
    ['It was built/VBN in [the previous decade].', '201'],
    ['It ends/VBZ by [the end of the year].', '2024/END'],
    ['It ends/VBZ by [year-end].', '2024/END'],
    ['It will end/VB in [coming months].', 'PXM'],
    ['It fell/VBD in [recent years].', 'PAST_REF'],
    ['It fell/VBD [later in the day].', '2024-10-03/END'],
  ])
})

describe('units at the turn of the year', () => {
  checkTimes('2025-01-01', [
    ['It rained/VBD [last week].', '2024-W52'],
    ['It rained/VBD [this week].', '2025-W01'],
    ['It rained/VBD [last month].', '2024-12'],
    ['It rained/VBD [last quarter].', '2024-Q4'],
  ])
})

describe('units on the last day of a month', () => {
  checkTimes('2024-03-31', [
    ['It rained/VBD [last month].', '2024-02'],
    ['It will rain/VB [next month].', '2024-04'],
    ['He left/VBD [a month ago].', '2024-02'],
  ])
})

describe('what comes round again', () => {
  checkTimes('2024-10-03', [
    ['They meet/VBP [every day].', 'P1D'],
    ['They meet/VBP [each year].', 'P1Y'],
    ['They meet/VBP [every two weeks].', 'P2W'],
    ['They meet/VBP [every other day].', 'P2D'],
    ['They meet/VBP [every morning].', 'XXXX-XX-XXTMO'],
    ['They meet/VBP [every summer].', 'XXXX-SU'],
    ['They meet/VBP twice [a week].', 'P1W'],
    ['They meet/VBP three times [a year].', 'P1Y'],
    ['They send/VBP $1 billion [a year] home.', 'P1Y'],
    ['They run/VBP four flights [a week].', 'P1W'],
    ['They make/VBP 200 cars [per day].', 'P1D'],
    ['They meet/VBP [daily].', 'P1D'],
    ['They meet/VBP [annually].', 'P1Y'],
    ['Their [weekly] address ended/VBD.', 'P1W'],
  ])
})

describe('days that end, and some day', () => {
  checkTimes('2024-10-03', [
    ['Shares ended/VBD [the day] at 510.', '2024-10-03'],
    ['Shares rose/VBD on [Tuesday] to finish/VB [the day] at 510.', '2024-10-01 2024-10-01'],
    ['It rose/VBD [late in the day] after falling/VBG.', '2024-10-03/END'],
    ['It came/VBD [a day] after the vote.', 'P1D'],
    ['It lasted/VBD [one day].', 'P1D'],
    ['One day he will return/VB.', ''],
    ['He hoped/VBD that he one day would return/VB.', ''],
    ['He left/VBD [late on Monday].', '2024-09-30/END'],
  ])
})
