import fs from 'node:fs'
import { expect, test } from 'vitest'
import { compileKernels, KERNELS } from './kernels.ts'

test.each(KERNELS)('%s is compiled as it stands', (source, module) => {
  expect(fs.readFileSync(module, 'utf8'), "run 'npm run kernels'").toBe(compileKernels(source))
})
