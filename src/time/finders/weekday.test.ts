import { describe } from 'vitest'
import { checkTimes } from '../fixture.ts'

describe('published on Thursday, 3 October 2024', () => {
  checkTimes('2024-10-03', [
    ['The president met/VBD envoys on [Wednesday].', '2024-10-02'],
    ['On [Tuesday], the navy launched/VBD an exercise.', '2024-10-01'],
    ['The minister said on [Thursday] the port was closed.', '2024-10-03'],
    ['They arrived/VBD in Almeth [Friday].', '2024-09-27'],
    ['The mayor spoke/VBD on [Mon.], an aide said.', '2024-09-30'],
    ['The council will meet/VB on [Tuesday].', '2024-10-08'],
    ['Talks will resume/VB [Friday].', '2024-10-04'],
    ['The court is expected/VBN to rule/VB by [Monday].', '2024-10-07'],
    ['The strike is due/JJ to begin/VB on [Saturday].', '2024-10-05'],
    ['The envoy left/VBD [last Friday].', '2024-09-27'],
    ['The envoy left/VBD [last Thursday].', '2024-09-26'],
    ['She resigned/VBD [this Tuesday].', '2024-10-01'],
    ['Voters will choose/VB a mayor [this Sunday].', '2024-10-06'],
    ['Voters will choose/VB a mayor [this coming Sunday].', '2024-10-06'],
    ['The ferry sails/VBZ [next Monday].', '2024-10-07'],
    ['The ferry sank/VBD [this past Monday].', '2024-09-30'],
    ['He will return/VB [Friday next week].', '2024-10-11'],
    ['The panel met/VBD on [Monday of last week].', '2024-09-23'],
    ['Vendors gather/VBP [every Friday].', 'XXXX-WXX-5'],
    ['Vendors gather/VBP [each Saturday].', 'XXXX-WXX-6'],
    ['The market opens/VBZ on [Sundays].', 'XXXX-WXX-7'],
    ['The trains run/VBP on [Tuesday nights].', 'XXXX-WXX-2TNI'],
    ['The raid began/VBD on [Friday, Sept. 27].', '2024-09-27'],
    ['The raid began/VBD on [Friday, September 27, 2024], he said.', '2024-09-27'],
    ['The vote comes/VBZ on [Sunday 6 October].', '2024-10-06'],
    ['He flew/VBD there on [Sept. 12]. | Talks began/VBD [the following Monday].', '2024-09-12 2024-09-16'],
    ['He flew/VBD there on [Sept. 12]. | Talks had begun/VBN [the previous Monday].', '2024-09-12 2024-09-09'],
    ['Voters will choose/VB a mayor on [the first Tuesday of November].', '2024-11-05'],
    ['The fair opens/VBZ on [the last Monday of October].', '2024-10-28'],
    // four Mondays only
    ['The fair opens/VBZ on [the fifth Monday of October].', '2024-10'],
    ['The fair opened/VBD on [the third Monday in September].', '2024-09-16'],
    ['The clocks changed/VBD on [the last Sunday in March 2023].', '2023-03-26'],
    ['The council meets/VBZ on [the 1st Monday of next month].', '2024-11-04'],
    ['The talks will open/VB [a week from Monday].', '2024-10-14'],
    ['The talks will open/VB [two weeks from Friday].', '2024-10-18'],
    ['The talks opened/VBD [a week ago Tuesday].', '2024-09-24'],
    ['The talks opened/VBD on [the Monday before last].', '2024-09-23'],
    ['The talks will open/VB on [Friday week].', '2024-10-11'],
    ["[Wednesday]'s storm killed/VBD a farmer.", '2024-10-02'],
  ])
})

describe('published on a Sunday', () => {
  checkTimes('2024-10-06', [
    ['Crowds marched/VBD on [Sunday].', '2024-10-06'],
    ['Crowds marched/VBD on [Saturday].', '2024-10-05'],
    ['Crowds will march/VB on [Monday].', '2024-10-07'],
    ['Crowds marched/VBD [last Sunday].', '2024-09-29'],
  ])
})

describe('without a publication date', () => {
  checkTimes(undefined, [
    ['Crowds marched/VBD on [Sunday].', 'XXXX-WXX-7'],
    ['Crowds marched/VBD on [Sunday, 6 October 2024].', '2024-10-06'],
    ['The dam broke/VBD on [2 May 2019]. | Rain fell/VBD [the following Friday].', '2019-05-02 2019-05-03'],
  ])
})
