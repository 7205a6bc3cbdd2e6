import { defineConfig } from 'vitest/config'

/** Suites that need more than npm packages: public test suites, programs of other ecosystems, a browser. */
export default defineConfig({ test: { include: ['**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } })
