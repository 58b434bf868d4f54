// Who says most in a desk that is served, and their surest words: a program over the client that make-client.js writes.
//   onrecord serve --desk border.db
//   node examples/api-client/make-client.js http://127.0.0.1:4321 > examples/api-client/onrecord-client.ts
//   npx tsx examples/api-client/who-says.ts http://127.0.0.1:4321
import { type ClientOptions, openClient, type Statement } from './onrecord-client.js'

/** A line for each of the speakers who have most statements. */
export async function whoSays(base: string, options?: ClientOptions): Promise<string[]> {
  const client = openClient(base, options)
  const { speaker = [] } = await client.getFacetsStatements({ fields: 'speaker' })
  return Promise.all(
    speaker.slice(0, 3).map(async ({ value, count }) => {
      const query = { speaker: [value], sort: 'confidence', descending: true, limit: 1 } as const
      const { rows } = await client.getStatements(query)
      return `${value} (${count}): ${contentOf(rows[0])}`
    }),
  )
}

const contentOf = ({ content, act, report }: Statement) => `${act}, ${content} [${report}]`

if (process.argv[2]) console.log((await whoSays(process.argv[2])).join('\n'))
