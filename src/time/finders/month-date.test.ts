import { describe } from 'vitest'
import { checkTimes } from '../fixture.ts'

describe('published on Thursday, 3 October 2024', () => {
  checkTimes('2024-10-03', [
    ['The bridge fell/VBD on [Oct. 1].', '2024-10-01'],
    ['The bridge fell/VBD on [October 1].', '2024-10-01'],
    ['The bridge fell/VBD on [October 1, 2019].', '2019-10-01'],
    ['The bridge fell/VBD on [1 October 2019].', '2019-10-01'],
    ['The bridge fell/VBD on [1st October 2019].', '2019-10-01'],
    ['The bridge fell/VBD on [the 1st of October 2019].', '2019-10-01'],
    ['The bridge fell/VBD on [2019 October 1].', '2019-10-01'],
    ['The bridge fell/VBD in [2019 October].', '2019-10'],
    ['The bridge fell/VBD in [2022 Aug.].', '2022-08'],
    ['The bridge fell/VBD on [2023-Sep-05].', '2023-09-05'],
    ['The bridge fell/VBD in [2020, June 5], he said.', '2020-06-05'],
    ['The bridge fell/VBD on [the fifth of May].', '2024-05-05'],
    ['The bridge fell/VBD on [March eighth].', '2024-03-08'],
    ['The bridge fell/VBD on [July the 4th].', '2024-07-04'],
    ['The bridge fell/VBD on [December 24].', '2023-12-24'],
    ['The bridge will close/VB on [December 24].', '2024-12-24'],
    ['The bridge will close/VB on [January 7].', '2025-01-07'],
    ['The bond is due/JJ [Jan. 15].', '2025-01-15'],
    ['The envoy died/VBD in [July].', '2024-07'],
    ['The envoy died/VBD in [November].', '2023-11'],
    ['The envoy will retire/VB in [November].', '2024-11'],
    ['The envoy will retire/VB in [July].', '2025-07'],
    ['The talks are expected/VBN to end/VB by [May].', '2025-05'],
    ['The envoy died/VBD in [July 2019].', '2019-07'],
    ['The envoy died/VBD in [July, 2019].', '2019-07'],
    ['The envoy died/VBD in [July of 2019].', '2019-07'],
    ['The envoy died/VBD [last July].', '2024-07'],
    ['The envoy died/VBD [last November].', '2023-11'],
    ['The envoy died/VBD [last October].', '2023-10'],
    ['The envoy retires/VBZ [next March].', '2025-03'],
    ['The envoy retires/VBZ [next December].', '2024-12'],
    ['The envoy retires/VBZ [this December].', '2024-12'],
    ['The fair is held/VBN [each July].', 'XXXX-07'],
    ['The fair is held/VBN [every August].', 'XXXX-08'],
    ['The envoy arrived/VBD in [July last year].', '2023-07'],
    ['The envoy arrived/VBD in [January this year].', '2024-01'],
    ['The envoy returns/VBZ in [March next year].', '2025-03'],
    ['The envoy arrived/VBD on [July 9 last year].', '2023-07-09'],
    ['Rain fell/VBD in [early September].', '2024-09/START'],
    ['Rain fell/VBD in [mid-September].', '2024-09/MID'],
    ['Rain fell/VBD in [late September].', '2024-09/END'],
    ['Rain fell/VBD at [the end of August].', '2024-08/END'],
    ['Rain fell/VBD at [the beginning of August 2020].', '2020-08/START'],
    ['Rain fell/VBD in [the middle of June].', '2024-06/MID'],
    ['The [Aug. 7] blast hurt/VBD nine.', '2024-08-07'],
    ['He bought/VBD it between [Aug. 26] and [Sept. 4].', '2024-08-26 2024-09-04'],
    ['The sale ran/VBD from [Dec. 28] to [Jan. 4].', '2023-12-28 2024-01-04'],
    ['They met/VBD [the week of March 6].', '2024-W10'],
    ['On [May 12, 2003] troops entered/VBD the town. | On [June 3] they withdrew/VBD.', '2003-05-12 2003-06-03'],
    ['In [March 2011] it rose/VBD. | In [May] it fell/VBD.', '2011-03 2011-05'],
    ['He was jailed/VBN in [Sept 2021].', '2021-09'],
    ['Rules to be published/VBN in [early November] were weak.', '2024-11/START'],
    ['The fair ran/VBD [Sept. 5]-[7].', '2024-09-05 2024-09-07'],
    ['The fair ran/VBD from [Sept. 5] to [7].', '2024-09-05 2024-09-07'],
    ['The fair ran/VBD [March 2]-[7, 2006].', '2006-03-02 2006-03-07'],
    ['The fair ran/VBD from [Dec. 30] to [Jan. 4, 2007].', '2006-12-30 2007-01-04'],
    ['The towns fell/VBD on [August 6] and [9, 1945].', '1945-08-06 1945-08-09'],
  ])
})

