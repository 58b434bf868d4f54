import fs from 'node:fs'
import type { Language } from '../../src/language/types.ts'
import { coveredWords, cueHead } from './gold.ts'

/** What the teacher says of a report: where words begin and end, and the chance that they belong to a cue. */
export interface TaughtReport {
  id: string
  text: string
  published?: string
  cues: [start: number, end: number, chance: number][]
}

/** Reads what `training/teacher/statements.py label` wrote, by the reports' ids. */
export function readTaught(file: string): Map<string, TaughtReport> {
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return new Map(lines.map((line) => JSON.parse(line) as TaughtReport).map((report) => [report.id, report]))
}

/** From this chance on, words that stand side by side are one cue. */
const SURE = 0.5

/** How likely each word is the head of a cue: where several words are surely of one, its head alone is. */
export function headChances(language: Language, cues: TaughtReport['cues']): Float32Array {
  const chances = new Float32Array(language.size)
  for (const [start, end, chance] of cues)
    for (const w of coveredWords(language, [{ start, end }])) chances[w] = Math.max(chances[w], chance)
  for (let w = 0; w < language.size; w++) {
    if (chances[w] <= SURE) continue
    let to = w + 1
    while (to < language.size && chances[to] > SURE && language.sentence[to] === language.sentence[w]) to++
    const words = Array.from({ length: to - w }, (_, i) => w + i)
    const head = cueHead(language, words)
    const most = words.reduce((top, one) => Math.max(top, chances[one]), 0)
    for (const one of words) chances[one] = one === head ? most : 0
    w = to - 1
  }
  return chances
}
