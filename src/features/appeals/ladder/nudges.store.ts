import type { Work } from '../../../kernel/work.ts'

/**
 * A row of the ladder. `look` is not a letter: it is when the house looks at an appeal next, one for each that runs.
 * Every other one is somebody to be told, once: who, of which appeal, about which deadline.
 */
export interface Nudge {
  readonly id: string
  readonly number: string
  /** `look`, `handlers-before`, `head-after` …, `chase` for what staff send by hand. */
  readonly stage: string
  /** Roster code; empty of a `look`. */
  readonly person: string
  readonly deadline: Date
  /** In quiet hours it waits for the morning. */
  readonly dueAt: Date
  readonly toldAt: Date | null
  readonly seenAt: Date | null
}

/** Port. `add` and `save` are gathered with those of other conversations. */
export interface NudgesStore {
  find(id: string, work: Work): Promise<Nudge | undefined>
  /** One that is there already is left as it is. */
  add(nudge: Nudge, work: Work): void
  save(nudge: Nudge, work: Work): void
  drop(ids: readonly string[], work: Work): Promise<void>
  /** What is due by now and nobody was told of; no other process takes them before this transaction ends. */
  takeDue(now: Date, limit: number, work: Work): Promise<readonly Nudge[]>
  /** When `takeDue` gives something next: one indexed statement. */
  nextDueAt(work: Work): Promise<Date | undefined>
  /** Everybody who is or was to be told of these appeals. */
  listOf(numbers: readonly string[], work: Work): Promise<readonly Nudge[]>
  /** This person looked at them, acted on them or answered; done with the last write of the transaction. */
  noteSeen(numbers: readonly string[], person: string, work: Work): void
  /** Looks for running appeals that no look is planned for, or one for another deadline: imported, restored, older. */
  planMissing(work: Work): Promise<void>
}

export const lookId = (number: string) => `${number}:look`
