import { fetchRecord, sendCheck } from '../api.ts'
import { type Checked, CheckHere } from '../check/check-here.tsx'
import { checkInPage } from '../check/check-in-page.ts'
import { theReader } from '../reader/the-reader.ts'

/** Check a draft against the desk, or against sources of one's own, which the page reads itself. */
export default function CheckView() {
  return (
    <div class="desk">
      <CheckHere check={(draft, sources) => checkInPage(theReader(), draft, sources)} checkDesk={checkOnDesk} />
    </div>
  )
}

async function checkOnDesk(draft: string): Promise<Checked> {
  const { rows } = await sendCheck({ id: 'draft', text: draft })
  const ids = [...new Set(rows.map(({ report }) => report).filter((id) => id !== undefined))]
  const records = await Promise.all(ids.map((id) => fetchRecord(id)))
  return { draft, rows, texts: new Map(records.map(({ report }) => [report.id, report.text])) }
}
