import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'
import { compressPlugin } from './compress-plugin.ts'

const config: UserConfig = defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressPlugin()],
  build: {
    outDir: path.join(import.meta.dirname, '..', 'dist', 'web'),
    emptyOutDir: true,
    target: 'es2023',
    // The policy allows no data: addresses and no inline script: everything is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One shell, 168 kB gzipped: the budget (test/web) is on that, not on this.
    chunkSizeWarningLimit: 700,
  },
  // `npm run dev` beside a running `theatrum serve`.
  server: { proxy: { '/api': 'http://127.0.0.1:4600' } },
})

export default config
