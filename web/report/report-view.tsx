import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Record as NewsRecord } from '../../src/record/types.ts'
import { keyOf } from '../decide/standing.ts'
import { changesOf, type Draft, startDraft } from '../mend/draft.ts'
import { MendForm } from '../mend/form.tsx'
import { useEdges } from '../mend/use-edges.ts'
import type { Address } from '../router.ts'
import { NameLine } from './cards/name-line.tsx'
import { Notes } from './cards/notes.tsx'
import { Panel, rowsShown, type Show } from './cards/panel.tsx'
import { StepRows } from './cards/step-rows.tsx'
import { chosenOf } from './chosen.ts'
import { Actions } from './deciding/actions.tsx'
import { NameDialog } from './deciding/name-dialog.tsx'
import { type Deciding, type Said, useDeciding } from './deciding/use-deciding.ts'
import { Evidence, type Taken } from './evidence.tsx'
import { ReportHead } from './head.tsx'
import { rowsAt } from './lights.ts'
import { plain } from './text/odd.ts'
import { VoiceStrip } from './text/strip.tsx'
import { TextColumn } from './text/text-column.tsx'
import { useDrawnReport } from './text/use-drawn-report.ts'
import { useKeys } from './use-keys.ts'
import { useLights } from './use-lights.ts'

interface ReportViewProps {
  record: NewsRecord
  address: Address
  /** left out where nothing can be decided */
  deciding?: Deciding
  /** keys of rows whose decision has not reached the server */
  waiting?: ReadonlySet<string>
  /** when and whence the report was taken, where that is known */
  taken?: Taken
  /** below the title */
  actions?: ComponentChildren
}

/** Where the lines end that the reader took the date from. */
const headerEnd = ({ notes }: NewsRecord) =>
  Math.max(0, ...notes.flatMap(({ code, end }) => (code === 'published-from-header' && end ? [end] : [])))

const NONE: ReadonlySet<string> = new Set()

/** A report with its record on it: the text, and a card for every row. */
export function ReportView({ record, address, deciding, waiting = NONE, taken, actions }: ReportViewProps) {
  const { id: report, text } = record.report
  const root = useRef<HTMLElement>(null)
  const [show, setShow] = useState<Show>('all')
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState<Draft>()
  const [said, setSaid] = useState('')
  const { decided, name, fixed, rename, asking, answerName, decide, takeBack, last } = useDeciding(report, deciding)
  const { view, lines, handles } = useDrawnReport(record, decided, draft)
  const chosen = chosenOf(address, view.rows)
  const rows = rowsShown(view, show, decided, chosen.row)

  const goTo = (offset: number) => {
    const line = lines.findLast(({ start }) => start <= offset)
    root.current?.querySelector(`[data-line="${line?.start}"]`)?.scrollIntoView({ block: 'center' })
  }
  const rowById = (id: string | undefined) => view.rows.find((row) => row.id === id)
  const { relight, onPoint } = useLights(root, chosen.row, (row) => goTo(rowById(row)?.start ?? 0))
  const edges = useEdges(root, text, draft, setDraft)
  useEffect(() => setDraft(undefined), [chosen.row])

  const decideOn = (verdict: 'right' | 'wrong') => {
    const row = chosen.now()
    if (row === undefined) return
    decide(row, { verdict }, () => {
      setSaid(`${verdict}.`)
      chosen.step(1, rows)
    })
  }
  const startMending = () => {
    const row = rowById(chosen.now())
    if (!row || !deciding) return
    setDraft(startDraft(row))
    setSaid('Mending. Move the edges in the text with the arrow keys, or change the fields.')
  }
  const keepMend = () => {
    const row = chosen.now()
    if (!draft || row === undefined) return
    const changes = changesOf(draft)
    if (Object.keys(changes).length === 0) return setDraft(undefined)
    // what was mended before, and is not mended otherwise now, stays mended
    const before = decided.get(keyOf(report, row))?.mended
    const said: Said = { verdict: 'mended', mend: { ...before?.mend, ...changes } }
    decide(row, { ...said, ...(before?.brings && { brings: before.brings }) }, () => {
      setDraft(undefined)
      setSaid('mended.')
    })
  }
  const undoLast = () => {
    if (!deciding) return
    const found = last(chosen.now())
    if (!found) return setSaid('Nothing was decided here that could be taken back.')
    takeBack(found.row, found.id, () => {
      setSaid('Taken back.')
      chosen.choose(found.row)
    })
  }
  const leaveMending = () => setDraft(undefined)
  const turnWhy = () => setOpen((before) => !before)
  useKeys(
    {
      j: () => chosen.step(1, rows),
      k: () => chosen.step(-1, rows),
      y: () => decideOn('right'),
      n: () => decideOn('wrong'),
      e: startMending,
      u: undoLast,
      w: turnWhy,
      Escape: () => chosen.choose(undefined),
    },
    draft && { keep: keepMend, leave: leaveMending },
  )
  const onCardClick = (event: MouseEvent) => {
    const target = event.target as Element
    const [row] = rowsAt(target)
    if (row && row !== chosen.row && !target.closest('a, button, input, select, label')) chosen.choose(row)
  }

  return (
    <article class={`report ${draft ? 'mending' : ''}`} ref={root} onPointerOver={onPoint} onFocusIn={onPoint}>
      <div class="report-page">
        <ReportHead record={record}>{actions}</ReportHead>
        <VoiceStrip voices={view.voices} onGo={({ start }) => goTo(start)} />
        <Notes view={view} onGo={goTo} />
        {chosen.missing !== undefined && (
          <p class="row-missing" role="alert">
            This report has no row “{plain(chosen.missing)}”: the address may be cut off, or be of an older reading.{' '}
            <button type="button" class="quiet" onClick={() => chosen.choose(undefined)}>
              Show the report
            </button>
          </p>
        )}
        <TextColumn
          text={text}
          lines={lines}
          handles={handles}
          begins={headerEnd(record)}
          chosen={chosen.row}
          onChoose={draft ? undefined : chosen.choose}
          onDrawn={relight}
          {...edges}
        />
        <Evidence record={record} taken={taken} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: each card has its link */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: each card has its link */}
      <div class="panel-frame" onClick={onCardClick}>
        <Panel
          view={view}
          rows={rows}
          show={show}
          onShow={setShow}
          chosen={chosen.row}
          open={open}
          decided={decided}
          waiting={waiting}
          canDecide={deciding !== undefined}
          onDrawn={relight}
          steps={<StepRows rows={rows} chosen={chosen.row} onStep={(by) => chosen.step(by, rows)} />}
          foot={deciding && <NameLine name={name} fixed={fixed} onName={rename} />}
        >
          {draft ? (
            <MendForm draft={draft} view={view} onDraft={setDraft} onKeep={keepMend} onCancel={leaveMending} />
          ) : (
            <Actions
              decision={chosen.row === undefined ? undefined : decided.get(keyOf(report, chosen.row))}
              canDecide={deciding !== undefined}
              open={open}
              onDecide={decideOn}
              onMend={startMending}
              onUndo={undoLast}
              onWhy={turnWhy}
            />
          )}
        </Panel>
      </div>
      <p class="hidden-text" role="status">
        {said}
      </p>
      {asking && <NameDialog onName={answerName} />}
    </article>
  )
}
