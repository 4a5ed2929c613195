import { defineConfig } from 'vitest/config'

// `unit` needs nothing but Node and the sources; `system` runs the built program, databases and browsers.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'web/src/**/*.test.ts',
            'test/architecture.test.ts',
            'test/growth.test.ts',
            'test/docs/**/*.test.ts',
          ],
          exclude: ['src/store/**/*.test.ts', 'src/serve/**/*.test.ts', 'src/views/views.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'system',
          include: [
            'src/store/**/*.test.ts',
            'src/serve/**/*.test.ts',
            'src/views/views.test.ts',
            'test/**/*.test.ts',
            'eval/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          exclude: ['test/architecture.test.ts', 'test/growth.test.ts', 'test/docs/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // What a page shows a moment later is waited for, however slow the machine.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
