import { describe } from 'vitest'
import { checkTimes } from '../fixture.ts'

describe('years, decades and centuries need no publication date', () => {
  checkTimes(undefined, [
    ['The party was founded/VBN in [1967].', '1967'],
    ['The [1967] borders were drawn/VBN hastily.', '1967'],
    ['The [2000] Games were held/VBN there.', '2000'],
    ['Since [2019] exports have fallen/VBN.', '2019'],
    ['The law of [1831] was repealed/VBN.', '1831'],
    ['He served/VBD between [1994] and [1997].', '1994 1997'],
    ['He served/VBD from [1994]-[97].', '1994 1997'],
    ['The town (founded in [1204]) lies/VBZ north.', '1204'],
    ['Sales in [fiscal 1989] rose/VBD.', '1989'],
    ['[Early 1990] saw/VBD a thaw.', '1990/START'],
    ['By [mid-1996] it fell/VBD apart.', '1996/MID'],
    ['By [the end of 1990] it fell/VBD apart.', '1990/END'],
    ['By [late 2011] it fell/VBD apart.', '2011/END'],
    ['The [post-1959] order held/VBD.', '1959/AFTER'],
    ['The [pre-1967] lines were drawn/VBN.', '1967/BEFORE'],
    ['It pays/VBZ from [1994 or later].', '1994/ON_OR_AFTER'],
    ['It pays/VBZ for [1990 and beyond].', '1990/ON_OR_AFTER'],
    ['In [nineteen ninety-six] a bomb went/VBD off.', '1996'],
    ['In [twenty twenty-four] it went/VBD off.', '2024'],
    ['In [the year two thousand] it ends/VBZ.', '2000'],
    ['In [the year 2000] it ended/VBD.', '2000'],
    ['In [the 1970s] it held/VBD power.', '197'],
    ['In [the late 1970s] it held/VBD power.', '197/END'],
    ['In [the early 1980s] it held/VBD power.', '198/START'],
    ['In [the nineties] it held/VBD power.', '199'],
    ['In [the early eighties] it held/VBD power.', '198/START'],
    ["In [the '60s] it held/VBD power.", '196'],
    ['In [the 19th century] it held/VBD power.', '18'],
    ['An [11th century] temple stands/VBZ there.', '10'],
    ['A [20th-century] painter lived/VBD there.', '19'],
    ['In [the twenty-first century] it fell/VBD.', '20'],
    ['In [the 1800s] it held/VBD power.', '18'],
  ])
})

describe('short and fiscal years', () => {
  checkTimes('2024-10-03', [
    ["It has held/VBN since ['82].", '1982'],
    ["It began/VBD in [the spring of '98].", '1998-SP'],
    ["It is the best of ['07].", '2007'],
    ['Sales fell/VBD in [FY2022].', '2022'],
    ['Sales fell/VBD in [the 2023 fiscal year].', '2023'],
    ['Sales fell/VBD in [the 2023 financial year].', '2023'],
    ['Sales will fall/VB in [the current financial year].', '2024'],
    ['Sales fell/VBD in [the last fiscal year].', '2023'],
    ['In [the first half of the 20th century] it fell/VBD.', '19/START'],
    ['In [the second half of the 1990s] it fell/VBD.', '199/END'],
  ])
})

describe('decades side by side, and eras', () => {
  checkTimes('2024-10-03', [
    ['In [the 70s] and [80s] it fell/VBD.', '197 198'],
    ["In [the '60s] or ['70s] it fell/VBD.", '196 197'],
    ['In [the seventies] and [eighties] it fell/VBD.', '197 198'],
    ['Temperatures rose/VBD to the 70s and 80s.', ''],
    ['It was built/VBN in [508 BC].', 'BC0508'],
    ['It was built/VBN in [394 AD].', '0394'],
    ['It was built/VBN in [AD 410].', '0410'],
    ['It was an ad for 500 cars.', ''],
    ['The letter of [8-May-2006] was lost/VBN.', '2006-05-08'],
  ])
})
