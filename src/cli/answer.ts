import type { Coder } from '../entity/code.ts'
import { givenReport } from '../intake/given.ts'
import { writeConllu } from '../language/conllu.ts'
import type { OpenedReader } from '../read.ts'
import { Failure } from '../record/failure.ts'
import type { ReportInput } from '../record/report.ts'

/** Answers one line's object with the text to write in its place. */
export type AnswerObject = (line: LineObject) => string

/** What a line holds when it is an object of JSON. */
export interface LineObject {
  [field: string]: unknown
}

/** The answer to one line: what to write in its place, and whether the line was bad. */
export interface Answer {
  text: string
  bad: boolean
}

/**
 * Answers one line of input, or says in its place what is wrong with it. Never throws.
 *
 * @param line the line's bytes, without its line break
 * @param number the line's number, from 1
 */
export function answerLine(line: Uint8Array, number: number, answer: AnswerObject): Answer {
  let id: unknown
  try {
    const value = parseLine(line)
    id = value.id
    return { text: answer(value), bad: false }
  } catch (error) {
    return { text: errorLine(error, number, id), bad: true }
  }
}

/** The line that stands in a bad line's place. */
export function errorLine(error: unknown, line: number, id?: unknown): string {
  const code = error instanceof Failure ? error.code : 'reader-failed'
  const message = error instanceof Error ? error.message : String(error)
  return JSON.stringify({ ...(typeof id === 'string' && { id }), line, error: { code, message } })
}

/** An error among CoNLL-U is a comment, so that other programs read on. */
export function commented(error: string): string {
  return `# error = ${error}\n`
}

function parseLine(line: Uint8Array): LineObject {
  const text = decode(line)
  if (text.trim() === '') throw new Failure('line-empty', 'the line is empty')
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Failure('line-not-report', 'the line is JSON and no object; give {"id": ..., "text": ...}')
  return value as LineObject
}

function decode(line: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line)
  } catch {
    throw new Failure('not-utf8', 'the line is not UTF-8')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Failure('line-not-json', `the line is not JSON (${(error as Error).message})`)
  }
}

/**
 * A report's record as one line of JSON.
 *
 * @param published the date of publication for lines that give none
 */
export function answerRead(reader: OpenedReader, published: string | undefined): AnswerObject {
  return (line) => JSON.stringify(reader.read(asReport(published === undefined ? line : { published, ...line })))
}

/** A report's words and trees as CoNLL-U, and the blank line that ends them. */
export function answerParse(reader: OpenedReader): AnswerObject {
  return (line) => {
    const { id, text } = asReport(line)
    return `${writeConllu(id, reader.parse(text)).trimEnd()}\n`
  }
}

/** A phrase's code as one line of JSON: empty where the phrase says nothing of an actor. */
export function answerCode(code: Coder): AnswerObject {
  return ({ id, text, date, context }) => {
    if (typeof id !== 'string' || typeof text !== 'string')
      throw new Failure('line-not-phrase', 'a phrase needs an id and a text, both strings')
    const known = code(text, asString(date), asString(context)) ?? { sectors: [] }
    return JSON.stringify({ id, code: known })
  }
}

function asString(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The line as a report. Fields that are null are not known: tables often say it so. */
function asReport(line: LineObject): ReportInput {
  const report = Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null))
  return givenReport(report)
}
