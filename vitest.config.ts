import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'training/**/*.test.ts',
      'bench/**/*.test.ts',
      'scripts/**/*.test.ts',
      'web/**/*.test.ts',
      'web/**/*.test.tsx',
    ],
    globalSetup: './scripts/ensure-built.ts',
    setupFiles: './scripts/before-tests.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // what a browser shows after a while is waited for as long as a busy machine takes
    expect: { poll: { timeout: 15_000 } },
    // files of one worker share what they load, and the reader of src/fixture.ts: each would take half a second for itself
    isolate: false,
    // one more than there are cores, where one would be left for others: many tests wait for a browser or a child
    maxWorkers: availableParallelism() + 1,
    reporters: ['default', './scripts/plain-summary.ts'],
  },
})
