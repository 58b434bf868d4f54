import fs from 'node:fs'
import type { Resources } from '../../src/resources.ts'
import { openStatement } from '../../src/statement/index.ts'
import type { StatementReading } from '../../src/statement/types.ts'
import type { View } from '../../src/statement/view.ts'

/** Reads statements as if no entities and no times were known. */
export function openAlone(model: Uint8Array): (view: View) => StatementReading {
  const text = (path: string) => fs.readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  const resources: Resources = { text, bytes: () => model }
  const statement = openStatement(resources)
  return ({ language, tree }) =>
    statement({
      language,
      tree,
      times: { times: [], details: [], notes: [] },
      entities: { entities: [], places: [], notes: [], entityAt: new Int32Array(language.size).fill(-1) },
    })
}
