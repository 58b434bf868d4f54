import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Failure } from '../record/failure.ts'
import { resourceFiles } from '../resources.ts'
import { type PageParts, pageHtml } from './html.ts'
import { packFiles } from './pack.ts'

const compress = promisify(gzip)
const packageFile = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/**
 * The page without a server as one HTML file: scripts, models and codebook stand in it (about 15 MB).
 *
 * @throws Failure where the page was not built
 */
export async function singlePage(): Promise<string> {
  const [parts, files] = await Promise.all([builtParts(), packageFiles()])
  const data = (await compress(packFiles(files), { level: 9 })).toString('base64')
  return pageHtml({ ...parts, data })
}

/**
 * The page without a server as a folder that any web server can serve as it is.
 *
 * @throws Failure where the page was not built, or the folder cannot be written
 */
export async function pageFolder(folder: string): Promise<void> {
  const parts = await builtParts()
  try {
    await mkdir(folder, { recursive: true })
    const texts = {
      'page.js': parts.script,
      'page.css': parts.style,
      'reader.js': parts.reader,
      'index.html': pageHtml(parts),
    }
    for (const [name, text] of Object.entries(texts)) await writeFile(`${folder}/${name}`, text)
    for (const path of resourceFiles) await cp(packageFile(path), `${folder}/${path}`)
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

async function packageFiles(): Promise<Map<string, Uint8Array>> {
  const read = async (path: string) => [path, await readFile(packageFile(path))] as const
  return new Map(await Promise.all(resourceFiles.map(read)))
}
