import { defineConfig } from 'vitest/config'

/** Needs Chromium on the machine: `apt-get install -y --no-install-recommends chromium`, or CHROMIUM with its path. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/support/database.setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // How long something is waited for before it counts as not happening: a guard, not a measure.
    expect: { poll: { timeout: 60_000, interval: 20 } },
    pool: 'forks',
    // One browser at a time: on two cores several slow each other down more than they save.
    fileParallelism: false,
  },
})
