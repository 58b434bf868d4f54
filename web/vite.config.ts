import { fileURLToPath } from 'node:url'
import { defineConfig, type UserConfig } from 'vite'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const common = {
  target: 'es2022',
  modulePreload: { polyfill: false },
  assetsInlineLimit: 0,
  reportCompressedSize: false,
  // how long the build's own parts took says nothing to who starts the program
  rolldownOptions: { checks: { bundlerTimings: false } },
} satisfies UserConfig['build']

/** One plain script of one entry, for the page that works without a server. */
const script = (entry: string, name: string): UserConfig => ({
  publicDir: false,
  build: {
    ...common,
    outDir: folder('../dist/web/alone'),
    emptyOutDir: false,
    cssCodeSplit: false,
    rolldownOptions: {
      ...common.rolldownOptions,
      input: folder(entry),
      output: { format: 'iife', entryFileNames: `${name}.js`, assetFileNames: `${name}[extname]` },
    },
  },
})

/**
 * The page. `vite build web` writes what the server serves into dist/web; the modes 'alone' and 'reader' write the two
 * scripts of the page without a server. While developing, `npx vite web` asks a server on port 4700.
 */
export default defineConfig(({ mode }) => ({
  root: folder('.'),
  base: '/',
  server: { proxy: { '/api': 'http://127.0.0.1:4700', '/reader': 'http://127.0.0.1:4700' } },
  worker: { format: 'es' },
  ...(mode === 'alone'
    ? script('alone.tsx', 'page')
    : mode === 'reader'
      ? script('reader/worker.ts', 'reader')
      : { build: { ...common, outDir: folder('../dist/web'), emptyOutDir: true } }),
}))
