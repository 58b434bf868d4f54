import type { LaidReport, LaidStory } from '../../src/story/lay-out.ts'
import { onOneLine } from '../report/text/odd.ts'
import { reportAddress } from '../router.ts'
import { sum } from '../sum.ts'
import { shortDay } from '../words/days.ts'
import { basisOfOrigin } from '../words/stories.ts'
import { reportNames } from './report-names.ts'

/** The reports: where the words of each come from, what of it stands in an earlier one, and on whose word it tells. */
export function ReportsTable({ story }: { story: LaidStory }) {
  const longest = Math.max(...story.reports.map(({ length }) => length))
  const name = reportNames(story)
  return (
    <div class="behind-scroll">
      <table class="story-reports">
        <thead>
          <tr>
            <th scope="col">report</th>
            <th scope="col">published</th>
            <th scope="col">origin</th>
            <th scope="col">stands word for word in an earlier report</th>
            <th scope="col">on whose word it tells</th>
          </tr>
        </thead>
        <tbody>
          {story.reports.map((report) => (
            <tr key={report.id}>
              <th scope="row">
                <a href={reportAddress(report.id)}>
                  <bdi>{name(report.id)}</bdi>
                </a>
                {report.title && <bdi class="report-title">{onOneLine(report.title)}</bdi>}
              </th>
              <td>{report.published ? <time dateTime={report.published}>{shortDay(report.published)}</time> : '–'}</td>
              <td>
                <bdi>{onOneLine(report.origin.name)}</bdi>{' '}
                <small class="muted">{basisOfOrigin[report.origin.basis]}</small>
                {report.origin.parts && (
                  <small class="muted"> · parts from {report.origin.parts.map(onOneLine).join(', ')}</small>
                )}
              </td>
              <td>
                <CopiedStrip report={report} longest={longest} />
                <small class="muted">
                  {Math.round(report.copied.share * 100)} %
                  {report.copied.share >= 0.05 && report.copied.from && <>, most as in {name(report.copied.from)}</>}
                </small>
              </td>
              <td>
                <Voices report={report} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A report as a strip as long as it is; dark where its words stand in an earlier one. */
function CopiedStrip({ report: { copied, length }, longest }: { report: LaidReport; longest: number }) {
  const width = Math.max(8, (200 * length) / longest)
  return (
    <svg
      class="copied"
      viewBox={`0 0 200 12`}
      width="200"
      height="12"
      role="img"
      aria-label={`${Math.round(copied.share * 100)} % copied`}
    >
      <rect class="copied-all" width={width} height="12" rx="2" />
      {copied.stretches.map(({ start, end }) => (
        <rect
          key={start}
          class="copied-part"
          x={(width * start) / length}
          width={Math.max(0.75, (width * (end - start)) / length)}
          height="12"
        />
      ))}
    </svg>
  )
}

const SHOWN = 3

/** How many of a report's events it tells itself, and how many on whose word. */
function Voices({ report: { voices } }: { report: LaidReport }) {
  const said = sum(voices.others.map(({ events }) => events))
  const all = voices.own + said
  if (all === 0) return <span class="muted">tells of no event</span>
  const shown = voices.others.slice(0, SHOWN)
  return (
    <>
      <span class="voices" role="img" aria-label={`${voices.own} of ${all} events in its own voice`}>
        <span class="voices-own" style={{ flexGrow: voices.own }} />
        {voices.others.map(({ speaker, events }) => (
          <span
            key={speaker}
            class="voices-said"
            style={{ flexGrow: events }}
            title={`${onOneLine(speaker)}: ${events}`}
          />
        ))}
      </span>
      <small class="muted">
        {voices.own} of {all} its own
        {shown.length > 0 && (
          <>
            {'; '}
            {shown.map(({ speaker, events }) => `${onOneLine(speaker)} ${events}`).join(', ')}
            {voices.others.length > SHOWN && ', …'}
          </>
        )}
      </small>
    </>
  )
}
