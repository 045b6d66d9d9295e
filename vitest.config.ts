import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Small files that take long, the longest first. */
const SLOW = [
  'test/conversation/takeover.test.ts',
  'test/commands/bad-input.test.ts',
  'test/features/appeals/conversations/stories.test.ts',
  'test/torture/torture.test.ts',
  'test/journeys/leaks.test.ts',
  'test/features/appeals/life/random-moves.test.ts',
  'test/features/appeals/journeys/ladder.test.ts',
  'test/features/channels/channels.journey.test.ts',
  'test/torture/mailing.test.ts',
  'test/journeys/three-platforms.test.ts',
  'test/features/donations/drives/gate-holds.test.ts',
]

/** A fresh checkout has no times to go by and begins with the largest files; whoever waits longest would begin last. */
class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const place = ({ moduleId }: TestSpecification) => SLOW.findIndex((file) => moduleId.endsWith(file))
    const slow = sorted.filter((file) => place(file) >= 0).toSorted((one, other) => place(one) - place(other))
    return [...slow, ...sorted.filter((file) => place(file) < 0)]
  }
}

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
    sequence: { sequencer: SlowestFirst },
    setupFiles: ['test/support/properties.setup.ts'],
    globalSetup: ['test/support/database.setup.ts'],
  },
})
