/** The types that the package gives, the same in Node and in a browser. */
export type { Language, Name, NameKind, Sentence, Upos } from './language/types.ts'
export type { OpenedReader, OpenOptions, Stage } from './read.ts'
export type { Problem } from './record/check.ts'
export type { ErrorCode, NoteCode } from './record/codes.ts'
export type { ReportInput } from './record/report.ts'
export type {
  Code,
  Count,
  Entity,
  Event,
  Link,
  Mention,
  Note,
  Place,
  Reader,
  Record,
  Report,
  Role,
  Span,
  Statement,
  Status,
  Time,
} from './record/types.ts'
export type { LookUp } from './rows/look-up.ts'
export type { Dated, EventRow, Located, Named, StatementRow } from './rows/rows.ts'
export type { RecordRows } from './rows/rows-of.ts'
export type { CheckRow, CheckVerdict, QuoteDifference } from './story/check/index.ts'
