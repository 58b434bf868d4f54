import { describe } from 'vitest'
import { checkTimes } from '../fixture.ts'

describe('dates in digits', () => {
  checkTimes(undefined, [
    ['It was signed/VBN on [2024-10-03].', '2024-10-03'],
    ['It was signed/VBN on [2024/10/03].', '2024-10-03'],
    ['It was signed/VBN on [10/25/2024].', '2024-10-25'],
    ['It was signed/VBN on [25/10/2024].', '2024-10-25'],
    ['It was signed/VBN on [25.10.2024] there.', '2024-10-25'],
    ['It was signed/VBN on [03-10-2024].', '2024-03-10'],
    ['It was signed/VBN in [2024-09].', '2024-09'],
    ['date [2024-10-03] The president met/VBD them.', '2024-10-03'],
  ])
})

describe('two digits for the year', () => {
  checkTimes('2024-10-03', [
    ['It flew/VBD on [7/8/07].', '2007-07-08'],
    ['It flew/VBD on [25/12/98].', '1998-12-25'],
    ['It rose/VBD 3/4 to 7/8.', ''],
  ])
})

describe('years side by side', () => {
  checkTimes('2024-10-03', [
    ['The [2008]-[09] season began/VBD.', '2008 2009'],
    ['It was built/VBN in [2008-07].', '2008-07'],
  ])
})
