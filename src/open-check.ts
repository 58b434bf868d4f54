import { openResources } from './open-resources.ts'
import { type Check, checkFiles, openCheck } from './story/check/open-check.ts'

/** Opens checking without a reader, from the package's own codebook: for those who have records already. */
export async function openChecking(): Promise<Check> {
  return openCheck(await openResources(undefined, checkFiles))
}
