import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import manifest from './package.json' with { type: 'json' }

// fp-ts has no `exports`: Node loads only its CommonJS build, and a page wants its ES modules. So what we use of it is
// bundled, from the ES modules; the declarations go on naming `fp-ts/lib`, which resolves everywhere.
const { 'fp-ts': _bundled, ...dependencies } = manifest.dependencies
const external = Object.keys({ ...dependencies, ...manifest.peerDependencies })

export default defineConfig({
  plugins: [declarations()],
  // `ws` has natives that are optional. Vite stands in for what is not installed with an empty module, which ws would
  // take for the real one: it is told not to look for them.
  define: { 'process.env.WS_NO_BUFFER_UTIL': '"1"', 'process.env.WS_NO_UTF_8_VALIDATE': '"1"' },
  build: {
    target: 'es2022',
    minify: false,
    lib: {
      entry: {
        index: 'src/index.ts',
        testing: 'src/testing/index.ts',
        inspect: 'src/inspect/index.ts',
        command: 'src/command/main.ts',
      },
      formats: ['es'],
    },
    rollupOptions: {
      external: [/^node:/, ...builtinModules, ...external.map((name) => new RegExp(`^${name}(/|$)`))],
      output: {
        banner: ({ name }) => (name === 'command' ? '#!/usr/bin/env node' : ''),
        chunkFileNames: 'chunks/[name].js',
        minifyInternalExports: false,
      },
    },
  },
  resolve: {
    alias: [{ find: /^fp-ts\/lib\//, replacement: 'fp-ts/es6/' }],
    // What the command bundles is for Node: picocolors' `browser` build has no colours.
    mainFields: ['module', 'main'],
    conditions: ['module', 'node'],
  },
})

/** The types, by tsc. It leaves `.ts` in their imports, which only TypeScript's own resolver would forgive. */
function declarations(): Plugin {
  return {
    name: 'declarations',
    writeBundle() {
      execFileSync(process.execPath, ['node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.build.json'], {
        stdio: 'inherit',
      })
      for (const name of readdirSync('dist/types', { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.d.ts')) continue
        const file = join('dist/types', name)
        writeFileSync(file, readFileSync(file, 'utf8').replace(/(["']\.{1,2}\/[^"']*)\.ts(["'])/g, '$1.js$2'))
      }
    },
  }
}
