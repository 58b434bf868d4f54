import { useEffect, useMemo, useState } from 'preact/hooks'
import { quotationsTable, tellingsTable } from '../../src/export/story-tables.ts'
import type { LaidStory } from '../../src/story/lay-out.ts'
import { ApiError, apiAddress, storyOf, storyPath } from '../api.ts'
import { byStatus } from '../desk/by-status.ts'
import { Figures } from '../desk/figures.tsx'
import { addressOf, withOne } from '../desk/filter.ts'
import { onOneLine } from '../report/text/odd.ts'
import { useKeys } from '../report/use-keys.ts'
import { navigate, storyAddress } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import { BesidePanel } from '../stories/beside-panel.tsx'
import { ByHappening } from '../stories/by-happening.tsx'
import { besideOf, countsOf, type Grid, gridOf, type ShownRows, shownHappenings } from '../stories/grid.ts'
import { type At, GridTable } from '../stories/grid-table.tsx'
import { QuotationsList } from '../stories/quotations-list.tsx'
import { ReportsTable } from '../stories/reports-table.tsx'
import { MarkLegend } from '../stories/status-mark.tsx'
import { TimeLine } from '../stories/time-line.tsx'
import { useAsked } from '../use-asked.ts'
import { useNarrow } from '../use-narrow.ts'

/** More reports than these leave cells no room for words. */
const ROOMY = 7

const choices: Readonly<Record<ShownRows, string>> = {
  shared: 'told by several',
  differ: 'in which they differ',
  alone: 'told by one alone',
}

/** A story: how it went, what each report says of each happening, quotations, and whose words each prints. */
export default function StoryView({ params: { id }, address }: ViewProps) {
  const { value: story, error } = useAsked((signal) => storyOf(id, signal), [id])
  useEffect(() => {
    if (story) document.title = `${onOneLine(story.title)} · onrecord`
  }, [story])
  if (error && !story) return <NotThere id={id} error={error} />
  if (!story) return <p class="remark">Loading …</p>
  return <Story story={story} address={address} />
}

function NotThere({ id, error }: { id: string; error: Error }) {
  const missing = error instanceof ApiError && error.status === 404
  return (
    <p class="remark" role="alert">
      {missing ? `The desk has no story ${onOneLine(id)}.` : error.message} <a href="/stories">To the stories</a>
    </p>
  )
}

function Story({ story, address }: { story: LaidStory & { more?: number }; address: ViewProps['address'] }) {
  const path = storyAddress(story.id)
  const [first, second] = story.origins
  const two = second ? `?a=${encodeURIComponent(first.reports[0])}&b=${encodeURIComponent(second.reports[0])}` : ''
  return (
    <article class="desk story">
      <header class="story-head">
        <p class="story-kind">
          <a href="/stories">Stories</a>
        </p>
        <h1 dir="auto">{onOneLine(story.title)}</h1>
        <p class="story-says">{onOneLine(story.says)}.</p>
        {story.more !== undefined && story.more > 0 && (
          <p class="muted">{story.more} later reports of it are not here.</p>
        )}
        <p class="says">
          {story.reports.length > 1 && <a href={`${path}/beside${two}`}>Two reports side by side</a>}
          <a href={apiAddress(storyPath(story.id, '/tellings.csv'))} download>
            CSV
          </a>
          <a href={apiAddress(storyPath(story.id))} download={`${story.id}.json`}>
            JSON
          </a>
        </p>
      </header>
      <section aria-labelledby="how-it-went">
        <h2 id="how-it-went">How it went</h2>
        <TimeLine story={story} />
      </section>
      <WhatEachSays story={story} address={address} path={path} />
      {story.quotations.length > 0 && (
        <section aria-labelledby="quotations">
          <h2 id="quotations">Quotations in several reports</h2>
          <QuotationsList story={story} />
          <Figures table={quotationsTable(story)} csv={apiAddress(storyPath(story.id, '/quotations.csv'))} />
        </section>
      )}
      <section aria-labelledby="reports">
        <h2 id="reports">Whose words each report prints</h2>
        <ReportsTable story={story} />
      </section>
    </article>
  )
}

