import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/interop/**', 'test/conformance/**', 'test/browser/**'],
    testTimeout: 20_000,
    // As many as processors, not one less: most tests wait for processes of their own some of the time.
    maxWorkers: '100%',
    // A worker loads modules once for all its files: no test changes what it imports, and 40 s of loading become 10.
    isolate: false,
  },
})
