import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/interop/**', 'test/conformance/**', 'test/browser/**'],
    testTimeout: 20_000,
    // As many as processors, not one less: most tests wait for processes of their own some of the time.
    maxWorkers: '100%',
  },
})
