import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { FieldAgreement } from '../../coding/agreement-of.ts'
import type { Share } from '../../coding/interval.ts'
import { agreementIn, type Disagreement, disagreementsIn } from '../../desk/coding/agreement-in.ts'
import { decideAfresh } from '../../desk/coding/decide-afresh.ts'
import { type CodingQueue, drawFor, giveBack, queueOf } from '../../desk/coding/queue.ts'
import { judgedOf, type Rightness, rightOf } from '../../desk/coding/right-of.ts'
import { settle } from '../../desk/coding/settle.ts'
import { markWhole, wholesOf } from '../../desk/coding/wholes.ts'
import type { Decision } from '../../rows/decision.ts'
import type { Served } from '../app.ts'
import { checkName } from '../check-name.ts'
import { csv } from '../csv.ts'
import { csvRoute } from '../csv-route.ts'
import { bodyRefusals, json, moment, nameRefusal, refusals, rowSchemas, trueParam } from '../schemas.ts'
import { decisionSchema } from './decisions.ts'

const share = z
  .object({
    of: z.int(),
    hold: z.int(),
    share: z.number().optional(),
    low: z.number().optional(),
    high: z.number().optional(),
  })
  .openapi('Share', { description: 'How many hold, of how many, with the 95 % interval of Wilson.' })
const coefficient = z
  .object({ value: z.number().optional(), low: z.number().optional(), high: z.number().optional() })
  .openapi('Coefficient', { description: 'Left out where chance alone says as much; the interval is of 95 %.' })
const list = z.enum(['statements', 'events'])
const row = z.union([rowSchemas.statements, rowSchemas.events])

const rightSchema = z
  .object({
    of: z.enum(judgedOf),
    sample: z.object({ rows: z.int(), decided: z.int() }),
    precision: z.array(
      z.object({
        list,
        by: z.enum(['all', 'kind', 'outlet', 'confidence']),
        value: z.string(),
        right: share,
        there: share,
      }),
    ),
    fields: z.array(z.object({ list, field: z.string(), right: share })),
    recall: z.array(z.object({ list, reports: z.int(), found: share })),
  })
  .openapi('Rightness')

const agreementSchema = z
  .object({
    coders: z.array(z.object({ name: z.string(), rows: z.int() })),
    rows: z.int(),
    fields: z.array(
      z.object({
        list: z.enum(['rows', 'statements', 'events']),
        field: z.string(),
        rows: z.int(),
        percent: share,
        alpha: coefficient,
        pairs: z.array(z.object({ a: z.string(), b: z.string(), percent: share, kappa: coefficient })),
      }),
    ),
  })
  .openapi('Agreement')

const saidSchema = z.object({
  by: z.string(),
  at: z.string(),
  verdict: z.enum(['right', 'wrong', 'mended']),
  mend: z.record(z.string(), z.unknown()).optional(),
  brings: decisionSchema.shape.brings,
  why: z.string().optional(),
})
const disagreementsSchema = z.object({
  rows: z.array(z.object({ key: z.string(), row, said: z.array(saidSchema), settled: saidSchema.optional() })),
})

const mark = z.object({
  start: z.int(),
  end: z.int(),
  part: z.enum(['source', 'cue', 'content', 'trigger', 'actor', 'recipient']),
})
const queueSchema = z
  .object({
    by: z.string(),
    open: z.int(),
    done: z.int(),
    rows: z.array(
      z.object({
        key: z.string(),
        reason: z.enum(['random', 'unsure', 'frequent']),
        done: z.boolean(),
        row,
        passage: z.object({ start: z.int(), text: z.string(), marks: z.array(mark) }),
      }),
    ),
    people: z.array(z.object({ name: z.string(), open: z.int(), done: z.int() })),
  })
  .openapi('Queue')

export const person = z.string().min(1).max(200)
const part = z.number().min(0).max(1).optional()
const whole = z.object({ report: z.string(), by: z.string(), at: z.string() })

/** Coding by several people: who has what to decide, how far they agree, what is to be settled, and how right the desk is by it. */
export function codingRoutes(app: OpenAPIHono, served: Served): void {
  figureRoutes(app, served)
  queueRoutes(app, served)
  settleRoutes(app, served)
  wholeRoutes(app, served)
}

