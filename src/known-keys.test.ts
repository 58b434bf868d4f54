import { expect, test } from 'vitest'
import { refuseUnknown } from './known-keys.ts'

test('what is known passes', () => {
  expect(() => refuseUnknown('openReader', { base: 1 }, ['base', 'codebook'])).not.toThrow()
  expect(() => refuseUnknown('openReader', {}, [])).not.toThrow()
})

test.each([
  [{ codebok: 1 }, "openReader knows no 'codebok' (did you mean 'codebook'?); it knows base, codebook"],
  [{ xyz: 1 }, "openReader knows no 'xyz'; it knows base, codebook"],
])('%j is refused', (given, message) => {
  expect(() => refuseUnknown('openReader', given, ['base', 'codebook'])).toThrow(
    expect.objectContaining({ name: 'TypeError', code: 'bad-argument', message }),
  )
})
