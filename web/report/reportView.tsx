import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Record as NewsRecord } from '../../src/record/types.ts'
import { keyOf, mendedRecord } from '../decide/standing.ts'
import { type Key, keyOfEvent } from '../keys.ts'
import { changesOf, type Draft, edgeName, edgesOf, startDraft } from '../mend/draft.ts'
import { followDrag, handlesOf, keyOnEdge } from '../mend/edges.ts'
import { MendForm } from '../mend/form.tsx'
import { type Address, currentAddress, navigate } from '../router.ts'
import { Actions } from './actions.tsx'
import { ReportHead } from './head.tsx'
import { bringIntoView, type Lights, lightsOf, rowsAt } from './lights.ts'
import { marksOf } from './marks.ts'
import { NameDialog } from './nameDialog.tsx'
import { Notes } from './notes.tsx'
import { Panel, rowsShown, type Show } from './panel.tsx'
import { cutText, type Line } from './segment.ts'
import { steadyLines } from './steadyLines.ts'
import { VoiceStrip } from './strip.tsx'
import { type Handle, TextLine } from './text.tsx'
import { type Deciding, useDeciding } from './useDeciding.ts'
import { viewOf } from './view.ts'

interface ReportViewProps {
  record: NewsRecord
  address: Address
  /** left out where nothing can be decided */
  deciding?: Deciding
  /** keys of rows whose decision has not reached the server */
  waiting?: ReadonlySet<string>
  /** beside the title */
  actions?: ComponentChildren
  /** below the cards */
  foot?: ComponentChildren
}

const NONE: ReadonlySet<string> = new Set()
const NO_HANDLES: readonly Handle[] = []

/** With more marks than this, those of a line are drawn when it comes near the window. */
const DRAWN_AT_ONCE = 6000

