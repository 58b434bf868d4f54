import { isDeepStrictEqual } from 'node:util'

/** An example that a page or a doc comment shows: what it printed, and which of its lines did not give what they say. */
export interface Ran {
  printed: string
  wrong: string[]
}

/** A line of an example that says what it gives: `words(record, span) // 'the port'`. */
const TELLS = /^(?!\s*(?:const|let|for|if|import|return|\}|\/\/))\s*(\S.*?);?\s+\/\/ (\S.*)$/
/** What stands behind `//` and is a value rather than a remark. */
const IS_VALUE = /^(?:['"[{\d-]|true\b|false\b|undefined\b|null\b)/

/**
 * Runs the JavaScript of an example: its imports are taken from `names`, what it prints is kept, and every line that tells its value is held
 * to it.
 */
export async function runExample(code: string, names: { [name: string]: unknown }): Promise<Ran> {
  const wrong: string[] = []
  const printed: string[] = []
  const lines = code.split('\n').map((line) => {
    if (/^import\b/.test(line)) return ''
    const [, gives, value] = TELLS.exec(line) ?? []
    return value !== undefined && IS_VALUE.test(value)
      ? `same(await (${gives}), (${value}), ${JSON.stringify(line)})`
      : line
  })
  const same = (given: unknown, told: unknown, line: string) => {
    if (!isDeepStrictEqual(given, told)) wrong.push(`${line}\n  gives ${JSON.stringify(given)}`)
  }
  const console = { log: (...values: unknown[]) => printed.push(values.map(String).join(' ')) }
  const scope = { ...names, same, console }
  const AsyncFunction = (async () => undefined).constructor as new (
    ...parts: string[]
  ) => (...values: unknown[]) => Promise<void>
  await new AsyncFunction(...Object.keys(scope), `{\n${lines.join('\n')}\n}`)(...Object.values(scope))
  return { printed: printed.join('\n'), wrong }
}

/** Every example of a source's doc comments: the lines behind `@example`. */
export function examplesOf(source: string): string[] {
  const comments = [...source.matchAll(/\/\*\*([\s\S]*?)\*\//g)].map(([, comment]) =>
    comment.replace(/^[ \t]*\* ?/gm, ''),
  )
  return comments
    .flatMap((comment) => comment.split(/^\s*@example\b[ \t]*/m).slice(1))
    .map((example) => example.split(/^@/m)[0].trim())
}

/** The blocks of JavaScript of a page, each with what it says that it prints: the block of text behind it, where there is one. */
export function blocksOf(page: string): { code: string; prints?: string }[] {
  const blocks = page.matchAll(/```js\n([\s\S]*?)```(?:\s*```text\n([\s\S]*?)```)?/g)
  return [...blocks].map(([, code, prints]) => ({ code, prints: prints?.trimEnd() }))
}
