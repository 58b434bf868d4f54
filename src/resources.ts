import { readFiles } from './codebook/tables.ts'

/**
 * The data that reading needs: models and codebook files, by their path inside the package ('models/language.bin',
 * 'codebook/cues.tsv'). Loaded once by `openReader`; stages compile what they need from it.
 */
export interface Resources {
  /** @throws RangeError where the package has no such file in its manifest */
  bytes(path: string): Uint8Array
  /** whether the file was loaded: some are left out where their size matters more */
  has?(path: string): boolean
  text(path: string): string
}

/** Brings one file of the package: from disk in Node, by `fetch` in a browser. */
export type Load = (path: string) => Promise<Uint8Array>

const models = [
  'events.bin',
  'lemmas.tsv',
  'network.bin',
  'punctuation.bin',
  'sectors.bin',
  'sentences.bin',
  'statements.bin',
]

/** Every file that reading needs: those of the codebook that src/codebook/tables.ts says reading loads, and the models. */
export const resourceFiles: readonly string[] = [
  ...readFiles.map((file) => `codebook/${file}`),
  ...models.map((file) => `models/${file}`),
]

/** Files that reading is better with: loaded from disk, and in browsers where they are asked for. */
export const furtherFiles: readonly string[] = ['models/places.bin']

export async function loadResources(load: Load, paths: readonly string[] = resourceFiles): Promise<Resources> {
  const files = new Map(await Promise.all(paths.map(async (path) => [path, await load(path)] as const)))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const bytes = (path: string): Uint8Array => {
    const file = files.get(path)
    if (!file)
      throw new RangeError(
        `'${path}' is not among the files that reading loads; describe it in src/codebook/tables.ts, or among the models in src/resources.ts`,
      )
    return file
  }
  return { bytes, has: (path) => files.has(path), text: (path) => decoder.decode(bytes(path)) }
}

/**
 * Rows of a codebook table: fields split at tabs, empty lines and lines that begin with '#' left out.
 *
 * @example parseTable('# cue\tact\nsay\tstate\n') // [['say', 'state']]
 */
export function parseTable(text: string): string[][] {
  const rows: string[][] = []
  for (const line of text.split('\n')) {
    const trimmed = line.endsWith('\r') ? line.slice(0, -1) : line
    if (trimmed.trim() !== '' && !trimmed.startsWith('#')) rows.push(trimmed.split('\t').map((field) => field.trim()))
  }
  return rows
}
