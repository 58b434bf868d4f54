import { useMemo, useRef } from 'preact/hooks'
import type { Record as NewsRecord } from '../../../src/record/types.ts'
import { type DecidedRows, recordAsDecided } from '../../decide/standing.ts'
import { type Draft, withDraft } from '../../mend/draft.ts'
import { handlesOf } from '../../mend/edges.ts'
import { type RecordView, recordView } from '../view.ts'
import { marksOf } from './marks.ts'
import { type CutLine, cutText } from './segment.ts'
import { steadyLines } from './steady-lines.ts'
import type { Handle } from './text.tsx'

export interface DrawnReport {
  view: RecordView
  lines: readonly CutLine[]
  handles: readonly Handle[]
}

const NO_HANDLES: readonly Handle[] = []

/** What is drawn of a report: its record with what people mended and what is being mended, and the text cut at its spans. */
export function useDrawnReport(record: NewsRecord, decided: DecidedRows, draft: Draft | undefined): DrawnReport {
  const mended = useMemo(() => recordAsDecided(record, decided), [record, decided])
  const steady = useMemo(() => recordView(mended), [mended])
  // colours stay with their speakers while an edge moves
  const view = useMemo(
    () => (draft ? { ...recordView(withDraft(mended, draft)), voices: steady.voices } : steady),
    [steady, draft],
  )
  const drawn = useRef<readonly CutLine[]>([])
  const lines = useMemo(() => {
    drawn.current = steadyLines(drawn.current, cutText(record.report.text, marksOf(view)))
    return drawn.current
  }, [view])
  const handles = useMemo(() => (draft ? handlesOf(draft, view) : NO_HANDLES), [draft, view])
  return { view, lines, handles }
}
