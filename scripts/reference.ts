/** Writes docs/reference.md from the sources' own doc comments: `npm run reference`. Every name that the library exports, with its signature. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

interface Exported {
  name: string
  /** the declaration as the source has it, a function's without its body */
  signature: string
  comment: string
}

/** The reference as it should stand. */
export function reference(): string {
  const values = exportedBy('src/index.ts')
  const types = exportedBy('src/public-types.ts')
  const extract = declaredIn('src/extract.ts', ['extract', 'ExtractOptions', 'ExtractedPage'])
  return `# Reference

Written by \`npm run reference\` from the sources. How to use what, task by task, is in [library.md](library.md); the fields of a record are in
[record.md](record.md).

## \`onrecord\`

${values.map(section).join('\n\n')}

## \`onrecord/extract\`

${extract.map(section).join('\n\n')}

## Types of \`onrecord\`

Those of a record's rows (\`Statement\`, \`Event\`, \`Entity\` and so on) follow its schema: [record.md](record.md) has their fields.

${types
  .filter(({ signature }) => !/= z\.infer/.test(signature))
  .map(section)
  .join('\n\n')}
`
}

/** What a file exports from others, in the order of names. */
function exportedBy(path: string): Exported[] {
  const found: Exported[] = []
  for (const [, names, from] of read(path).matchAll(/^export (?:type )?\{([^}]*)\} from '(\.[^']*)'/gm)) {
    const wanted = names.split(',').map((name) => name.trim().replace(/^type /, ''))
    found.push(
      ...declaredIn(
        resolved(from, path),
        wanted.filter((name) => name !== ''),
      ),
    )
  }
  return found.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
}

const resolved = (from: string, path: string): string =>
  fileURLToPath(new URL(from, new URL(path, root))).slice(fileURLToPath(root).length)

function declaredIn(path: string, names: readonly string[]): Exported[] {
  const source = read(path)
  return names.map((name) => {
    const at = new RegExp(`^export (?:async )?(?:function|const|interface|type) ${name}\\b`, 'm').exec(source)
    if (at) return { name, signature: signatureAt(source, at.index), comment: commentBefore(source, at.index) }
    const [, , further] =
      new RegExp(`^export (?:type )?\\{([^}]*\\b${name}\\b[^}]*)\\} from '([^']*)'`, 'm').exec(source) ?? []
    if (further === undefined) throw new Error(`${path} exports no ${name}`)
    return declaredIn(resolved(further, path), [name])[0]
  })
}

/** A declaration: a function up to its body, a constant up to its value, an interface or a type whole. */
function signatureAt(source: string, at: number): string {
  const rest = source.slice(at)
  const [first] = rest.split('\n')
  if (/^export (?:async )?function/.test(first))
    return rest.slice(0, /\{\n/.exec(rest.slice(rest.indexOf('): ')))!.index + rest.indexOf('): ')).trim()
  if (/^export const/.test(first)) return first.replace(/\s*=.*$/, '')
  return /^export interface/.test(first) && !first.endsWith('{}')
    ? `${rest.slice(0, rest.indexOf('\n}'))}\n}`
    : rest.slice(0, /\n(?:\n|\/\*\*|export|const)/.exec(rest)?.index)
}

function commentBefore(source: string, at: number): string {
  const before = source.slice(0, at)
  const from = before.lastIndexOf('/**')
  if (from < 0 || !/\*\/\s*$/.test(before.slice(from))) return ''
  return before
    .slice(from + 3, before.lastIndexOf('*/'))
    .replace(/^[ \t]*\* ?/gm, '')
    .trim()
}

function section({ name, signature, comment }: Exported): string {
  const [told, ...tags] = comment.split(/^@/m)
  const code = signature.replace(/^export (?:async )?(?:declare )?/, '')
  const parts = [`### ${name}`, told.trim(), fenced('ts', code)]
  const listed = tags.filter((tag) => !tag.startsWith('example')).map((tag) => `- ${tagLine(tag)}`)
  if (listed.length > 0) parts.push(listed.join('\n'))
  for (const tag of tags) if (tag.startsWith('example')) parts.push(fenced('js', tag.slice('example'.length).trim()))
  return parts.filter((part) => part !== '').join('\n\n')
}

const fenced = (language: string, code: string) => `\`\`\`${language}\n${code.trim()}\n\`\`\``

function tagLine(tag: string): string {
  const [, kind, text] = /^(\w+)\s+([\s\S]*)$/.exec(tag.trim()) ?? ['', tag.trim(), '']
  const one = text.replace(/\s*\n\s*/g, ' ').trim()
  const [first, ...others] = one.split(' ')
  if (kind === 'param') return `\`${first}\`: ${others.join(' ')}`
  return kind === 'throws' ? `throws ${one}` : `${kind === 'returns' ? 'gives' : kind} ${one}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL('docs/reference.md', root), reference())
