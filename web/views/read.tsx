import { ReadHere } from '../reader/readHere.tsx'
import { theReader } from '../reader/theReader.ts'
import type { ViewProps } from '../routes.ts'

/** Read here: a report that is pasted or dropped, read in this page. */
export default function ReadView({ address }: ViewProps) {
  return <ReadHere reader={theReader} address={address} />
}
