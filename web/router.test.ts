import { expect, test } from 'vitest'
import { matchPath, reportAddress, speakerAddress } from './router.ts'

test.each([
  ['/', '/', {}],
  ['/', '/map', undefined],
  ['/map', '/map', {}],
  ['/map', '/map/', {}],
  ['/report/:id', '/report/a%2Fb%23c', { id: 'a/b#c' }],
  ['/report/:id', '/report/a/b', undefined],
  ['/report/:id', '/report/%E0%A4%A', { id: '%E0%A4%A' }],
  ['/speaker/:name', '/speaker/Ilse%20Marek', { name: 'Ilse Marek' }],
])('the pattern %s and the path %s', (pattern, path, expected) => {
  expect(matchPath(pattern, path)).toEqual(expected)
})

test.each(['r1', 'a/b', 'ü ✓', '100%', 'x?y#z'])('the address of report %s leads back to it', (id) => {
  const [path, hash] = reportAddress(id, `${id}#s1`).split('#')
  expect(matchPath('/report/:id', path)).toEqual({ id })
  expect(decodeURIComponent(hash)).toBe(`${id}#s1`)
  expect(matchPath('/speaker/:name', speakerAddress(id))).toEqual({ name: id })
})
