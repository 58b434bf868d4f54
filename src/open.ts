import { checkOptions, type Laid, openOver } from './open-over.ts'
import { readOverlay } from './open-overlay.ts'
import { isPack, openResources } from './open-resources.ts'
import type { OpenedReader, OpenOptions } from './read.ts'
import { resourceFiles } from './resources.ts'

/**
 * Opens a reader: loads the models and the codebook from disk, once. One reader serves any number of reports.
 *
 * @param options.base folder that holds `models/` and `codebook/`, or a file `onrecord.pack`, as a path or a file: URL; the package's own where left out
 * @param options.codebook folder whose tables are laid over the codebook, as a path or a file: URL, or the tables' texts by their names
 * (docs/codebook.md)
 * @param options.gazetteer whether small towns are known too (6 MB more, read in a few milliseconds); true where left out, unless
 * `base` is a pack
 * @throws TypeError `bad-argument` where an option is unknown; Failure `file-missing` or `file-unreadable` where a file is not there or cannot be
 * read, `input-damaged` or `model-unfit` where one does not fit this version, `codebook-unfit` where a table that is laid over the codebook is wrong: file, line
 * and way out are named
 * @example
 * import { openReader } from 'onrecord'
 * const reader = await openReader()
 * reader.read({ id: '1', published: '2024-10-03', text: 'Venn resigned on Tuesday.' }).times[0].value // '2024-10-01'
 */
export async function openReader(options: OpenOptions = {}): Promise<OpenedReader> {
  const { base, codebook, observe, gazetteer = base === undefined || !isPack(base) } = checkOptions(options)
  const resources = await openResources(base, gazetteer ? undefined : resourceFiles)
  return openOver(resources, { laid: await laidOf(codebook), observe })
}

async function laidOf(codebook: OpenOptions['codebook']): Promise<Laid | undefined> {
  if (codebook === undefined) return undefined
  return typeof codebook === 'string' || codebook instanceof URL
    ? { overlay: await readOverlay(codebook), folder: String(codebook) }
    : { overlay: codebook, folder: '' }
}
