import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { type Next, pick } from '../shape-texts.ts'
import { count, type Fuzz, promise } from './kinds.ts'

const COMMAND = fileURLToPath(new URL('../../dist/cli/onrecord.js', import.meta.url))
const REPORTS = 60

/** Adds that are ended at any moment: the desk is whole, and the same add goes on to the same end. */
export const fuzzKills: Fuzz = async ({ texts, folder }) => {
  const file = join(folder, 'kills.jsonl')
  const parts = texts.flatMap((text) => text.split(/\n\n+/)).filter((part) => part.length > 40)
  const lines = Array.from({ length: REPORTS }, (_, n) =>
    JSON.stringify({ id: `r${n}`, text: `${parts[n % parts.length]} (${n})` }),
  )
  writeFileSync(file, lines.join('\n'))
  const desk = join(folder, 'kills.db')
  const args = [COMMAND, 'add', file, '--desk', desk, '--threads', '1']
  const endedAdd = async (next: Next) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore' })
    const ended = once(child, 'exit')
    await setTimeout(200 + next(4000))
    child.kill(pick(next, ['SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT']))
    const [code, signal] = await ended
    return `${signal ?? code}`
  }
  return {
    async once(next, tried) {
      for (const ending of ['', '-wal', '-shm']) rmSync(desk + ending, { force: true })
      for (let n = 1 + next(3); n > 0; n--) count(tried, await endedAdd(next))
      const { status, stderr } = spawnSync(process.execPath, args)
      promise(status === 0, `the add that goes on ends with ${status}: ${stderr}`)
      const db = new Database(desk, { readonly: true })
      promise(db.pragma('integrity_check', { simple: true }) === 'ok', 'the desk is damaged')
      const read = db.prepare("SELECT count(*) FROM reports WHERE state = 'read'").pluck().get()
      db.close()
      promise(read === REPORTS, `${read} of ${REPORTS} reports are there`)
    },
  }
}
