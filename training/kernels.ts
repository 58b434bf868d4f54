/** Compiles the AssemblyScript kernels: `npm run kernels`. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Each source and the module that holds its compiled bytes. */
export const KERNELS: readonly [source: string, module: string][] = [
  ['src/language/kernels/kernels.as.ts', 'src/language/kernels/wasm.ts'],
  ['training/network/kernels.as.ts', 'training/network/wasm.ts'],
]

/** The module's text for one AssemblyScript source. */
export function compileKernels(source: string): string {
  const out = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'kernels-')), 'kernels.wasm')
  const flags = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--importMemory', '--noAssert']
  execFileSync(process.execPath, ['node_modules/assemblyscript/bin/asc.js', source, '-o', out, ...flags], {
    stdio: 'inherit',
  })
  const lines =
    fs
      .readFileSync(out)
      .toString('base64')
      .match(/.{1,110}/g) ?? []
  const name = path.basename(source)
  return `// Made by \`npm run kernels\` from ${name}; not to be edited.\nexport const KERNELS_BASE64 =\n${lines.map((l) => `  '${l}'`).join(' +\n')}\n`
}

if (process.argv[1]?.endsWith('kernels.ts'))
  for (const [source, module] of KERNELS) fs.writeFileSync(module, compileKernels(source))
