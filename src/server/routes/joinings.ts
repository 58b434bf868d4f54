import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { allJoined, joiningsOf, joinNamed, partNamed } from '../../desk/join.ts'
import type { Served } from '../app.ts'
import { checkName } from '../check-name.ts'
import { csv } from '../csv.ts'
import { csvRoute } from '../csv-route.ts'
import { moment } from '../schemas.ts'
import { answering, person, posting } from './coding.ts'

const said = { by: z.string(), at: z.string(), why: z.string().optional() }
const one = z.object({ key: z.string(), name: z.string() })
const joinedSchema = z.object({ joined: z.array(one.extend({ also: z.array(one.extend(said)) })) }).openapi('Joined')
const answer = joinedSchema.extend({ said: z.array(one.extend({ sameAs: one.optional(), ...said })) })

/** Names that people say are one's. */
export function joiningRoutes(app: OpenAPIHono, { desk }: Served): void {
  const says = 'Who has further names, as people joined them, and all that was said of it'
  for (const path of ['/api/joinings', '/api/joinings.json'])
    app.openapi(answering(path, says, {}, answer), (c) =>
      c.json({ joined: allJoined(desk), said: joiningsOf(desk) }, 200),
    )
  app.openapi(csvRoute('/api/joinings.csv', says, {}), (c) =>
    csv(c, 'joinings', {
      head: ['key', 'name', 'same_as_key', 'same_as', 'by', 'at', 'why'],
      rows: joiningsOf(desk).map(({ key, name, sameAs, by, at, why }) => [
        ...[key, name, sameAs?.key ?? '', sameAs?.name ?? '', by, at, why ?? ''],
      ]),
    }),
  )
  const who = z.string().min(1).openapi({ description: 'a name, or the key of an entity where several share it' })
  const body = z.strictObject({
    who,
    sameAs: who
      .optional()
      .openapi({ description: 'the one whose name both then have; left out, `who` is parted from it' }),
    by: person,
    at: moment,
    why: z.string().max(2000).optional(),
  })
  app.openapi(
    posting('/api/joinings', 'Joins two entities of the desk, or parts what was joined', body, joinedSchema),
    (c) => {
      const { who, sameAs, ...saying } = c.req.valid('json')
      checkName(c, saying.by)
      if (sameAs === undefined) partNamed(desk, who, saying)
      else joinNamed(desk, who, sameAs, saying)
      return c.json({ joined: allJoined(desk) }, 200)
    },
  )
}
