import { expect, test } from 'vitest'
import { recordOf } from '../record/fixture.ts'
