import { useEffect, useMemo } from 'preact/hooks'
import type { ReportRow } from '../../src/rows/rows.ts'
import { ApiError, apiAddress, ask, fetchRecord, listStories } from '../api.ts'
import { WholeMark } from '../coding/whole-mark.tsx'
import { useDecisions, useQueue } from '../decide/use-decisions.ts'
import { QueueLine } from '../report/deciding/queue-line.tsx'
import { headlineOf } from '../report/headline-of.ts'
import { ReportView } from '../report/report-view.tsx'
import { onOneLine } from '../report/text/odd.ts'
import { storyAddress } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import { useAsked } from '../use-asked.ts'

/** A report of the desk, read with its record on it, and decided upon. */
export default function DeskReport({ params: { id }, address }: ViewProps) {
  const { value: record, error } = useAsked((signal) => fetchRecord(id, signal), [id])
  const { value: taken } = useAsked(
    (signal) => ask<ReportRow>(`/api/reports/${encodeURIComponent(id)}`, {}, { signal }),
    [id],
  )
  const deciding = useDecisions(id)
  const { waiting } = useQueue()
  const waitingKeys = useMemo(() => new Set(waiting.map(({ key }) => key)), [waiting])
  useEffect(() => {
    if (record) document.title = `${onOneLine(headlineOf(record).words)} · onrecord`
  }, [record])
  if (error && !record) return <NotThere id={id} error={error} />
  if (!record || record.report.id !== id) return <p class="remark">Loading …</p>
  const download = apiAddress(`/api/reports/${encodeURIComponent(id)}/record`)
  return (
    <>
      <QueueLine />
      <ReportView
        key={id}
        record={record}
        address={address}
        deciding={deciding}
        waiting={waitingKeys}
        taken={taken?.id === id ? taken : undefined}
        actions={
          <p class="head-actions">
            <InStory report={id} />
            <a href={download} download={`${id}.json`}>
              the record (JSON)
            </a>
            <WholeMark report={id} />
          </p>
        }
      />
    </>
  )
}

/** The story that a report is of, where others tell it too. */
function InStory({ report }: { report: string }) {
  const { value } = useAsked((signal) => listStories({ report, least: 2 }, signal), [report])
  const story = value?.rows[0]
  if (!story) return null
  const others = story.reports - 1
  return (
    <a href={storyAddress(story.id)}>
      what {others === 1 ? 'another report' : `${others} other reports`} of this story {others === 1 ? 'says' : 'say'}
    </a>
  )
}

function NotThere({ id, error }: { id: string; error: Error }) {
  const missing = error instanceof ApiError && error.status === 404
  return (
    <p class="remark" role="alert">
      {missing ? `The desk has no record of a report “${onOneLine(id)}”.` : error.message} <a href="/">To the search</a>
    </p>
  )
}
