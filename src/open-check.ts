import { type LaidOver, openLaid } from './open-laid.ts'
import { type Check, checkFiles, openCheck } from './story/check/open-check.ts'

/**
 * Opens checking without a reader: for those who have records already.
 *
 * @param options.codebook tables to lay over the codebook, as for `openReader`
 */
export async function openChecking({ codebook }: { codebook?: LaidOver } = {}): Promise<Check> {
  return openCheck(await openLaid(checkFiles, codebook))
}
