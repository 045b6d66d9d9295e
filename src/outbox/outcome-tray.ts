import type { OutboxStore, Outcome } from './outbox.store.ts'

export interface TrayParts {
  readonly store: Pick<OutboxStore, 'record'>
  isPassing(error: unknown): boolean
  /** There is something to be recorded; called when there was nothing before. */
  onOutcomes(): void
  pause(): Promise<void>
  warn(what: string, detail: Readonly<Record<string, unknown>>): void
}

/** What became of letters, until it is recorded: with the next round, or alone when no round comes. */
export function openOutcomeTray(parts: TrayParts) {
  let outcomes: Outcome[] = []
  let recording: Promise<void> | undefined

  /** One that cannot be written down must not stop the others; its letter stays `sending` and is given up at the next start. */
  async function recordAlone(outcome: Outcome): Promise<void> {
    await parts.store.record([outcome]).catch((error: unknown) => {
      if (parts.isPassing(error)) outcomes.push(outcome)
      else
        parts.warn('what became of a letter could not be recorded', {
          letter: outcome.id,
          state: outcome.state,
        })
    })
  }

  async function recordAll(): Promise<void> {
    while (outcomes.length > 0) {
      const taken = outcomes
      outcomes = []
      try {
        await parts.store.record(taken)
      } catch (error) {
        if (parts.isPassing(error)) {
          outcomes = [...taken, ...outcomes]
          await parts.pause()
        } else for (const one of taken) await recordAlone(one)
      }
    }
  }

  return {
    put(outcome: Outcome): void {
      outcomes.push(outcome)
      if (outcomes.length === 1) parts.onOutcomes()
    },
    isAny: () => outcomes.length > 0,
    isRecorded: () => outcomes.length === 0 && recording === undefined,
    take(): readonly Outcome[] {
      const taken = outcomes
      outcomes = []
      return taken
    },
    /** A transaction that should have recorded them failed. */
    putBack(taken: readonly Outcome[]): void {
      outcomes = [...taken, ...outcomes]
    },
    /** Resolves when nothing is left to be recorded, by whomever. */
    async record(): Promise<void> {
      recording ??= recordAll().finally(() => {
        recording = undefined
      })
      await recording
    },
  }
}
