import { openPageReader, type PageReader, type ReaderParts } from './page-reader.ts'

/** The server gives the models and the codebook under /reader/; the worker is a file of the page. */
const fromServer: ReaderParts = {
  worker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  source: async () => ({ base: new URL('/reader/', location.href).href }),
}

/** The page's one reader, opened when it is first asked for and again when it could not be opened. */
let opened: PageReader | undefined
export function theReader(): PageReader {
  if (opened?.opening().state === 'failed') opened = undefined
  opened ??= openPageReader(fromServer)
  return opened
}
