import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { statechart } from '../chart/vite-plugin.ts'

// The inspector's page, as the package ships it. The server's Content-Security-Policy lets in files of its own and
// nothing else: so nothing is inlined, and every address is relative.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [statechart()],
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  resolve: { alias: [{ find: /^fp-ts\/lib\//, replacement: 'fp-ts/es6/' }] },
  worker: { format: 'es' },
  build: {
    outDir: resolve('dist/inspector'),
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
  },
})
