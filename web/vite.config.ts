import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The page: built into dist/web, where the server finds it. While developing, `npx vite web` asks a server on port 4700. */
export default defineConfig({
  root: folder('.'),
  base: '/',
  server: { proxy: { '/api': 'http://127.0.0.1:4700', '/reader': 'http://127.0.0.1:4700' } },
  build: {
    outDir: folder('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
})
