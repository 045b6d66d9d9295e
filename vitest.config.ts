import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // How long something is waited for before it counts as not happening: a guard, not a measure.
    expect: { poll: { timeout: 60_000, interval: 20 } },
    pool: 'forks',
    // Every file brings its own database and house; processes are used again, which saves a fifth of the time.
    isolate: false,
    // Most tests wait for the database or a child process; one worker less than there are cores leaves them idle.
    maxWorkers: 4,
    setupFiles: ['test/support/properties.setup.ts'],
    globalSetup: ['test/support/database.setup.ts'],
  },
})
