import { describe, expect, test } from 'vitest'
import { buildTree } from '../../language/tree.ts'
import { checkTimes, languageOf, resources } from '../fixture.ts'
import { openTime } from '../index.ts'

describe('what lies ahead, published on Thursday, 3 October 2024', () => {
  checkTimes('2024-10-03', [
    ['The union called/VBD a strike for [Monday].', '2024-10-07'],
    ['The road is closed/VBN until [Sunday].', '2024-10-06'],
    ['The road was closed/VBN until [Sunday].', '2024-10-06'],
    ['The siege lasted/VBD until [Sunday].', '2024-09-29'],
    ['The army has kept/VBN the road shut until [Sunday].', '2024-10-06'],
    ['The trial was moved/VBN to [December].', '2024-12'],
    ['The game was postponed/VBN to [Saturday].', '2024-10-05'],
    ['The two are to meet/VB on [Tuesday].', '2024-10-08'],
    ['She came/VBD to sign/VB it on [Tuesday].', '2024-10-01'],
    ['He planned/VBD it [Friday].', '2024-09-27'],
    ['They agreed/VBD in [April] to hand/VB it over.', '2024-04'],
    ['It is scheduled/VBN for [April].', '2025-04'],
    ['Officials postponed/VBD until [Tuesday] any vote.', '2024-10-08'],
    ['He spoke/VBD ahead of the election in [December].', '2024-12'],
    ['Crowds grew/VBD in the run-up to the vote on [Sunday].', '2024-10-06'],
    ['He spoke/VBD after the election in [December].', '2023-12'],
  ])
})

describe('a day of the week chooses the year', () => {
  checkTimes('2024-10-03', [
    ['The paper said/VBD so on [Saturday, Oct. 5].', '2024-10-05'],
    ['The paper said/VBD so on [Friday, Oct. 6].', '2023-10-06'],
    ['They will meet/VB on [Monday, Jan. 6].', '2025-01-06'],
    ['They met/VBD on [Friday, Jan. 5].', '2024-01-05'],
    ['They met/VBD on [Sunday, Feb. 29].', '2024-02-29'],
  ])
})

const time = openTime(resources)

/** Reads a sentence in which words hang on others: 'march<planned:obj' hangs the first on the second, by a relation. */
function readHung(marked: string, hangs: string): string {
  const language = languageOf(marked)
  const relation = [...language.relation]
  for (const [, below, above, by] of hangs.matchAll(/(\w+)<(\w+)(?::(\w+))?/g)) {
    const word = language.form.indexOf(below)
    language.head[word] = language.form.indexOf(above)
    if (by) relation[word] = by
  }
  return time({ language: { ...language, relation }, tree: buildTree(language), published: '2024-10-03' }).times[0]
    .value
}

describe('an infinitive asks the verb above it', () => {
  test.each([
    ['The minister urged/VBD workers to strike/VB on Monday.', 'Monday<strike to<strike', '2024-10-07'],
    ['The judge ordered/VBD them to leave/VB by Friday.', 'Friday<leave to<leave', '2024-10-04'],
    ['The envoys were planning/VBG to fly/VB on Saturday.', 'Saturday<fly to<fly', '2024-10-05'],
    ['The party planned/VBD to march/VB on Saturday.', 'Saturday<march to<march', '2024-10-05'],
    ['She managed/VBD to leave/VB on Saturday.', 'Saturday<leave to<leave', '2024-09-28'],
    ['She came/VBD to sign/VB it on Tuesday.', 'Tuesday<sign to<sign', '2024-10-01'],
    [
      'The talks, set/VBN to resume/VB Monday, failed/VBD.',
      'Monday<resume to<resume resume<set set<failed',
      '2024-10-07',
    ],
    ['Crowds planned/VBD a march on Saturday.', 'march<planned:obj Saturday<march', '2024-10-05'],
    ['Crowds joined/VBD a march on Saturday.', 'march<joined:obj Saturday<march', '2024-09-28'],
    [
      'Fear of a possible verdict Thursday grew/VBD.',
      'verdict<grew possible<verdict:amod Thursday<verdict',
      '2024-10-03',
    ],
    ['Fear of a planned vote Monday grew/VBD.', 'vote<grew planned<vote:amod Monday<vote', '2024-10-07'],
    ['An opening round Monday went/VBD well.', 'round<went opening<round:amod Monday<round', '2024-09-30'],
    ['The deadline is/VBZ Monday.', 'Monday<none is<Monday:cop', '2024-10-07'],
    ['The deadline was/VBD Monday.', 'Monday<none was<Monday:cop', '2024-09-30'],
    [
      'He urged/VBD crowds to keep/VB calm after a clash Wednesday.',
      'keep<urged to<keep clash<keep after<clash:case Wednesday<clash',
      '2024-10-02',
    ],
    ['They had planned/VBN to march/VB on Saturday.', 'Saturday<march to<march had<planned:aux', '2024-09-28'],
  ])('%s', (marked, hangs, value) => {
    expect(readHung(marked, hangs)).toBe(value)
  })
})

describe('what was told before', () => {
  checkTimes('2024-04-09', [
    ['China will rule/VB from [July 1]. | They fled/VBD after the [July 1] handover.', '2024-07-01 2024-07-01'],
    ["Talks will resume/VB on [Saturday]. | [Saturday]'s talks are the last.", '2024-04-13 2024-04-13'],
    ["Talks were held/VBN on [Saturday]. | [Saturday]'s talks were the last.", '2024-04-06 2024-04-06'],
    [
      'Orders rose/VBD in [February], he said on [Monday]. | In [the previous month] they fell/VBD.',
      '2024-02 2024-04-08 2024-01',
    ],
  ])
})

describe('a day after its clock times', () => {
  checkTimes('2024-10-03', [
    ['It began/VBD at [3 p.m.] ([2000 GMT]) [Tuesday].', '2024-10-01T15:00 2024-10-01T20:00Z 2024-10-01'],
    ['It will end/VB before [11 a.m.] ([0530 GMT]) [tomorrow].', '2024-10-04T11:00 2024-10-04T05:30Z 2024-10-04'],
    ['It began/VBD at [9 a.m.] on [Tuesday].', '2024-10-01T09:00 2024-10-01'],
  ])
})
