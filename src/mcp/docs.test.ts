import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exampleDesk } from '../desk/fixture.ts'
import { answerOf, connected } from './fixture.ts'

const page = readFileSync(new URL('../../docs/mcp.md', import.meta.url), 'utf8')
const client = await connected(await exampleDesk())

/** Calls of the page, each with the answer that it shows. */
const examples = [...page.matchAll(/```json\n(\{\s*"name"[\s\S]*?)```\n```json\n([\s\S]*?)```/g)].map(
  ([, call, answer]) => {
    const { name, arguments: args } = JSON.parse(call)
    return [name as string, args as Record<string, unknown>, JSON.parse(answer) as object] as const
  },
)

test('every tool has its section and an example', async () => {
  const { tools } = await client.listTools()
  expect(examples.map(([name]) => name)).toEqual(tools.map(({ name }) => name))
  for (const { name } of tools) expect(page).toContain(`\n## ${name}\n`)
})

test.each(examples)('%s answers as the page shows', async (name, args, shown) => {
  expect(answerOf(await client.callTool({ name, arguments: args }))).toMatchObject(shown)
})
