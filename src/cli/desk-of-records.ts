import { addReports } from '../desk/add.ts'
import { type OpenedDesk, openDesk } from '../desk/open.ts'
import { takenReports } from './taken-records.ts'

/** A desk of files of records that goes when it is closed: SQLite keeps it in memory, and on disk where it grows. What cannot be taken is told, and gives exit status 1. */
export async function deskOfRecords(files: readonly string[]): Promise<OpenedDesk> {
  const desk = openDesk('', { create: true, memory: true, name: 'records' })
  try {
    await addReports(desk, takenReports(files))
    return desk
  } catch (error) {
    desk.close()
    throw error
  }
}
