import { useEffect, useState } from 'preact/hooks'
import example from '../../examples/border-clash.txt?raw'
import type { ReportInput } from '../../src/record/report.ts'
import type { Record as NewsRecord } from '../../src/record/types.ts'
import type { GivenReport } from '../api.ts'
import { ReportView } from '../report/report-view.tsx'
import type { Address } from '../router.ts'
import { navigate } from '../router.ts'
import { Download } from './download.tsx'
import { DropArea } from './drop-area.tsx'
import type { Opening, PageReader } from './page-reader.ts'

interface ReadHereProps {
  reader: () => PageReader
  address: Address
  /** keeps what is given in the desk; left out where there is none */
  onKeep?: (given: GivenReport) => Promise<void>
}

/** Paste or drop a report: it is kept in the desk where there is one, or read in this page. */
export function ReadHere({ reader: open, address, onKeep }: ReadHereProps) {
  const [reader, setReader] = useState(open)
  const [record, setRecord] = useState<NewsRecord>()
  const [reading, setReading] = useState(false)
  const [failed, setFailed] = useState<string>()
  const opening = useOpening(reader)
  const waitFor = (taken: Promise<void>) => {
    setReading(true)
    setFailed(undefined)
    taken.catch((error: Error) => setFailed(error.message)).finally(() => setReading(false))
  }
  const read = (report: ReportInput) => waitFor(reader.read(report).then(setRecord))
  const another = () => {
    setRecord(undefined)
    navigate(address.path, { replace: true })
  }
  if (record)
    return (
      <ReportView
        key={record.report.sha256}
        record={record}
        address={address}
        actions={
          <p class="head-actions">
            <button type="button" onClick={another}>
              Read another
            </button>{' '}
            <Download name={`${record.report.id}.json`} value={record}>
              the record (JSON)
            </Download>
          </p>
        }
      />
    )
  return (
    <section class="read-here">
      <h1>Paste a report</h1>
      <p class="lead">
        {onKeep ? (
          <>
            What is added is read and kept in this desk, and can be decided upon at once. What is only read is read in
            this page, <strong>and does not leave it.</strong>
          </>
        ) : (
          <>
            Who said what, who did what to whom, when, where, and on whose word. The reader runs in this page:{' '}
            <strong>nothing that you paste leaves it.</strong>
          </>
        )}
      </p>
      <DropArea
        onReport={read}
        onKeep={onKeep && ((given) => waitFor(onKeep(given)))}
        busy={reading}
        example={example}
      />
      <div role="status" class="reading">
        {failed && (
          <p class="failed" role="alert">
            This could not be taken: {failed}
          </p>
        )}
        {reading && opening.state === 'opened' && <p>Reading …</p>}
        <OpeningLine opening={opening} onAgain={() => setReader(open())} />
      </div>
    </section>
  )
}

function useOpening(reader: PageReader): Opening {
  const [opening, setOpening] = useState(reader.opening)
  useEffect(() => {
    setOpening(reader.opening())
    return reader.watch(() => setOpening(reader.opening()))
  }, [reader])
  return opening
}

function OpeningLine({ opening, onAgain }: { opening: Opening; onAgain: () => void }) {
  if (opening.state === 'opened') return <p class="muted">The reader is ready.</p>
  if (opening.state === 'failed')
    return (
      <p class="failed">
        The reader could not be opened: {opening.message}.{' '}
        <button type="button" class="quiet" onClick={onAgain}>
          Try again
        </button>
      </p>
    )
  const { loaded, total } = opening
  return (
    <p class="loading">
      <label>
        Loading the reader{' '}
        <progress value={total === undefined ? undefined : loaded} max={total}>
          {megabytes(loaded)}
        </progress>
      </label>{' '}
      {loaded > 0 && (
        <span class="muted">
          {megabytes(loaded)}
          {total !== undefined && ` of ${megabytes(total)}`}
        </span>
      )}
    </p>
  )
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
