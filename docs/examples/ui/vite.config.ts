import { svelte } from '@sveltejs/vite-plugin-svelte'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const at = (path: string): string => new URL(path, import.meta.url).pathname

// One application for each UI layer. React needs no plugin: the automatic JSX is esbuild's.
export default defineConfig({
  root: at('.'),
  plugins: [vue(), svelte({ configFile: false })],
  resolve: { alias: { 'antom-checkout-machine': at('../../../dist/index.js') } },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 2_000,
    rollupOptions: { input: ['plain', 'react', 'vue', 'svelte'].map((layer) => at(`${layer}/index.html`)) },
  },
})
