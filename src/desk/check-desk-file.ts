import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../record/failure.ts'

/**
 * Makes sure that a desk can lie there. SQLite takes an empty name and ':memory:' for a database that is gone when it is closed.
 *
 * @throws Failure `bad-argument`, `desk-missing`, `file-is-folder` or `desk-foreign`
 */
export function checkDeskFile(file: string, create: boolean): void {
  const name = file.trim()
  if (name === '' || name.toLowerCase() === ':memory:')
    throw new Failure('bad-argument', `'${file}' is not a file name; name the file of the desk, such as border.db`)
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isDirectory())
    throw new Failure(
      'file-is-folder',
      `${file} is a folder; name a file in it for the desk, such as ${file}/border.db`,
    )
  if (found && !found.isFile()) throw new Failure('desk-foreign', `${file} is not a file; name another for the desk`)
  if (found) return
  if (!create)
    throw new Failure('desk-missing', `there is no desk ${file}; onrecord add SOURCE --desk ${file} makes one`)
  if (!existsSync(dirname(file)))
    throw new Failure('desk-missing', `there is no folder ${dirname(file)} for the desk; make it first`)
}
