import { type GivenReport, keepReport } from '../api.ts'
import { ReadHere } from '../reader/read-here.tsx'
import { theReader } from '../reader/the-reader.ts'
import { navigate, reportAddress } from '../router.ts'
import type { ViewProps } from '../routes.ts'

/** A report that is pasted, dropped or named by its address: kept in the desk, or only read in this page. */
export default function ReadView({ address }: ViewProps) {
  return <ReadHere reader={theReader} address={address} onKeep={keep} />
}

/** Keeps what is given and goes to it: to the report, or to the newest ones where several were found. */
async function keep(given: GivenReport): Promise<void> {
  const { reports } = await keepReport(given)
  navigate(reports.length === 1 ? reportAddress(reports[0].report.id) : '/?list=reports&sort=added&descending=true')
}
