import { expect, test } from 'vitest'
import { carried } from './carry.ts'

test.each([
  ['/', 'outlet=Post&speaker=Ilse+Marek&sort=when', '/over-time', 'outlet=Post&speaker=Ilse+Marek'],
  ['/', 'list=events&type=ASSAULT&not.outlet=Post', '/map', 'type=ASSAULT&not.outlet=Post'],
  ['/', 'list=events&type=ASSAULT&since=2025', '/over-time', 'since=2025'],
  ['/map', 'status=denied&region=Asia&by=type', '/timeline', 'status=denied'],
  ['/timeline', 'status=denied&least=0.5', '/', 'list=events&status=denied&least=0.5'],
  ['/who', 'pairs=speaks&act=deny', '/', 'act=deny'],
  ['/who', 'pairs=speaks&act=deny', '/map', ''],
  ['/', 'list=entities&kind=person&words=Marek', '/map', 'words=Marek'],
  ['/', 'list=reports&from=2025', '/', 'list=reports'],
  ['/read', 'act=deny', '/', ''],
  ['/', 'act=deny', '/read', ''],
])('from %s?%s to %s goes ?%s', (from, query, to, expected) => {
  expect(carried(from, new URLSearchParams(query), to).toString()).toBe(expected)
})
