import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Before all tests: compiles the sources where what is in dist/ is older, since some tests run the command as it ships. */
export default function ensureBuilt(): void {
  const built = statSync(join(root, 'dist/cli/onrecord.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  if (sources.every((file) => !file.isFile() || statSync(join(file.parentPath, file.name)).mtimeMs <= built)) return
  const ran = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
    { stdio: 'inherit' },
  )
  if (ran.status !== 0) throw new Error('the sources do not compile')
}