describe('published in January', () => {
  checkTimes('2025-01-07', [
    ['The bridge fell/VBD on [Nov. 25].', '2024-11-25'],
    ['The bridge fell/VBD in [December].', '2024-12'],
    ['The hearing is set/VBN for [Feb. 10].', '2025-02-10'],
    ['Shares rose/VBD in [January].', '2025-01'],
    ['The deadline is [Jan. 14].', '2025-01-14'],
  ])
})

describe('without a publication date', () => {
  checkTimes(undefined, [
    ['The envoy died/VBD in [July].', 'XXXX-07'],
    ['The envoy died/VBD on [July 9].', 'XXXX-07-09'],
    ['The envoy died/VBD in [July last year].', 'XXXX-07'],
    ['The envoy died/VBD on [July 9, 2020].', '2020-07-09'],
  ])
})

describe('both days of a range', () => {
  checkTimes('2024-10-03', [
    ['They met/VBD on [5]-[7 September].', '2024-09-05 2024-09-07'],
    ['They met/VBD on [5] to [7 May 2019].', '2019-05-05 2019-05-07'],
    ['They met/VBD on [28] and [29 May 2023].', '2023-05-28 2023-05-29'],
    ['They won/VBD 5 - 3 in [May].', '2024-05'],
  ])
})

describe('history, where the anchor moves', () => {
  checkTimes('2024-10-03', [
    ['In [March 1988] war began/VBD. | In [June] the capital fell/VBD.', '1988-03 1988-06'],
    [
      'In [March 1988] war began/VBD. | In [June] the town fell/VBD. | In [July] it burned/VBD.',
      '1988-03 1988-06 1988-07',
    ],
    ['In [1994] the party split/VBD. | By [October] it had shrunk/VBN.', '1994 1994-10'],
    ['It began/VBD in [March 1988]. | In [February of the following year] it ended/VBD.', '1988-03 1989-02'],
    ['It began/VBD in [March 1988]. | In [July that year] it ended/VBD.', '1988-03 1988-07'],
    ['It began/VBD in [March 1988]. | [That summer] it ended/VBD.', '1988-03 1988-SU'],
    ['It began/VBD in [March 1988]. | In [July] they will meet/VB.', '1988-03 2025-07'],
  ])
})

describe('days of a month that is picked', () => {
  checkTimes('2024-10-03', [
    ['She left/VBD on [the 28th of last month].', '2024-09-28'],
    ['She left/VBD on [the first of this month].', '2024-10-01'],
    ['She will leave/VB on [the 5th of next month].', '2024-11-05'],
    ['It held/VBD from [June] to [August 2015].', '2015-06 2015-08'],
    ['It held/VBD from [November] to [February 2015].', '2014-11 2015-02'],
    ['[The next day], [Sept. 12], he fled/VBD.', '2024-09-12 2024-09-12'],
    ['It runs/VBZ to [Sunday, Oct. 4].', '2024-10-04'],
  ])
})
