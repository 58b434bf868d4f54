import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { type GoldReport, goldOfBrat, goldOfJsonl } from '../coding/gold.ts'
import { unreadable } from '../intake/source.ts'
import { decodeReport } from '../intake/text.ts'
import { Failure } from '../record/failure.ts'

/**
 * The gold of a JSONL file of records, or of a folder of brat: `NAME.txt` and beside it `NAME.ann`.
 *
 * @throws Failure `file-missing`, `file-unreadable`, `not-of-format`
 */
export function readGold(path: string): GoldReport[] {
  if (!isFolder(path)) return goldOfJsonl(textOf(path), path)
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
  const marked = files.filter((file) => extname(file) === '.ann')
  if (marked.length === 0)
    throw new Failure('not-of-format', `${path} has no .ann files; name a folder of brat, or a JSONL file of records`)
  return marked.map((file) => {
    const stem = join(path, file).slice(0, -4)
    try {
      return goldOfBrat(basename(file, '.ann'), textOf(`${stem}.txt`, true), textOf(`${stem}.ann`, true))
    } catch (error) {
      if (error instanceof Failure && error.code === 'not-of-format')
        throw new Failure('not-of-format', `${stem}.ann: ${error.message}`)
      throw error
    }
  })
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException)
  }
}

function textOf(path: string, mayBeEmpty = false): string {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException)
  }
  return mayBeEmpty && bytes.length === 0 ? '' : decodeReport(bytes, path)
}
