import { readFileSync } from 'node:fs'
import { parseTable } from '../resources.ts'

/** A code and what it means. */
export interface CodeMeaning {
  code: string
  meaning: string
}

/** Sets of codes that columns hold, and where in the codebook their meanings stand. */
const SOURCES = {
  act: { file: 'statement/acts.txt', code: 0, meaning: 1 },
  type: { file: 'event/types.tsv', code: 0, meaning: 5 },
  mode: { file: 'event/modes.tsv', code: 1, meaning: 4 },
  sector: { file: 'entity/sectors.tsv', code: 0, meaning: 1 },
} as const

const OTHERS = ['basis', 'context', 'decided', 'kind', 'level', 'precision', 'quotation', 'state', 'status'] as const
export type CodeSet = keyof typeof SOURCES | (typeof OTHERS)[number]

/** Every code of a set with its meaning, sorted by code; a mode that several types have stands once for each. */
export function meaningsOf(set: CodeSet): CodeMeaning[] {
  const found = set in SOURCES ? fromSource(set as keyof typeof SOURCES) : fromOthers(set)
  return found.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
}

function fromSource(set: keyof typeof SOURCES): CodeMeaning[] {
  const { file, code, meaning } = SOURCES[set]
  return codebookTable(file).map((row) => ({
    code: row[code],
    meaning: set === 'mode' ? `${row[0]}: ${row[meaning]}` : row[meaning],
  }))
}

function fromOthers(set: string): CodeMeaning[] {
  const rows = codebookTable('export/codes.tsv').filter(([name]) => name === set)
  return rows.map(([, code, meaning]) => ({ code, meaning }))
}

/** Rows of a table of the codebook. */
export function codebookTable(file: string): string[][] {
  return parseTable(readFileSync(new URL(`../../codebook/${file}`, import.meta.url), 'utf8'))
}
