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
