/**
 * Writes the packages that are published, from the build and the checkout's files: `npm run pack [FOLDER]`. What each is for, and why there
 * are three, is in docs/architecture.md.
 *
 * - `onrecord`: the library, with two dependencies and the gazetteer; models and codebook as one pack
 * - `onrecord-places`: the gazetteer, as a pack
 * - `onrecord-cli`: the command, desk, server, page and exports; models and codebook as files that a person can read
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { packFiles } from '../src/pack.ts'
import { furtherFiles, resourceFiles } from '../src/resources.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const { version, license, type, engines } = own
const common = { version, license, type, engines }
const cards = readdirSync(join(root, 'models')).filter((file) => file.endsWith('.md'))

/** What parts of the library need: none of it is a native build. */
const OF_LIBRARY = ['@noble/hashes', 'zod']
const OF_EXTRACT = ['@mozilla/readability', 'linkedom', 'tldts']
const ENTRIES = ['index', 'browser', 'extract']

/** Writes all packages into a folder, which is emptied first. */
export async function writePackages(to: string): Promise<void> {
  if (!existsSync(join(root, 'dist/index.js'))) throw new Error('build first: npm run build')
  rmSync(to, { recursive: true, force: true })
  await writeLibrary(join(to, 'onrecord'))
  await writePlaces(join(to, 'onrecord-places'))
  writeCommand(join(to, 'onrecord-cli'))
}

async function writeLibrary(to: string): Promise<void> {
  await bundle(join(to, 'dist'))
  for (const file of typesOf(ENTRIES.map((entry) => join(root, 'dist', `${entry}.d.ts`))))
    write(join(to, relative(root, file)), publishedText(file))
  write(join(to, 'dist/package-data.js'), LIBRARY_DATA)
  write(join(to, 'dist/onrecord.pack'), await packOf(resourceFiles))
  for (const card of cards.filter((card) => card !== 'places.md')) copy(`models/${card}`, to)
  for (const page of ['library.md', 'reference.md', 'record.md', 'record.schema.json']) copy(`docs/${page}`, to)
  about(to, {
    name: 'onrecord',
    description: own.description,
    exports: {
      '.': { types: './dist/index.d.ts', browser: './dist/browser.js', default: './dist/index.js' },
      './extract': { types: './dist/extract.d.ts', default: './dist/extract.js' },
      './package.json': './package.json',
    },
    sideEffects: false,
    dependencies: { ...versionsOf(OF_LIBRARY), 'onrecord-places': version },
    peerDependencies: versionsOf(OF_EXTRACT),
    peerDependenciesMeta: Object.fromEntries(OF_EXTRACT.map((name) => [name, { optional: true }])),
  })
}

/** The library's 280 files as a few: Node finds and opens a file in about as long as it takes to run it. Where the data lie stays a file of its own. */
async function bundle(to: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: to,
      target: 'es2022',
      minify: false,
      emptyOutDir: true,
      lib: {
        entry: Object.fromEntries(ENTRIES.map((entry) => [entry, join(root, `dist/${entry}.js`)])),
        formats: ['es'],
      },
      rolldownOptions: {
        external: (id) =>
          /^node:|\/package-data\.js$/.test(id) ||
          [...OF_LIBRARY, ...OF_EXTRACT].some((name) => id === name || id.startsWith(`${name}/`)),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'shared-[name].js',
          paths: (id) => (id.endsWith('/package-data.js') ? './package-data.js' : id),
        },
      },
    },
  })
}

/** Takes the place of src/package-data.ts, so that bundlers see the packs and put them beside the program. */
const LIBRARY_DATA = `import { places } from 'onrecord-places'
export const packageData = { pack: new URL('./onrecord.pack', import.meta.url), places }
`

async function writePlaces(to: string): Promise<void> {
  write(join(to, 'places.pack'), await packOf(furtherFiles))
  write(join(to, 'index.js'), "export const places = new URL('./places.pack', import.meta.url)\n")
  write(join(to, 'index.d.ts'), '/** The address of the gazetteer. */\nexport declare const places: URL\n')
  copy('models/places.md', to)
  about(to, {
    name: 'onrecord-places',
    description: 'The towns and divisions of the world that onrecord knows (GeoNames).',
    exports: { '.': { types: './index.d.ts', default: './index.js' }, './package.json': './package.json' },
  })
}

function writeCommand(to: string): void {
  for (const file of filesIn(join(root, 'dist')).filter((file) => !/\.fixture\.|\.map$/.test(file)))
    write(join(to, relative(root, file)), publishedText(file))
  for (const folder of ['models', 'codebook', 'examples']) copy(folder, to)
  for (const page of filesIn(join(root, 'docs')).filter((file) => !file.endsWith('.jpg')))
    copy(relative(root, page), to)
  for (const page of ['CHANGELOG.md', 'CONTRIBUTING.md']) copy(page, to)
  about(to, {
    name: 'onrecord-cli',
    description:
      'The command onrecord: reads news reports into records, keeps them in a desk, serves, checks and exports them.',
    bin: { onrecord: 'dist/cli/onrecord.js' },
    exports: Object.fromEntries(
      Object.entries(own.exports).map(([entry, at]) => [
        entry,
        typeof at === 'string' ? at : withoutBrowser(at as object),
      ]),
    ),
    dependencies: own.dependencies,
    optionalDependencies: own.optionalDependencies,
  })
}

/** Browsers take the library. */
const withoutBrowser = (at: object) => Object.fromEntries(Object.entries(at).filter(([key]) => key !== 'browser'))

/** What every package has: its description for npm, a README, the licence. */
function about(
  to: string,
  { name, description, ...rest }: { name: string; description: string; [field: string]: unknown },
) {
  write(join(to, 'package.json'), `${JSON.stringify({ name, description, ...common, ...rest }, null, 2)}\n`)
  write(join(to, 'README.md'), readFileSync(join(root, `scripts/packages/${name}.md`), 'utf8'))
  copy('LICENSE', to)
}

async function packOf(paths: readonly string[]): Promise<Uint8Array> {
  const files = new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(root, path)))]))
  return packFiles(files, (bytes) => new Uint8Array(gzipSync(bytes, { level: 9 })))
}

/** The types of these entries, and of what they import. */
function typesOf(entries: readonly string[]): string[] {
  const found = new Set<string>()
  const add = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(IMPORTED))
      add(resolve(dirname(file), path).replace(/\.[jt]s$/, '.d.ts'))
  }
  entries.forEach(add)
  return [...found].sort()
}

/** A file of the project's own that types import. */
const IMPORTED = /^(?:import|export|\} from)\b[^'\n]*'(\.{1,2}\/[^'\n]+\.[jt]s)'/gm

/** A file as it is published: without the way to a source that is not, and types that import types by the names that they have there. */
function publishedText(file: string): string | Uint8Array {
  if (!/\.(?:js|d\.ts)$/.test(file)) return readFileSync(file)
  const text = readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL=.*$\n?/m, '')
  return file.endsWith('.d.ts') ? text.replace(/(['"]\.{1,2}\/[^'"\n]+)\.ts(?=['"])/g, '$1.js') : text
}

function versionsOf(names: readonly string[]): { [name: string]: string } {
  return Object.fromEntries(names.map((name) => [name, own.dependencies[name]]))
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function copy(path: string, to: string): void {
  cpSync(join(root, path), join(to, path), { recursive: true })
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writePackages(resolve(process.argv[2] ?? join(root, 'packages')))
