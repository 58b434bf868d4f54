import { describeReader } from './describe-reader.ts'
import { layOver } from './lay-over.ts'
import { readOverlay } from './open-overlay.ts'
import { openResources } from './open-resources.ts'
import { createReader, type OpenedReader, type OpenOptions } from './read.ts'
import { resourceFiles } from './resources.ts'

/**
 * Opens a reader: loads the models and the codebook from disk, once. One reader serves any number of reports.
 *
 * @param options.base folder that holds `models/` and `codebook/`, as a path or a file: URL; the package's own where left out
 * @param options.codebook folder whose tables are laid over the codebook, as a path or a file: URL, or the tables' texts by their names
 * (docs/codebook.md)
 * @param options.gazetteer whether small towns are known too (6 MB more, read in a few milliseconds); true where left out
 * @throws Failure `file-missing` or `file-unreadable` where a file of them is not there or cannot be read, `model-unfit` where a model does not
 * fit this version, `codebook-unfit` where a table that is laid over the codebook is wrong: file, line and way out are named
 * @example
 * const reader = await openReader()
 * const record = reader.read({ id: '1', published: '2024-10-03', text: 'Venn said on Tuesday that the port would open.' })
 */
export async function openReader({
  base,
  codebook,
  gazetteer = true,
  observe,
}: OpenOptions = {}): Promise<OpenedReader> {
  const resources = await openResources(base, gazetteer ? undefined : resourceFiles)
  if (codebook === undefined) return createReader(resources, await describeReader(resources), observe)
  const isFolder = typeof codebook === 'string' || codebook instanceof URL
  const overlay = isFolder ? await readOverlay(codebook) : codebook
  const laid = layOver(resources, overlay, isFolder ? String(codebook) : '')
  return createReader(laid, await describeReader(resources, { overlay }), observe)
}
