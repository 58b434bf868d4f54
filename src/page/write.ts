import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { openLaid } from '../open-laid.ts'
import { packFiles } from '../pack.ts'
import { Failure } from '../record/failure.ts'
import { resourceFiles } from '../resources.ts'
import { type PageParts, pageHtml } from './html.ts'

const compress = promisify(gzip)
const packageFile = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/**
 * The page without a server as one HTML file: scripts, models and codebook stand in it (about 18 MB).
 *
 * @param codebook folder whose tables are laid over the codebook
 * @throws Failure where the page was not built
 */
export async function singlePage(codebook?: string): Promise<string> {
  const [parts, files] = await Promise.all([builtParts(), packageFiles(codebook)])
  const packed = await packFiles(files, async (bytes) => new Uint8Array(await compress(bytes, { level: 9 })))
  const data = Buffer.from(packed).toString('base64')
  return pageHtml({ ...parts, data })
}

/**
 * The page without a server as a folder that any web server can serve as it is.
 *
 * @param codebook folder whose tables are laid over the codebook
 * @throws Failure where the page was not built, or the folder cannot be written
 */
export async function pageFolder(folder: string, codebook?: string): Promise<void> {
  const [parts, files] = await Promise.all([builtParts(), packageFiles(codebook)])
  try {
    await mkdir(folder, { recursive: true })
    const texts = {
      'page.js': parts.script,
      'page.css': parts.style,
      'reader.js': parts.reader,
      'index.html': pageHtml(parts),
    }
    for (const [name, text] of Object.entries(texts)) await writeFile(`${folder}/${name}`, text)
    for (const [path, bytes] of files) {
      await mkdir(dirname(`${folder}/${path}`), { recursive: true })
      await writeFile(`${folder}/${path}`, bytes)
    }
  } catch (error) {
    throw new Failure(
      'output-failed',
      `${folder} cannot be written (${(error as NodeJS.ErrnoException).code}); choose another folder`,
    )
  }
}

async function builtParts(): Promise<PageParts> {
  const read = (name: string) => readFile(packageFile(`dist/web/alone/${name}`), 'utf8')
  try {
    const [script, style, reader] = await Promise.all(['page.js', 'page.css', 'reader.js'].map(read))
    return { script, style, reader }
  } catch {
    throw new Failure('page-not-built', 'the page was not built; run `npm run build` in the package')
  }
}

async function packageFiles(codebook: string | undefined): Promise<Map<string, Uint8Array>> {
  const resources = await openLaid(resourceFiles, codebook)
  return new Map(resourceFiles.map((path) => [path, resources.bytes(path)]))
}