function figureRoutes(app: OpenAPIHono, { desk }: Served): void {
  const rightly = { query: z.object({ of: z.enum(judgedOf).optional() }) }
  const says = 'How right the desk is, by what people decided: of rows that were drawn by lot, or of all'
  for (const path of ['/api/right', '/api/right.json'])
    app.openapi(answering(path, says, rightly, rightSchema), (c) => c.json(rightOf(desk, c.req.valid('query').of), 200))
  app.openapi(csvRoute('/api/right.csv', says, rightly), (c) =>
    csv(c, 'right', rightTable(rightOf(desk, c.req.valid('query').of))),
  )
  const agree = 'How far people agree on rows that several decided, field by field and pair by pair'
  for (const path of ['/api/agreement', '/api/agreement.json'])
    app.openapi(answering(path, agree, {}, agreementSchema), (c) => c.json(agreementIn(desk), 200))
  app.openapi(csvRoute('/api/agreement.csv', agree, {}), (c) =>
    csv(c, 'agreement', agreementTable(agreementIn(desk).fields)),
  )
}

function queueRoutes(app: OpenAPIHono, { desk }: Served): void {
  const says = 'The rows that a person was given to decide, as the machine read them'
  const request = { query: z.object({ by: person }) }
  for (const path of ['/api/queue', '/api/queue.json'])
    app.openapi(answering(path, says, request, queueSchema), (c) =>
      c.json(queueOf(desk, c.req.valid('query').by) as z.infer<typeof queueSchema>, 200),
    )
  app.openapi(csvRoute('/api/queue.csv', says, request), (c) =>
    csv(c, 'queue', queueTable(queueOf(desk, c.req.valid('query').by))),
  )
  const draw = z.strictObject({
    by: person,
    count: z
      .int()
      .min(1)
      .max(200)
      .optional()
      .openapi({ description: 'how many rows they have to decide afterwards; 20' }),
    random: part.openapi({ description: 'share that is drawn by lot; 0.5' }),
    twice: part.openapi({ description: 'share of those that a second person codes too; 0.2' }),
    line: part.openapi({ description: 'the confidence that the reader is least sure at; 0.5' }),
  })
  app.openapi(posting('/api/queue', 'Gives a person rows to decide', draw, z.object({ given: z.int() })), (c) => {
    const wanted = c.req.valid('json')
    checkName(c, wanted.by)
    return c.json({ given: drawFor(desk, wanted) }, 200)
  })
  const decided = z.object({ decisions: z.array(decisionSchema).min(1).max(1000) })
  const afresh = 'Records decisions on rows as the machine read them, whatever others made of them'
  app.openapi(posting('/api/queue/decisions', afresh, decided, z.object({ taken: z.int() })), (c) => {
    const { decisions } = c.req.valid('json')
    for (const { by } of decisions) checkName(c, by)
    decideAfresh(desk, decisions as Decision[])
    return c.json({ taken: decisions.length }, 200)
  })
  const back = z.strictObject({ by: person, keys: z.array(z.string()).max(1000).optional() })
  app.openapi(
    posting('/api/queue/back', 'Gives rows back that a person has not decided', back, z.object({ given: z.int() })),
    (c) => {
      const wanted = c.req.valid('json')
      checkName(c, wanted.by)
      return c.json({ given: giveBack(desk, wanted) }, 200)
    },
  )
}

function settleRoutes(app: OpenAPIHono, { desk }: Served): void {
  const says = 'Rows on which people disagree, with what each says; those that were settled where they are asked for'
  const request = { query: z.object({ settled: trueParam('those that were settled') }) }
  const asked = (settled: string | undefined) => disagreementsIn(desk, { settled: settled === 'true' })
  for (const path of ['/api/disagreements', '/api/disagreements.json'])
    app.openapi(answering(path, says, request, disagreementsSchema), (c) => {
      const rows = asked(c.req.valid('query').settled)
      return c.json({ rows } as z.infer<typeof disagreementsSchema>, 200)
    })
  app.openapi(csvRoute('/api/disagreements.csv', says, request), (c) =>
    csv(c, 'disagreements', disagreementsTable(asked(c.req.valid('query').settled))),
  )
  const body = z.object({ decisions: z.array(decisionSchema).min(1).max(1000) })
  app.openapi(
    posting('/api/settle', 'Records decisions that settle what people disagree on', body, z.object({ taken: z.int() })),
    (c) => {
      const { decisions } = c.req.valid('json')
      for (const { by } of decisions) checkName(c, by)
      settle(desk, decisions as Decision[])
      return c.json({ taken: decisions.length }, 200)
    },
  )
}

