/**
 * onrecord reads news reports and puts them on record.
 *
 * @example
 * import { openReader } from 'onrecord'
 * const reader = await openReader()
 * const record = reader.read({ id: '1', published: '2024-10-03', text: 'Venn said on Tuesday that the port would open.' })
 */

export { openReader } from './open.ts'
export type * from './public-types.ts'
export { checkRecord } from './record/check.ts'
export { errorCodes, noteCodes, problemCodes } from './record/codes.ts'
export { recordSchema } from './record/schema.ts'
export { lookUpIn } from './rows/look-up.ts'
export { rowsOf } from './rows/rows-of.ts'
export { nameOf, speakerOf, words } from './rows/words.ts'
export { checkDraft } from './story/check/index.ts'
export { version } from './version.ts'