/** A report with its record on it: the text, and a card for every row. */
export function ReportView({ record, address, deciding, waiting = NONE, actions, foot }: ReportViewProps) {
  const root = useRef<HTMLElement>(null)
  const lights = useRef<Lights>(undefined)
  const [show, setShow] = useState<Show>('all')
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState<Draft>()
  const [said, setSaid] = useState('')
  const report = record.report.id
  const { decided, name, rename, asking, answerName, decide, undo } = useDeciding(report, deciding)

  const mended = useMemo(() => mendedRecord(record, decided), [record, decided])
  const steady = useMemo(() => viewOf(mended), [mended])
  const view = useMemo(
    () => (draft ? { ...viewOf(withDraft(mended, draft)), voices: steady.voices } : steady),
    [steady, draft],
  )
  const drawn = useRef<readonly Line[]>([])
  const lines = useMemo(() => {
    drawn.current = steadyLines(drawn.current, cutText(record.report.text, marksOf(view)))
    return drawn.current
  }, [view])
  const handles = useMemo(() => (draft ? handlesOf(draft, view) : NO_HANDLES), [draft, view])
  const isLong = useMemo(() => lines.reduce((sum, { marks }) => sum + marks.length, 0) > DRAWN_AT_ONCE, [lines])

  const chosen = view.rows.some(({ id }) => id === address.hash) ? address.hash : undefined
  const rows = rowsShown(view, show, decided, chosen)
  const choose = (row: string | undefined) =>
    navigate(`${address.path}${searchOf(address)}${row === undefined ? '' : `#${encodeURIComponent(row)}`}`, {
      replace: true,
    })
  /** The row that the address names at this moment: keys can come faster than the view is drawn. */
  const chosenNow = () => view.rows.find(({ id }) => id === currentAddress().hash)?.id
  const goBy = (step: 1 | -1) => {
    const now = chosenNow()
    const at = rows.findIndex(({ id }) => id === now)
    const next = rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step]
    if (next) choose(next.id)
  }
  const decideOn = (verdict: 'right' | 'wrong') => {
    const row = chosenNow()
    if (row === undefined) return
    decide(row, verdict, undefined, () => {
      setSaid(`${verdict}.`)
      goBy(1)
    })
  }
  const startMending = () => {
    const now = chosenNow()
    const row = view.rows.find(({ id }) => id === now)
    if (!row || !deciding) return
    setDraft(startDraft(row))
    setSaid('Mending. Move the edges in the text with the arrow keys, or change the fields.')
  }
  const keepMend = () => {
    const changes = draft && changesOf(draft)
    if (!changes || chosen === undefined) return
    if (Object.keys(changes).length === 0) return setDraft(undefined)
    const mend = mendSoFar(changes, decided.get(keyOf(report, chosen))?.mend)
    decide(chosen, 'mended', mend, () => {
      setDraft(undefined)
      setSaid('mended.')
    })
  }
  const undoLast = () => {
    const row = undo()
    setSaid(row === undefined ? 'Nothing was decided here that could be taken back.' : 'Taken back.')
    if (row !== undefined) choose(row)
  }
  const letGo = () => {
    if (draft) setDraft(undefined)
    else if (chosen !== undefined) choose(undefined)
  }
  const answers: Partial<Record<Key, () => void>> = {
    j: () => goBy(1),
    k: () => goBy(-1),
    y: () => decideOn('right'),
    n: () => decideOn('wrong'),
    e: startMending,
    u: () => deciding && undoLast(),
    w: () => setOpen(!open),
    Escape: letGo,
  }
  // a layout effect: the next key may come before the browser has painted
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (draft && event.key === 'Enter' && event.ctrlKey) return keepMend()
      if (draft && event.key === 'Escape') return letGo()
      const key = keyOfEvent(event)
      if (key === undefined || (draft && key !== 'w')) return
      const answer = answers[key]
      if (!answer) return
      event.preventDefault()
      answer()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })

  useLayoutEffect(() => {
    if (root.current) lights.current = lightsOf(root.current)
  }, [])
  const relight = () => lights.current?.choose(chosen)
  useLayoutEffect(relight, [chosen, lines, rows.length, show])
  useEffect(() => {
    setDraft(undefined)
    if (chosen === undefined || !root.current) return
    const row = view.rows.find(({ id }) => id === chosen)
    if (row && !root.current.querySelector(`[data-rows~="${CSS.escape(chosen)}"]`)) goTo(row.start)
    bringIntoView(root.current, chosen, { text: true, card: true })
    focusCard(root.current, chosen)
  }, [chosen])
  const edgeWithFocus = useRef<string>(undefined)
  useLayoutEffect(() => {
    // an edge that moves into another segment is another element: it takes the focus along
    const edge =
      edgeWithFocus.current && root.current?.querySelector<HTMLElement>(`[data-edge="${edgeWithFocus.current}"]`)
    if (draft && edge && document.activeElement !== edge) edge.focus()
  }, [lines])

  const onPoint = (event: Event) => lights.current?.point(rowsAt(event.target))
  const onTextClick = (event: MouseEvent) => {
    const found = rowsAt(event.target)
    if (draft || found.length === 0 || !getSelection()?.isCollapsed) return
    event.preventDefault()
    const at = found.indexOf(chosen ?? '')
    choose(found[(at + 1) % found.length])
  }
  const onCardClick = (event: MouseEvent) => {
    const target = event.target as Element
    const [row] = rowsAt(target)
    if (!row || row === chosen || target.closest('a, button, input, select, label')) return
    choose(row)
  }
  const onEdgeKey = (event: KeyboardEvent) => {
    const edge = edgeOf(event.target)
    const moved = draft && edge && keyOnEdge(draft, edge, event, record.report.text)
    if (!moved) return
    event.preventDefault()
    edgeWithFocus.current = edge
    setDraft(moved)
  }
  const onEdgeDrag = (event: PointerEvent) => {
    const name = edgeOf(event.target)
    const edge = draft && edgesOf(draft).find((edge) => edgeName(edge) === name)
    if (!edge) return
    event.preventDefault()
    edgeWithFocus.current = name
    followDrag(edge, record.report.text, (move) => setDraft((before) => before && move(before)))
  }
  const goTo = (offset: number) => {
    const line = lines.findLast(({ start }) => start <= offset)
    const element = line && root.current?.querySelector(`[data-line="${line.start}"]`)
    element?.scrollIntoView({ block: 'center' })
  }

  return (
    <article class={`report ${draft ? 'mending' : ''}`} ref={root} onPointerOver={onPoint} onFocusIn={onPoint}>
      <ReportHead record={record}>{actions}</ReportHead>
      <VoiceStrip voices={view.voices} onGo={({ start }) => goTo(start)} />
      <Notes view={view} onGo={goTo} />
      <div class="report-columns">
        <section
          class="report-text"
          aria-label="The report"
          onClick={onTextClick}
          onKeyDown={onEdgeKey}
          onPointerDown={onEdgeDrag}
        >
          {lines.map((line, index) => (
            <TextLine
              key={line.start}
              text={record.report.text}
              line={line}
              handles={handlesOn(line, handles)}
              late={isLong && index > 0}
              onDrawn={relight}
            />
          ))}
        </section>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: each card has its link */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: each card has its link */}
        <div class="panel-frame" onClick={onCardClick}>
          <Panel
            view={view}
            rows={rows}
            show={show}
            onShow={setShow}
            chosen={chosen}
            open={open}
            decided={decided}
            waiting={waiting}
            canDecide={deciding !== undefined}
            onDrawn={relight}
            foot={
              <>
                {deciding && <NameLine name={name} onName={rename} />}
                {foot}
              </>
            }
          >
            {draft ? (
              <MendForm draft={draft} view={view} onDraft={setDraft} onKeep={keepMend} onCancel={letGo} />
            ) : (
              <Actions
                decision={chosen === undefined ? undefined : decided.get(keyOf(report, chosen))}
                canDecide={deciding !== undefined}
                open={open}
                onDecide={decideOn}
                onMend={startMending}
                onUndo={undoLast}
                onWhy={() => setOpen(!open)}
              />
            )}
          </Panel>
        </div>
      </div>
      <p class="hidden-text" role="status">
        {said}
      </p>
      {asking && <NameDialog onName={answerName} />}
    </article>
  )
}