/** The grid, and the words of what is pointed at. */
function WhatEachSays({ story, address, path }: { story: LaidStory; address: ViewProps['address']; path: string }) {
  const counts = useMemo(() => countsOf(story), [story])
  const asked = shownHappenings.find((one) => one === address.query.get('rows'))
  const shown = asked ?? (counts.shared > 0 ? 'shared' : 'alone')
  const grid = useMemo(() => gridOf(story, shown), [story, shown])
  const [pointed, setPointed] = useState<At>()
  const [besides, setBesides] = useState<number>()
  const isNarrow = useNarrow()
  const chosen = useMemo(() => placeOf(grid, address.hash), [grid, address.hash])
  const at = pointed ?? chosen
  const row = at && grid.rows[at.row]
  const besideColumn =
    row && at
      ? besides !== undefined && besides !== at.column && row.cells[besides]
        ? besides
        : besideOf(row, at.column, grid.columns)
      : undefined
  const statuses = useMemo(() => {
    const told = grid.rows.flatMap(({ happening }) => happening.tellings.map(({ status }) => status))
    return byStatus([...new Set(told)], (status) => status)
  }, [grid])
  const choose = (to: At | undefined) => {
    const query = addressOf(path, address.query)
    if (!to) return navigate(query, { replace: true })
    const { happening } = grid.rows[to.row]
    navigate(`${query}#${happening.id}/${encodeURIComponent(grid.columns[to.column].report.id)}`, { replace: true })
  }
  const close = () => {
    setPointed(undefined)
    if (chosen) choose(undefined)
  }
  useKeys({ Escape: at && close }, undefined)
  return (
    <section class="what-each-says" aria-labelledby="what-each-says">
      <h2 id="what-each-says">What each report says</h2>
      <nav class="list-switch" aria-label="Happenings">
        {shownHappenings.map((one) => (
          <a key={one} href={withRows(path, address.query, one)} aria-current={one === shown ? 'page' : undefined}>
            {choices[one]} <small>{counts[one]}</small>
          </a>
        ))}
      </nav>
      {grid.rows.length === 0 ? (
        <p class="remark">There is none.</p>
      ) : (
        <>
          <MarkLegend statuses={statuses} />
          {isNarrow ? (
            <ByHappening grid={grid} />
          ) : (
            <>
              <GridTable
                grid={grid}
                roomy={grid.columns.length <= ROOMY}
                chosen={at}
                beside={besideColumn}
                onPoint={setPointed}
                onChoose={(to) => {
                  setBesides(undefined)
                  choose(to)
                  document.activeElement?.scrollIntoView({ block: 'nearest' })
                }}
              />
              {row && at ? (
                <BesidePanel
                  row={row}
                  columns={grid.columns}
                  at={at}
                  beside={besideColumn}
                  onBeside={setBesides}
                  onClose={close}
                />
              ) : (
                <p class="beside-hint">
                  Point at a mark, or go from one to the next with the arrow keys, to see its words beside another
                  report’s.
                </p>
              )}
            </>
          )}
        </>
      )}
      <Figures table={tellingsTable(story)} csv={apiAddress(storyPath(story.id, '/tellings.csv'))} />
    </section>
  )
}

/** The cell that the address names: `#HAPPENING/REPORT`, or the first of a happening. */
function placeOf({ rows, columns }: Grid, hash: string): At | undefined {
  const [happening, ...rest] = hash.split('/')
  const report = rest.length === 0 ? undefined : rest.join('/')
  const row = rows.findIndex((one) => one.happening.id === happening)
  if (row < 0) return undefined
  const column = columns.findIndex(
    (one, at) => rows[row].cells[at] && (report === undefined || one.report.id === report),
  )
  return column < 0 ? undefined : { row, column }
}

function withRows(path: string, query: URLSearchParams, rows: ShownRows): string {
  return addressOf(path, withOne(query, 'rows', rows))
}
