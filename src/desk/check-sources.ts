import { CANDIDATES, type CheckSource, type Sources, sourceOf } from '../story/check/sources.ts'
import type { OpenedDesk } from './open.ts'

/** Words that so many reports have say little of where a quotation comes from. */
const COMMON = 2000
/** Most words that are looked up for one stretch. */
const LOOKED_UP = 10
/** With fewer telling words than this, runs of words are looked up as well. */
const FEW_TELLING = 3
const RUN = 4
const RUNS = 3
/** A run of words in common is worth as much as a word that ten reports of a million have. */
const RUN_WORTH = Math.log(1 + 1e5)
/** Reports whose words are kept at hand between stretches of one draft. */
const HELD = 200

/**
 * The reports of a desk as sources of a check. The index of words gives the reports that share a stretch's rarest words; records are rebuilt
 * only for the few that are laid beside it.
 */
export function deskSources(desk: OpenedDesk): Sources {
  const { db } = desk
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_seen USING fts5vocab(main, 'report_words', 'row')")
  const seen = db.prepare<[string], number>('SELECT doc FROM temp.words_seen WHERE term = ?').pluck()
  const holding = db
    .prepare<[string, number], number>('SELECT rowid FROM report_words WHERE report_words MATCH ? LIMIT ?')
    .pluck()
  const idOf = db.prepare<[number], string>('SELECT id FROM reports WHERE report = ?').pluck()
  const held = new Map<number, CheckSource | undefined>()
  const sourceAt = (report: number): CheckSource | undefined => {
    if (!held.has(report)) {
      if (held.size >= HELD) held.delete(held.keys().next().value as number)
      const record = desk.record(idOf.get(report) as string)
      held.set(report, record && sourceOf(record))
    }
    return held.get(report)
  }
  const candidates = (keys: readonly string[]): CheckSource[] => {
    const terms = [...new Set(keys)].filter((key) => /^[\p{L}\p{N}]+$/u.test(key))
    const rare = terms
      .map((term) => ({ term, reports: seen.get(term.normalize('NFD').replace(/\p{M}/gu, '')) ?? 0 }))
      .filter(({ reports }) => reports > 0)
      .sort((a, b) => a.reports - b.reports)
    const weight = new Map<number, number>()
    const weigh = (reports: readonly number[], worth: number) => {
      for (const report of reports) weight.set(report, (weight.get(report) ?? 0) + worth)
    }
    const telling = rare.filter(({ reports }) => reports <= COMMON).slice(0, LOOKED_UP)
    for (const { term, reports } of telling) weigh(holding.all(`"${term}"`, COMMON), Math.log(1 + 1e6 / reports))
    // words that stand everywhere say where they come from only in their order
    if (telling.length < FEW_TELLING) for (const run of runsOf(keys)) weigh(holding.all(`"${run}"`, COMMON), RUN_WORTH)
    const best = [...weight].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES)
    return best.map(([report]) => sourceAt(report)).filter((source) => source !== undefined)
  }
  return { candidates }
}

/** A few runs of words, spread over the stretch. */
function runsOf(keys: readonly string[]): string[] {
  const plain = keys.map((key) => key.replace(/'/g, ' '))
  const last = plain.length - RUN
  if (last < 0) return [plain.join(' ')]
  const starts = new Set(Array.from({ length: RUNS }, (_, r) => Math.round((last * r) / (RUNS - 1))))
  return [...starts].map((at) => plain.slice(at, at + RUN).join(' '))
}
