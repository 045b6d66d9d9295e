import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Most tests wait for the database or a child process; one worker less than there are cores leaves them idle.
    maxWorkers: 4,
    setupFiles: ['test/support/properties.setup.ts'],
    globalSetup: ['test/support/database.setup.ts'],
  },
})
