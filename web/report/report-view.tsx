import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Record as NewsRecord } from '../../src/record/types.ts'
import { newId } from '../decide/queue.ts'
import { keyOf } from '../decide/standing.ts'
import { bring, broughtFor } from '../mend/brought.ts'
import { changedFields, type Draft, ownSpan, snapWord, startDraft } from '../mend/draft.ts'
import { MendForm, missingOf } from '../mend/form.tsx'
import { MissedBar } from '../mend/missed-bar.tsx'
import { useSelection } from '../mend/selection.ts'
import { newDraft } from '../mend/take.ts'
import { useEdges } from '../mend/use-edges.ts'
import type { Address } from '../router.ts'
import { NameLine } from './cards/name-line.tsx'
import { Notes } from './cards/notes.tsx'
import { Panel, rowsShown, type Show } from './cards/panel.tsx'
import { StepRows } from './cards/step-rows.tsx'
import { chosenOf } from './chosen.ts'
import { Actions } from './deciding/actions.tsx'
import { History } from './deciding/history.tsx'
import { NameDialog } from './deciding/name-dialog.tsx'
import { type Deciding, useDeciding } from './deciding/use-deciding.ts'
import { Evidence, type TakenWhen } from './evidence.tsx'
import { ReportHead } from './head.tsx'
import { rowsAt } from './lights.ts'
import { onOneLine } from './text/odd.ts'
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
  taken?: TakenWhen
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
  const { selected, now: selectedNow, drop } = useSelection(root, text)
  useEffect(() => setDraft((before) => (before?.now.id === chosen.row ? before : undefined)), [chosen.row])

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
  const startAdding = (kind: Draft['kind']) => {
    if (!deciding) return
    const after = rowById(chosen.now())?.start ?? headerEnd(record)
    const made = newDraft(kind, selectedNow() ?? snapWord(text, Math.min(after + 1, text.length - 1)), view, newId)
    drop()
    setDraft(made)
    chosen.choose(made.now.id)
    setSaid(
      'Adding a row. Select words in the text and say what they are to it, or move its edges with the arrow keys.',
    )
  }
  const turnKind = (kind: Draft['kind']) => {
    if (!draft?.isNew || draft.kind === kind) return
    const made = newDraft(kind, ownSpan(draft), view, newId)
    setDraft(made)
    chosen.choose(made.now.id)
  }
  const keepMend = () => {
    const row = chosen.now()
    if (!draft || row === undefined) return
    const changes = changedFields(draft)
    if (Object.keys(changes).length === 0) return setDraft(undefined)
    if (missingOf(draft) !== undefined) return setSaid(missingOf(draft) ?? '')
    if (draft.isNew) {
      const brings = broughtFor(changes, draft.brings)
      return decide(row, { verdict: 'added', mend: changes, ...(brings && { brings }) }, () => {
        setDraft(undefined)
        setSaid('added.')
      })
    }
    // what was mended before, and is not mended otherwise now, stays mended
    const before = decided.get(keyOf(report, row))?.mended
    const mend = { ...before?.mend, ...changes }
    const brings = broughtFor(mend, bring(before?.brings ?? {}, draft.brings))
    decide(row, { verdict: 'mended', mend, ...(brings && { brings }) }, () => {
      setDraft(undefined)
      setSaid('mended.')
    })
  }
  const takeBackOne = (row: string, id: string) => {
    const was = deciding?.decisions.find((decision) => decision.id === id)
    takeBack(row, id, () => {
      setSaid('Taken back.')
      // a row that was added goes with its adding
      chosen.choose(was?.verdict === 'added' ? undefined : row)
    })
  }
  const undoLast = () => {
    if (!deciding) return
    const found = last(chosen.now())
    if (!found) return setSaid('Nothing was decided here that could be taken back.')
    takeBackOne(found.row, found.id)
  }
  const leaveMending = () => {
    setDraft(undefined)
    if (draft?.isNew) chosen.choose(undefined)
  }
  const turnWhy = () => setOpen((before) => !before)
  useKeys(
    {
      j: () => chosen.step(1, rows),
      k: () => chosen.step(-1, rows),
      y: () => decideOn('right'),
      n: () => decideOn('wrong'),
      e: startMending,
      m: () => startAdding('event'),
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
            This report has no row “{onOneLine(chosen.missing)}”: the address may be cut off, or be of an older reading.{' '}
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
          head={deciding && !draft && <MissedBar selected={selected} view={view} onStart={startAdding} />}
          foot={deciding && <NameLine name={name} fixed={fixed} onName={rename} />}
        >
          {draft ? (
            <MendForm
              draft={draft}
              view={view}
              selected={selected}
              onKind={turnKind}
              onDraft={setDraft}
              onTaken={drop}
              onKeep={keepMend}
              onCancel={leaveMending}
            />
          ) : (
            <>
              <Actions
                decision={chosen.row === undefined ? undefined : decided.get(keyOf(report, chosen.row))}
                canDecide={deciding !== undefined}
                open={open}
                onDecide={decideOn}
                onMend={startMending}
                onUndo={undoLast}
                onWhy={turnWhy}
              />
              {deciding && chosen.row !== undefined && (
                <History
                  decisions={deciding.decisions}
                  rowKey={keyOf(report, chosen.row)}
                  onTakeBack={(id) => chosen.row !== undefined && takeBackOne(chosen.row, id)}
                />
              )}
            </>
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
