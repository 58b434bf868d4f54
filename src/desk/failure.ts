import { Failure } from '../record/failure.ts'

/** What SQLite says of a damaged file where its code says only that something is wrong. */
const DAMAGED = /malformed|vtable constructor failed|no such (?:table|column)|fts5: corrupt/

/** The failure that an error of SQLite means; other errors are given back as they are. */
export function deskFailure(error: unknown, file: string): unknown {
  if (error instanceof Failure) return error
  const code = (error as { code?: string }).code ?? ''
  if (code.startsWith('SQLITE_NOTADB'))
    return new Failure('desk-foreign', `${file} is not an SQLite file; name another file for the desk`)
  if (code.startsWith('SQLITE_CORRUPT') || (code.startsWith('SQLITE_') && DAMAGED.test((error as Error).message)))
    return new Failure('desk-damaged', `${file} is damaged; take it from a copy, or recover it with sqlite3 .recover`)
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_PERM'))
    return new Failure('desk-readonly', `${file} cannot be opened or written; check its permissions and its folder's`)
  if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR'))
    return new Failure(
      'desk-full',
      `${file} could not be written: the disk is full or failing; nothing of this step was kept`,
    )
  if (code.startsWith('SQLITE_BUSY'))
    return new Failure('desk-busy', `another program has been writing ${file} for a minute; try again when it is done`)
  return error
}