function wholeRoutes(app: OpenAPIHono, { desk }: Served): void {
  const answer = z.object({ reports: z.array(whole) })
  app.openapi(
    answering('/api/wholes', 'Reports that are marked whole: each row decided, each missed one added', {}, answer),
    (c) => c.json({ reports: wholesOf(desk) }, 200),
  )
  const body = z.strictObject({
    report: z.string().min(1),
    by: person,
    at: moment,
    whole: z.boolean().optional().openapi({ description: 'false takes it back' }),
  })
  app.openapi(posting('/api/wholes', 'Marks a report whole, or takes that back', body, answer), (c) => {
    const given = c.req.valid('json')
    checkName(c, given.by)
    markWhole(desk, given)
    return c.json({ reports: wholesOf(desk) }, 200)
  })
}

export const answering = <P extends string, R extends { query?: z.ZodObject }, A extends z.ZodType>(
  path: P,
  summary: string,
  request: R,
  answer: A,
) => createRoute({ method: 'get', path, summary, request, responses: { 200: json(answer, 'the answer'), ...refusals } })

export const posting = <P extends string, B extends z.ZodType, A extends z.ZodType>(
  path: P,
  summary: string,
  body: B,
  answer: A,
) =>
  createRoute({
    method: 'post',
    path,
    summary,
    request: { body: { required: true, content: { 'application/json': { schema: body } } } },
    responses: { 200: json(answer, 'what came of it'), ...bodyRefusals, 403: nameRefusal },
  })

const figure = (value: number | undefined): number | string => value ?? ''
const figures = ({ of, hold, share, low, high }: Share) => [of, hold, figure(share), figure(low), figure(high)]
const SHARE = ['of', 'hold', 'share', 'low', 'high']

function rightTable({ precision, fields, recall }: Rightness) {
  const line = (figureOf: string, list: string, by: string, value: string, share: Share) => [
    figureOf,
    list,
    by,
    value,
    ...figures(share),
  ]
  return {
    head: ['figure', 'list', 'by', 'value', ...SHARE],
    rows: [
      ...precision.flatMap(({ list, by, value, right, there }) => [
        line('right', list, by, value, right),
        line('there', list, by, value, there),
      ]),
      ...fields.map(({ list, field, right }) => line('field right', list, 'field', field, right)),
      ...recall.map(({ list, found }) => line('found', list, 'all', '', found)),
    ],
  }
}

/** A row a field over all coders, with alpha, and one for each pair of them, with kappa. */
function agreementTable(fields: readonly FieldAgreement[]) {
  return {
    head: ['list', 'field', 'coder', 'other', ...SHARE, 'coefficient', 'value', 'value_low', 'value_high'],
    rows: fields.flatMap(({ list, field, percent, alpha, pairs }) => [
      [list, field, '', '', ...figures(percent), 'alpha', figure(alpha.value), figure(alpha.low), figure(alpha.high)],
      ...pairs.map(({ a, b, percent, kappa }) => [
        ...[
          list,
          field,
          a,
          b,
          ...figures(percent),
          'kappa',
          figure(kappa.value),
          figure(kappa.low),
          figure(kappa.high),
        ],
      ]),
    ]),
  }
}

function queueTable({ rows }: CodingQueue) {
  return {
    head: ['key', 'reason', 'done', 'list', 'kind', 'words', 'confidence'],
    rows: rows.map(({ key, reason, done, row }) => [
      key,
      reason,
      String(done),
      row.list,
      ...shown(row),
      row.confidence,
    ]),
  }
}

function disagreementsTable(rows: readonly Disagreement[]) {
  return {
    head: ['key', 'list', 'kind', 'words', 'by', 'settles', 'verdict', 'at', 'mend', 'why'],
    rows: rows.flatMap(({ key, row, said, settled }) =>
      [...said, ...(settled ? [settled] : [])].map((one) => [
        ...[key, row.list, ...shown(row), one.by, String(one === settled), one.verdict, one.at],
        ...[one.mend ? JSON.stringify(one.mend) : '', one.why ?? ''],
      ]),
    ),
  }
}

/** What a row is, and its words. */
const shown = (row: Disagreement['row']): [kind: string, words: string] =>
  row.list === 'statements' ? [row.act, row.content] : [row.type, row.trigger]
