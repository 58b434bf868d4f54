/** Writes the answers of docs/api.md's examples, as the server gives them on the example reports. */
import { readFileSync, writeFileSync } from 'node:fs'
import { withAnswers } from './api-answers.ts'

const page = new URL('../docs/api.md', import.meta.url)
writeFileSync(page, await withAnswers(readFileSync(page, 'utf8')))
