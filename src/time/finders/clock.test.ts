import { describe, expect, test } from 'vitest'
import { checkTimes, readTimes } from '../fixture.ts'

describe('published on Thursday, 3 October 2024', () => {
  checkTimes('2024-10-03', [
    ['Police came/VBD at [10 p.m. Wednesday].', '2024-10-02T22:00'],
    ['Police came/VBD at [10 p.m.] on [Wednesday].', '2024-10-02T22:00 2024-10-02'],
    ['Police came/VBD on [Wednesday] at [10 p.m.], he said.', '2024-10-02 2024-10-02T22:00'],
    ['Police came/VBD at [7:15 a.m. Tuesday].', '2024-10-01T07:15'],
    ['Police came/VBD [around 7:15 p.m.], he said.', '2024-10-03T19:15/APPROX'],
    ['Police came/VBD at [10am].', '2024-10-03T10:00'],
    ['Police came/VBD at [17:00].', '2024-10-03T17:00'],
    ['Police came/VBD at [17:00 local time].', '2024-10-03T17:00'],
    ['Police came/VBD at [0900 GMT].', '2024-10-03T09:00Z'],
    ['Police came/VBD at [16:30 UTC].', '2024-10-03T16:30Z'],
    ['The bid ends/VBZ at [5 p.m. EST, Nov. 6].', '2024-11-06T17:00'],
    ["Police came/VBD at [three o'clock].", '2024-10-03T03:00'],
    ["Police came/VBD at [8 o'clock in the evening].", '2024-10-03T20:00'],
    ['Police came/VBD at [noon Thursday].', '2024-10-03T12:00'],
    ['Police came/VBD at [noon].', '2024-10-03T12:00'],
    ['Police came/VBD at [midnight Friday].', '2024-09-27T24:00'],
    ['Police came/VBD at [noon today].', '2024-10-03T12:00'],
    ['Police came/VBD at [12 noon].', '2024-10-03T12:00'],
    ['Police came/VBD on [Sept. 9, 10:00 GMT].', '2024-09-09T10:00Z'],
  ])
})

test('a zone goes into the interval', () => {
  const [time] = readTimes('The bid ends/VBZ at 5 p.m. EST, Nov. 6.', '2024-10-03').times
  expect(time).toMatchObject({ from: '2024-11-06T17:00-05:00', to: '2024-11-06T17:01-05:00' })
})
