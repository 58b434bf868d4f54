import Database from 'better-sqlite3'
import { Failure } from '../record/failure.ts'
import { withoutWrong } from '../rows/standing.ts'
import { checkDeskFile } from './check-desk-file.ts'
import { copyDesk } from './copy-desk.ts'
import { layAll, openDecisions } from './decide.ts'
import { deskFailure } from './failure.ts'
import { openFind } from './find.ts'
import { folded } from './fold.ts'
import { guarded } from './guarded.ts'
import { openLaying } from './lay.ts'
import { addMigrationFunctions } from './migrations/functions.ts'
import { migrations } from './migrations/index.ts'
import { openRebuild, type Rebuild } from './rebuild.ts'
import type { Desk } from './types.ts'

/** Stands at the head of every desk's file: 'onrd'. */
const APPLICATION = 0x6f6e7264

export interface DeskOptions {
  /** makes the desk where there is none */
  create?: boolean
  /** changes nothing, and need not be allowed to */
  readonly?: boolean
  /** what it is called in messages, where the file is a copy of it */
  name?: string
  /** a desk that is kept nowhere: of the name ':memory:' alone */
  memory?: boolean
}

/** A desk with its database, for the parts of the desk itself. */
export interface OpenedDesk extends Desk {
  readonly db: Database.Database
}

/**
 * Opens a desk: one SQLite file that keeps reports, records and decisions. One that is only to be read may lie where nothing can be written.
 *
 * @throws Failure where the name is none (`bad-argument`), there is no such file or no folder for it (`desk-missing`), it is a folder
 * (`file-is-folder`) or none of onrecord's (`desk-foreign`), comes from a newer version (`desk-newer`), is damaged (`desk-damaged`), or cannot be
 * written (`desk-readonly`); nothing is changed then
 * @example
 * const desk = openDesk('border.db')
 * for (const { speaker, content } of desk.all({ list: 'statements', filter: { act: ['deny'] } })) console.log(speaker?.name, content)
 */
export function openDesk(file: string, options: DeskOptions = {}): OpenedDesk {
  const { create = false, readonly = false, memory = false, name = file } = options
  if (!memory) checkDeskFile(file, create)
  try {
    return opened(file, name, options)
  } catch (error) {
    const failure = deskFailure(error, name)
    if (readonly && failure instanceof Failure && failure.code === 'desk-readonly')
      return openCopy(file, options, failure)
    throw failure
  }
}

/** Opens the SQLite file that lies at `at` as the desk of that name. */
function opened(at: string, file: string, { create = false, readonly = false }: DeskOptions): OpenedDesk {
  const db = new Database(at, { readonly, fileMustExist: !create, timeout: 60_000 })
  try {
    prepare(db, file, readonly)
    return guarded(deskOver(db, file), file)
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * SQLite must write beside a desk even to read it. Where nothing can be written a copy is read, which goes when the desk is closed.
 */
function openCopy(file: string, options: DeskOptions, failure: Failure): OpenedDesk {
  const copy = copyDesk(file)
  if (!copy) throw failure
  try {
    const desk = opened(copy.file, file, options)
    return {
      ...desk,
      close() {
        desk.close()
        copy.remove()
      },
    }
  } catch (error) {
    copy.remove()
    throw deskFailure(error, file)
  }
}

function deskOver(db: Database.Database, file: string): OpenedDesk {
  const rebuild = openRebuild(db)
  const decisions = openDecisions(db, rebuild)
  const find = openFind(db, decisions)
  return {
    db,
    file,
    ...find,
    record: rebuild.byId,
    decidedRecord: rebuild.decided,
    rightRecord: openRight(db, rebuild),
    decisions: decisions.list,
    decide: decisions.decide,
    close: () => db.close(),
  }
}

/** Records as people decided, without the rows that are wrong. */
function openRight(db: Database.Database, rebuild: Rebuild): Desk['rightRecord'] {
  const wrong = db
    .prepare<[string], string>(
      "SELECT row FROM standing JOIN reports USING (report) WHERE reports.id = ? AND verdict = 'wrong'",
    )
    .pluck()
  return (report) => {
    const record = rebuild.decided(report)
    return record && withoutWrong(record, new Set(wrong.all(report)))
  }
}

function prepare(db: Database.Database, file: string, readonly: boolean): void {
  const application = db.pragma('application_id', { simple: true })
  const version = db.pragma('user_version', { simple: true }) as number
  const tables = db.prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table'").pluck().get() as number
  if (application !== APPLICATION && (readonly || tables > 0 || application !== 0))
    throw new Failure(
      'desk-foreign',
      `${file} is not a desk but another program's file, or an empty one; name another file for the desk`,
    )
  if (version > migrations.length)
    throw new Failure('desk-newer', `${file} was made by a newer onrecord (version ${version}); install that version`)
  db.pragma('foreign_keys = ON')
  db.pragma('cache_size = -65536')
  db.function('folded', { deterministic: true }, (name) => folded(String(name)))
  if (readonly && version < migrations.length)
    throw new Failure(
      'desk-older',
      `${file} was made by an older onrecord; onrecord add --again --desk ${file} brings it up to date`,
    )
  if (readonly) return
  // Both of a new file alone. Most reports' texts fit into a page of this size; pages that are no longer used can be given back.
  db.pragma('page_size = 8192')
  db.pragma('auto_vacuum = INCREMENTAL')
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  if (version < migrations.length) migrate(db, version)
}

/** Since this version what people mended lies in the tables of rows. */
const LAID_FROM = 11

/** Brings the tables up to today's version, all or nothing; another process may have done so in the meantime. */
function migrate(db: Database.Database, version: number): void {
  addMigrationFunctions(db)
  db.transaction(() => {
    const now = db.pragma('user_version', { simple: true }) as number
    for (const statements of migrations.slice(Math.max(now, version))) db.exec(statements)
    db.pragma(`application_id = ${APPLICATION}`)
    db.pragma(`user_version = ${migrations.length}`)
    if (now > 0 && now < LAID_FROM) layAll(db, openLaying(db, openRebuild(db)))
  }).immediate()
}
