/**
 * Exports: rows and records in the formats that other tools read, and back. Every format is a pure function from rows or
 * records to pieces of a file, made as they are asked for: memory stays flat, and who writes them slowly is waited for.
 *
 * @example
 * import { formats } from 'onrecord/export'
 * for (const piece of formats.csv.write('statements', rows)) process.stdout.write(piece)
 */
export { rowsOf } from '../rows/rows-of.ts'
export { codebookOf } from './codebook.ts'
export { columns } from './columns.ts'
export { exportDesk, filesFromDesk, type Wanted } from './export-desk.ts'
export type { Exported, ExportedFile, Format, Selection, Tools } from './format.ts'
export { type FormatName, formats } from './formats.ts'
export { readJsonl } from './jsonl.ts'
export { offsetsOf } from './offsets.ts'
export { readBrat, statementsOf } from './read-brat.ts'
export { readCsv } from './read-csv.ts'
export { readRecords } from './records.ts'
export { type TableName, type TableRow, tableRows } from './tables.ts'
export { readWebAnnotation } from './web-annotation.ts'
