import { useMemo } from 'preact/hooks'
import type { LaidStory } from '../../src/story/lay-out.ts'
import { apiAddress, fetchRecord, storyOf } from '../api.ts'
import { Choice } from '../desk/choice.tsx'
import { addressOf } from '../desk/filter.ts'
import { onOneLine } from '../report/text/odd.ts'
import { navigate, storyAddress } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import { joinedClaims } from '../stories/joined-claims.ts'
import { JoinedTable } from '../stories/joined-table.tsx'
import { TwoReports } from '../stories/two-reports.tsx'
import { useAsked } from '../use-asked.ts'
import { useNarrow } from '../use-narrow.ts'
import { counted } from '../words/counted.ts'

/** Two reports of a story side by side. */
export default function BesideView({ params: { id }, address: { query, hash } }: ViewProps) {
  const { value: story, error } = useAsked((signal) => storyOf(id, signal), [id])
  const [a, b] = story ? twoOf(story, query) : []
  const isNarrow = useNarrow()
  // in a narrow window the texts do not stand side by side, and are not asked for
  const { value: records } = useAsked(
    (signal) =>
      Promise.all([a, b].map((report) => (report === undefined || isNarrow ? undefined : fetchRecord(report, signal)))),
    [a, b, isNarrow],
  )
  const joined = useMemo(
    () => (story && a !== undefined && b !== undefined ? joinedClaims(story.happenings, a, b) : []),
    [story, a, b],
  )
  if (error && !story)
    return (
      <p class="remark" role="alert">
        {error.message} <a href="/stories">To the stories</a>
      </p>
    )
  if (!story || a === undefined || b === undefined) return <p class="remark">Loading …</p>
  const path = storyAddress(story.id)
  const to = (name: 'a' | 'b', report: string) => {
    const next = new URLSearchParams({ a, b })
    next.set(name, report)
    navigate(addressOf(`${path}/beside`, next), { replace: true })
  }
  const reports = story.reports.map(({ id }) => id)
  const titles = Object.fromEntries(
    story.reports.map(({ id, outlet, title }) => [
      id,
      onOneLine([outlet ?? id, title].filter(Boolean).join(': ')).slice(0, 60),
    ]),
  )
  const [left, right] = records ?? []
  const there = left?.report.id === a && right?.report.id === b
  const differing = joined.filter(({ differs }) => differs.length > 0).length
  return (
    <article class="desk story">
      <header class="story-head">
        <p class="story-kind">
          <a href="/stories">Stories</a> › <a href={path}>{onOneLine(story.title)}</a>
        </p>
        <h1>Two reports side by side</h1>
        <div class="says">
          <p>
            {joined.length === 0
              ? 'Nothing that the one tells is told by the other.'
              : `Both tell of ${counted(joined.length, 'happening')}, and differ in ${differing}.`}
          </p>
          <Choice label="left" value={a} options={reports} names={titles} onValue={(report) => to('a', report)} />
          <Choice label="right" value={b} options={reports} names={titles} onValue={(report) => to('b', report)} />
          <a
            href={apiAddress(
              '/api/compare',
              new URLSearchParams([
                ['report', a],
                ['report', b],
              ]),
            )}
            download={`${story.id}-beside.json`}
          >
            JSON
          </a>
        </div>
      </header>
      {there && left && right && !isNarrow && (
        <>
          <p class="join-legend">
            <span class="both">On grey</span>: word for word in both. <span class="claim">Underlined</span>: told by
            both, joined by a line; <span class="differs">dashed</span> where they differ. A click brings both together.
          </p>
          <TwoReports
            key={`${a} ${b}`}
            left={left}
            right={right}
            joined={joined}
            chosen={hash || undefined}
            onChoose={(happening) =>
              navigate(`${addressOf(`${path}/beside`, new URLSearchParams({ a, b }))}#${happening}`, { replace: true })
            }
          />
        </>
      )}
      {joined.length > 0 && <JoinedTable joined={joined} />}
    </article>
  )
}

/** The two reports that the address names; else the first of the first origin, and of the second. */
function twoOf(story: LaidStory, query: URLSearchParams): [string | undefined, string | undefined] {
  const known = (id: string | null) => (story.reports.some((report) => report.id === id) ? (id as string) : undefined)
  const a = known(query.get('a')) ?? story.reports[0]?.id
  const other =
    story.origins.find(({ reports }) => !reports.includes(a))?.reports[0] ??
    story.reports.find(({ id }) => id !== a)?.id
  return [a, known(query.get('b')) ?? other]
}
