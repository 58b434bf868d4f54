import { addColumns } from './add-columns.ts'

const PRECISIONS = ['day', 'week', 'month', 'quarter', 'year', 'decade', 'century']
const LISTS = ['statements', 'events'] as const

/** The smallest of day, month and year that holds all of the days from the first to the last; nothing where even a year does not. */
const DAY = (['%Y-%m-%d', '%Y-%m', '%Y'] as const)
  .map((form) => {
    const [first, last] = ['day_number', 'last_day_number'].map(
      (number) => `strftime('${form}', ${number} * 86400, 'unixepoch')`,
    )
    return `WHEN ${first} = ${last} THEN ${first}`
  })
  .join(' ')

const datesOf = (list: string) => `
${addColumns(list, 'dates', {
  last_day_number: 'INTEGER',
  date_precision_code: `INTEGER CHECK (date_precision_code BETWEEN 0 AND ${PRECISIONS.length - 1})`,
})}
ALTER TABLE ${list} ADD COLUMN date_precision TEXT AS (CASE date_precision_code ${PRECISIONS.map((word, at) => `WHEN ${at} THEN '${word}'`).join(' ')} END);
ALTER TABLE ${list} DROP COLUMN day;
ALTER TABLE ${list} ADD COLUMN day TEXT AS (CASE WHEN day_number <= -9999999 THEN '' ${DAY} ELSE '' END);
DROP TRIGGER ${list}_dates_stays;
UPDATE ${list} SET last_day_number = day_number, date_precision_code = 0 WHERE day_number > -9999999;
UPDATE ${list} SET last_day_number = found.dates ->> 0, date_precision_code = found.dates ->> 1
  FROM (SELECT reading, n, dates_of(value, "from", "to") AS dates FROM times WHERE "from" IS NOT NULL) found
  WHERE found.reading = ${list}.reading AND found.n = ${list}."when" AND found.dates IS NOT NULL;
CREATE TRIGGER ${list}_dates_stays BEFORE UPDATE OF last_day_number, date_precision_code ON ${list} BEGIN SELECT RAISE(ABORT, '${list} are never changed'); END;
`

/** How exactly the day of a row is known, and the last day that it may be of: a month or a year is no day. */
export const dates = LISTS.map(datesOf).join('\n')
