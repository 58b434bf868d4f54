import { writeAcled } from './acled.ts'
import { filesForBrat } from './brat.ts'
import { writeCameo } from './cameo.ts'
import { writeClaimReview } from './claim-review.ts'
import { writeCsv } from './csv.ts'
import type { FolderFormat, Format, ParsedFormat, RecordFormat, TableFormat, TablesFormat } from './format.ts'
import { writeFtm } from './ftm.ts'
import { writeGeojson } from './geojson.ts'
import { writeJsonLd } from './json-ld.ts'
import { writeJsonl } from './jsonl.ts'
import { writeParquet } from './parquet.ts'
import { writePlover } from './plover.ts'
import { writeRecords } from './records.ts'
import { writeSqlite } from './sqlite.ts'
import { tableNames } from './tables.ts'
import { filesForTimeml } from './timeml.ts'
import { writeTrees } from './trees.ts'
import { writeUcdpGed } from './ucdp-ged.ts'
import { writeWebAnnotation } from './web-annotation.ts'

const tables = tableNames
const chosen = ['records', 'statements', 'events'] as const

const csv: TableFormat = {
  takes: 'rows',
  says: 'a table for spreadsheets and statistics, with a codebook beside it',
  lists: tables,
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  codebook: true,
  columns: true,
  write: writeCsv,
}

const jsonl: TableFormat = {
  takes: 'rows',
  says: 'the same table as JSON, a row a line, with a codebook beside it',
  lists: tables,
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  codebook: true,
  columns: true,
  write: writeJsonl,
}

const parquet: TableFormat = {
  takes: 'rows',
  says: 'the same table as Parquet, typed, with a codebook beside it',
  lists: tables,
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  codebook: true,
  columns: true,
  write: writeParquet,
}

const sqlite: TablesFormat = {
  takes: 'tables',
  says: 'an SQLite file with the same table, a view of it and its codebook; of records, all tables',
  lists: [...tables, 'records'],
  extension: 'sqlite',
  mediaType: 'application/vnd.sqlite3',
  columns: true,
  write: writeSqlite,
}

const records: RecordFormat = {
  takes: 'records',
  asRead: true,
  says: 'records as the machine made them, as JSON, a record a line; decisions are no part of them',
  lists: ['records'],
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  write: writeRecords,
}

const plover: TableFormat = {
  takes: 'rows',
  says: 'PLOVER event records as JSON, an event a line',
  lists: ['events'],
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  only: { not: { status: ['denied', 'not-happened'] } },
  write: (_list, rows) => writePlover(rows as Parameters<typeof writePlover>[0]),
}

const cameo: TableFormat = {
  takes: 'rows',
  says: 'CAMEO events in columns parted by tabs',
  lists: ['events'],
  extension: 'tsv',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  only: { status: ['happened', 'ongoing'] },
  write: (_list, rows) => writeCameo(rows as Parameters<typeof writeCameo>[0]),
}

const acled: TableFormat = {
  takes: 'rows',
  says: "events in the columns of ACLED's table, as CSV",
  lists: ['events'],
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  only: { status: ['happened', 'ongoing'], type: ['ASSAULT', 'PROTEST'] },
  write: (_list, rows) => writeAcled(rows as Parameters<typeof writeAcled>[0]),
}

const ucdpGed: TableFormat = {
  takes: 'rows',
  says: 'events in the columns of the UCDP Georeferenced Event Dataset, as CSV',
  lists: ['events'],
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  only: { status: ['happened', 'ongoing'], type: ['ASSAULT'] },
  write: (_list, rows) => writeUcdpGed(rows as Parameters<typeof writeUcdpGed>[0]),
}

const geojson: RecordFormat = {
  takes: 'records',
  says: 'GeoJSON: events or statements whose place has a point; of records, the places that they name',
  lists: chosen,
  extension: 'geojson',
  mediaType: 'application/geo+json',
  write: writeGeojson,
}

const claimReview: TableFormat = {
  takes: 'rows',
  says: 'claims as the beginnings of schema.org ClaimReviews, as JSON-LD; the rating is left to whoever checks',
  lists: ['claims'],
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  write: (_list, rows) => writeClaimReview(rows as Parameters<typeof writeClaimReview>[0]),
}

const webAnnotation: RecordFormat = {
  takes: 'records',
  says: 'W3C Web Annotations as JSON-LD, with text positions and quotes',
  lists: chosen,
  extension: 'jsonld',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  write: writeWebAnnotation,
}

const brat: FolderFormat = {
  takes: 'folder',
  says: 'a folder of texts with brat standoff annotations',
  lists: chosen,
  extension: 'tar',
  mediaType: 'application/x-tar',
  files: filesForBrat,
}

const timeml: FolderFormat = {
  takes: 'folder',
  says: 'a folder of TimeML files: texts with TIMEX3 elements in them',
  lists: ['records'],
  extension: 'tar',
  mediaType: 'application/x-tar',
  files: filesForTimeml,
}

const conllu: ParsedFormat = {
  takes: 'trees',
  says: 'words and trees as CoNLL-U, with what row each word belongs to',
  lists: chosen,
  extension: 'conllu',
  mediaType: 'text/plain; charset=utf-8',
  write: writeTrees,
}

const ftm: RecordFormat = {
  takes: 'records',
  says: 'FollowTheMoney entities as JSON, an entity a line',
  lists: chosen,
  extension: 'ftm.json',
  mediaType: 'application/jsonl',
  write: writeFtm,
}

const jsonLd: RecordFormat = {
  takes: 'records',
  says: "a JSON-LD graph of schema.org's terms",
  lists: chosen,
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  write: writeJsonLd,
}

/** Every format, by its name. */
export const formats = {
  csv,
  jsonl,
  parquet,
  sqlite,
  records,
  plover,
  cameo,
  acled,
  'ucdp-ged': ucdpGed,
  geojson,
  'claim-review': claimReview,
  'web-annotation': webAnnotation,
  brat,
  timeml,
  conllu,
  ftm,
  'json-ld': jsonLd,
} as const satisfies { [name: string]: Format }

export type FormatName = keyof typeof formats