function NameLine({ name, onName }: { name: string; onName: (name: string) => void }) {
  return (
    <label class="name-line">
      deciding as{' '}
      <input
        value={name}
        maxLength={100}
        placeholder="your name"
        onChange={(event) => onName(event.currentTarget.value.trim())}
      />
    </label>
  )
}

/** What was mended before and is not mended otherwise now stays mended. */
function mendSoFar(changes: Record<string, unknown>, before: Readonly<Record<string, unknown>> | undefined) {
  return { ...before, ...changes }
}

function handlesOn({ start, end }: Line, handles: readonly Handle[]): readonly Handle[] {
  const here = handles.filter(({ offset }) => offset >= start && offset <= end)
  return here.length === 0 ? NO_HANDLES : here
}

function withDraft(record: NewsRecord, draft: Draft): NewsRecord {
  const put = <Row extends { id: string }>(rows: readonly Row[]) =>
    rows.map((row) => (row.id === draft.now.id ? (draft.now as unknown as Row) : row))
  return draft.kind === 'statement'
    ? { ...record, statements: put(record.statements) }
    : { ...record, events: put(record.events) }
}

function edgeOf(target: EventTarget | null): string | undefined {
  return (target as Element | null)?.closest?.<HTMLElement>('[data-edge]')?.dataset.edge
}

/** The row that is looked at has the focus, unless the focus is somewhere else for a reason. */
function focusCard(root: HTMLElement, row: string): void {
  const active = document.activeElement
  if (active && active !== document.body && active.id !== 'main' && !active.closest('.report-text, .panel-rows')) return
  root.querySelector<HTMLElement>(`[data-card="${CSS.escape(row)}"]`)?.focus({ preventScroll: true })
}

function searchOf({ query }: Address): string {
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
