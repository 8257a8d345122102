import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['plumbline-source'] },
  ssr: { resolve: { conditions: ['plumbline-source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    // A worker for every processor: unless told, one is left idle.
    maxWorkers: '100%',
  },
})
