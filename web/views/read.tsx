import { ReadHere } from '../reader/read-here.tsx'
import { theReader } from '../reader/the-reader.ts'
import type { ViewProps } from '../routes.ts'

/** Read here: a report that is pasted or dropped, read in this page. */
export default function ReadView({ address }: ViewProps) {
  return <ReadHere reader={theReader} address={address} />
}
