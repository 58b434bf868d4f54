import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type Database from 'better-sqlite3'
import { formatOf, HEAD_BYTES, type IntakeFormat } from '../intake/format.ts'
import { Failure } from '../record/failure.ts'

/** What a report was taken from, so that a row can be shown in a dispute. */
export interface Original {
  /** path or address, and which part of that */
  from: string
  member?: string
  /** moment of taking, ISO 8601 */
  at: string
  /** of the bytes, in hexadecimal */
  sha256: string
  size: number
  /** what read the report: the newest reading's */
  reader?: { version: string; codebook: string }
  /** a name for the file: the report's id, with an ending by what the bytes are */
  name: string
  bytes: Uint8Array
}

/** Puts the bytes of takings in, each once. */
export function openKeepOriginal(db: Database.Database): (sha256: Uint8Array, bytes: Uint8Array) => void {
  const there = db.prepare('SELECT 1 FROM originals WHERE bytes_sha256 = ?').pluck()
  const insert = db.prepare('INSERT INTO originals (bytes_sha256, size, packing, data) VALUES (?, ?, ?, ?)')
  return (sha256, bytes) => {
    if (there.get(sha256)) return
    const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
    // what is packed already, such as a PDF, gains nothing
    const isSmaller = packed.length < bytes.length * 0.95
    insert.run(sha256, bytes.length, isSmaller ? 'br' : 'none', isSmaller ? packed : bytes)
  }
}

/** Packs a page to about a fifth, at some 50 MB a second. */
const QUALITY = 5

interface Row {
  from: string
  member: string | null
  at: string
  hash: Buffer
  size: number | null
  packing: 'none' | 'br' | null
  data: Buffer | null
  text: string
  textHash: Buffer
}

/**
 * The bytes that a report was taken from: of its first taking whose bytes are kept. Of a plain text they are the text.
 *
 * @throws Failure `report-missing`, or `original-missing` where they were not kept
 */
export function originalOf(db: Database.Database, id: string): Original {
  const rows = db
    .prepare<[string], Row>(
      `SELECT t."from", t.member, t.at, t.bytes_sha256 AS hash, o.size, o.packing, o.data, r.text, r.sha256_bytes AS textHash
       FROM reports r JOIN takings t USING (report) LEFT JOIN originals o USING (bytes_sha256) WHERE r.id = ? ORDER BY t.taking`,
    )
    .all(id)
  if (rows.length === 0) throw new Failure('report-missing', `the desk holds no report '${id}'`)
  const kept = rows.find(({ data, hash, textHash }) => data !== null || hash.equals(textHash))
  if (!kept)
    throw new Failure(
      'original-missing',
      `the bytes that '${id}' was taken from are not kept; it was taken from ${rows[0].from} at ${rows[0].at}, and their SHA-256 is ${rows[0].hash.toString('hex')}`,
    )
  const { from, member, at, hash, packing, data, text } = kept
  const bytes = data === null ? Buffer.from(text, 'utf8') : packing === 'br' ? brotliDecompressSync(data) : data
  const reader = db
    .prepare<[string], { version: string; codebook: string }>(
      'SELECT version, d.codebook FROM reports r JOIN readings g USING (report) JOIN readings b ON b.reading = coalesce(g.over, g.reading) JOIN readers d ON d.reader = b.reader WHERE r.id = ? AND g.newest',
    )
    .get(id)
  return {
    from,
    ...(member !== null && { member }),
    at,
    sha256: hash.toString('hex'),
    size: bytes.length,
    ...(reader && { reader }),
    name: fileName(id, bytes, member ?? from),
    bytes,
  }
}

/** A name without anything that leads elsewhere. */
function fileName(id: string, bytes: Uint8Array, from: string): string {
  const base =
    id
      .replace(/[^\p{L}\p{N}._-]+/gu, '_')
      .replace(/^[._]+/, '')
      .slice(-100) || 'report'
  const named = from.replace(/\.gz$/i, '')
  const format = formatOf(bytes.subarray(0, HEAD_BYTES), named)
  // several kinds of file are archives or messages, which their own names tell apart
  const own =
    format === 'zip' || format === 'mail' ? /\.(?:docx|xlsx|mhtml?)$/i.exec(named)?.[0].toLowerCase() : undefined
  return base + (own ?? ENDINGS[format] ?? '.bin')
}

const ENDINGS: { readonly [format in IntakeFormat]?: string } = {
  text: '.txt',
  html: '.html',
  feed: '.xml',
  json: '.json',
  lines: '.json',
  csv: '.csv',
  pdf: '.pdf',
  zip: '.zip',
  mail: '.eml',
}
