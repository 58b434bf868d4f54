import { createHash } from 'node:crypto'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { TakenReport } from '../intake/taken.ts'
import { memoryDesk } from './fixture.ts'
import { originalOf } from './original.ts'
import { openWriter } from './write.ts'

const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/** A desk with one report that was kept and not read. */
function deskOf(text: string, original: Uint8Array | undefined, about: Partial<TakenReport> = {}) {
  const desk = memoryDesk()
  const bytes = hashOf(original ?? text)
  const taken: TakenReport = {
    id: 'r',
    text,
    language: 'en',
    from: 'a.html',
    takenAt: '2025-03-14T08:00:00Z',
    bytes,
    notes: [],
    original,
    ...about,
  }
  openWriter(desk).keep([{ taken, sha256: hashOf(text), outcome: { kept: true } }])
  return desk
}
const countIn = (desk: ReturnType<typeof memoryDesk>) => desk.db.prepare('SELECT count(*) FROM originals').pluck().get()

test('a page comes back to the byte, with its hash, its time and where it was; it is kept packed', () => {
  const page = Buffer.from(`<html><body>${'<p>The port of Almeth will open again.</p>'.repeat(200)}</body></html>`)
  const desk = deskOf('The port of Almeth will open again.', page, { member: 'urn:uuid:1' })
  const { bytes, ...about } = originalOf(desk.db, 'r')
  expect(Buffer.from(bytes).equals(page)).toBe(true)
  expect(about).toEqual({
    from: 'a.html',
    member: 'urn:uuid:1',
    at: '2025-03-14T08:00:00Z',
    sha256: hashOf(page),
    size: page.length,
    name: 'r.html',
  })
  expect(desk.db.prepare('SELECT length(data) FROM originals').pluck().get()).toBeLessThan(page.length / 10)
})

test('what is packed already is kept as it is', () => {
  const packed = Buffer.concat([
    Buffer.from('%PDF-1.4'),
    brotliCompressSync(Buffer.from('Rain fell on the port.'.repeat(3))),
  ])
  const desk = deskOf('Rain fell on the port.', packed)
  expect(originalOf(desk.db, 'r')).toMatchObject({ name: 'r.pdf', size: packed.length })
  expect(desk.db.prepare('SELECT packing FROM originals').pluck().get()).toBe('none')
})

test('a plain text is its own original, and takes no further room', () => {
  const text = 'Rain fell on the port of Almeth. \u{1f327}'
  const desk = deskOf(text, Buffer.from(text))
  expect(countIn(desk)).toBe(0)
  expect(Buffer.from(originalOf(desk.db, 'r').bytes).toString()).toBe(text)
})

test('bytes that were not kept are missed with their hash; a report that is not there is missed', () => {
  const desk = deskOf('Rain fell.', undefined, { bytes: hashOf('a page') })
  expect(() => originalOf(desk.db, 'r')).toThrow(
    expect.objectContaining({ code: 'original-missing', message: expect.stringContaining(hashOf('a page')) }),
  )
  expect(() => originalOf(desk.db, 'none')).toThrow(expect.objectContaining({ code: 'report-missing' }))
})

test('originals are never changed, and no name leads elsewhere', () => {
  const desk = deskOf('Rain fell.', Buffer.from('<p>Rain fell.</p>'), { id: '../../etc/passwd' })
  expect(() => desk.db.exec("UPDATE originals SET data = x'00'")).toThrow(/never changed/)
  expect(originalOf(desk.db, '../../etc/passwd').name).toBe('etc_passwd.html')
})
