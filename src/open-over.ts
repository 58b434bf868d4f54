import { describeReader } from './describe-reader.ts'
import { refuseUnknown } from './known-keys.ts'
import { layOver, type Overlay } from './lay-over.ts'
import { createReader, type OpenedReader, type OpenOptions } from './read.ts'
import type { Resources } from './resources.ts'

/** Tables to lay over the codebook, and the folder that they come from, where there is one. */
export interface Laid {
  overlay: Overlay
  folder: string
}

/** Opens a reader over what is loaded, in Node as in browsers. Hashing goes on beside, in the machine's own threads, while the stages are made ready. */
export async function openOver(
  resources: Resources,
  { laid, observe }: { laid?: Laid; observe?: OpenOptions['observe'] } = {},
): Promise<OpenedReader> {
  const described = describeReader(resources, { overlay: laid?.overlay })
  described.catch(() => undefined)
  const reader = createReader(laid ? layOver(resources, laid.overlay, laid.folder) : resources, observe)
  return reader(await described)
}

/** @throws TypeError (`bad-argument`) where the options hold what `openReader` does not know */
export function checkOptions(options: OpenOptions): OpenOptions {
  if (typeof options !== 'object' || options === null) refuseUnknown('openReader', { [String(options)]: true }, OPTIONS)
  else refuseUnknown('openReader', options, OPTIONS)
  return options
}

const OPTIONS = ['base', 'codebook', 'gazetteer', 'observe'] as const satisfies readonly (keyof OpenOptions)[]
