import type { z } from 'zod'
import type * as schema from './schema.ts'

export type Span = z.infer<typeof schema.spanSchema>
export type Report = z.infer<typeof schema.reportSchema>
export type Mention = z.infer<typeof schema.mentionSchema>
export type Code = z.infer<typeof schema.codeSchema>
export type Entity = z.infer<typeof schema.entitySchema>
export type Time = z.infer<typeof schema.timeSchema>
export type Place = z.infer<typeof schema.placeSchema>
export type Statement = z.infer<typeof schema.statementSchema>
export type Count = z.infer<typeof schema.countSchema>
export type Role = z.infer<typeof schema.roleSchema>
export type Event = z.infer<typeof schema.eventSchema>
export type Status = Event['status']
export type Link = z.infer<typeof schema.linkSchema>
export type Note = z.infer<typeof schema.noteSchema>
export type Reader = z.infer<typeof schema.readerSchema>
export type Record = z.infer<typeof schema.recordSchema>
