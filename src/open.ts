import { describeReader } from './describe-reader.ts'
import { openResources } from './open-resources.ts'
import { createReader, type OpenedReader, type OpenOptions } from './read.ts'

/**
 * Opens a reader: loads the models and the codebook from disk, once. One reader serves any number of reports.
 *
 * @param options.base folder that holds `models/` and `codebook/`, as a path or a file: URL; the package's own where left out
 * @throws Failure `file-missing` or `file-unreadable` where a file of them is not there or cannot be read, `model-unfit` where a model does not
 * fit this version
 * @example
 * const reader = await openReader()
 * const record = reader.read({ id: '1', published: '2024-10-03', text: 'Venn said on Tuesday that the port would open.' })
 */
export async function openReader({ base, observe }: OpenOptions = {}): Promise<OpenedReader> {
  const resources = await openResources(base)
  return createReader(resources, await describeReader(resources), observe)
}
