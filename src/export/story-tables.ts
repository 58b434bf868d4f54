import type { StoryRow } from '../desk/stories.ts'
import { comparedFields } from '../story/compare.ts'
import type { LaidStory } from '../story/lay-out.ts'
import type { PictureTable } from './picture-tables.ts'

/** Stories, a row a story. */
export function storiesTable(stories: readonly StoryRow[]): PictureTable {
  return {
    head: ['story', 'title', 'reports', 'copies', 'outlets', 'from', 'to'],
    rows: stories.map(({ id, title, reports, copies, outlets, from = '', to = '' }) => [
      id,
      title,
      reports,
      copies,
      outlets.join('; '),
      from,
      to,
    ]),
  }
}

/** A story's happenings, a row a telling. */
export function tellingsTable({ id, reports, happenings }: LaidStory): PictureTable {
  const about = new Map(reports.map((report) => [report.id, report]))
  return {
    head: [
      'story',
      'happening',
      'type',
      'differs',
      'report',
      'outlet',
      'origin',
      'event',
      'start',
      'end',
      'words',
      ...comparedFields,
    ],
    rows: happenings.flatMap((happening) =>
      happening.tellings.map((telling) => [
        id,
        happening.id,
        telling.type,
        happening.differs.join('; '),
        telling.report,
        about.get(telling.report)?.outlet ?? '',
        about.get(telling.report)?.origin.name ?? '',
        telling.event,
        telling.trigger.start,
        telling.trigger.end,
        telling.words,
        telling.status,
        telling.word.length === 0 ? 'report' : telling.word.map(({ speaker }) => speaker ?? '').join(' > '),
        telling.actors.join('; '),
        telling.recipients.join('; '),
        telling.when ?? '',
        telling.where ?? '',
        telling.killed ?? '',
        telling.injured ?? '',
        telling.arrested ?? '',
        telling.size ?? '',
      ]),
    ),
  }
}

/** Quotations that several reports have, a row a report. */
export function quotationsTable({ id, quotations }: LaidStory): PictureTable {
  return {
    head: ['story', 'quotation', 'report', 'how', 'speaker', 'other_speaker', 'start', 'end', 'words'],
    rows: quotations.flatMap(({ first, again }, n) => [
      [id, n + 1, first.report, 'first', first.speaker ?? '', '', first.span.start, first.span.end, first.words],
      ...again.map(({ report, how, speaker = '', otherSpeaker, span, words }) => [
        id,
        n + 1,
        report,
        how,
        speaker,
        otherSpeaker ? 'true' : '',
        span.start,
        span.end,
        words,
      ]),
    ]),
  }
}
