import { chmodSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A copy of a desk among the files of today, with what was written and is not in its file yet. */
export interface DeskCopy {
  file: string
  remove(): void
}

/** Copies a desk that lies where nothing can be written; undefined where it cannot be read either, or there is no room. */
export function copyDesk(file: string): DeskCopy | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-desk-'))
  const remove = () => {
    process.removeListener('exit', remove)
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', remove)
  try {
    const copy = join(folder, 'desk.db')
    for (const ending of ['', '-wal']) {
      if (ending !== '' && !existsSync(file + ending)) continue
      copyFileSync(file + ending, copy + ending, constants.COPYFILE_FICLONE)
      chmodSync(copy + ending, 0o600)
    }
    return { file: copy, remove }
  } catch {
    remove()
    return undefined
  }
}
