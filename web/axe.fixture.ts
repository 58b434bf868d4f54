import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

interface Axe {
  run(options: object): Promise<{ violations: Violation[] }>
}
interface Violation {
  id: string
  impact: string
  nodes: { html: string }[]
}

/** The rules that look at colours. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * For tests: what axe holds to be serious or worse on a page as it is now.
 *
 * @param of `colours` where the page was looked at before, laid out as it is now, and only its colours are others
 */
export async function serious(page: Page, of: 'everything' | 'colours' = 'everything'): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  if (!isThere) await page.evaluate(axe)
  const { violations } = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'], iframes: false, runOnly }),
    of === 'colours' ? COLOURS : undefined,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
