import fs from 'node:fs'
import type { Resources } from '../src/resources.ts'

const fileOf = (path: string) => new URL(`../${path}`, import.meta.url)

/** The package's own models and codebook, each file read when it is asked for. */
export const resources: Resources = {
  bytes: (path) => new Uint8Array(fs.readFileSync(fileOf(path))),
  text: (path) => fs.readFileSync(fileOf(path), 'utf8'),
}
