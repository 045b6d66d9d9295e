import type { InboxStore } from '../inbox/inbox.store.ts'
import type { Clock } from '../kernel/clock.ts'
import type { PostRoom } from '../outbox/deliver.ts'
import type { Calendar } from './due.ts'
import type { ErrandRunner } from './run-errands.ts'
import type { Worker } from './worker.ts'

export interface LeftLyingParts {
  readonly inbox: InboxStore
  readonly clock: Clock
  readonly worker: Worker
  readonly postRoom: PostRoom
  readonly calendar: Calendar
  readonly runner: ErrandRunner
  /** Those that this process holds. */
  accounts(): readonly string[]
}

const HELP_AFTER_MS = 300
const LOOK_MS = 500
const ERRANDS_MS = 60_000

/** What other processes stored or wrote, of which nobody tells this one. */
export function leftLying({ inbox, clock, worker, postRoom, calendar, runner, accounts }: LeftLyingParts) {
  let looking: NodeJS.Timeout | undefined
  let helping: NodeJS.Timeout | undefined
  let again: NodeJS.Timeout | undefined

  /** Letters that another process wrote for our accounts: it cannot send them. */
  async function look(): Promise<void> {
    const dueAt = await postRoom.nextDueAt().catch(() => undefined)
    if (dueAt !== undefined && dueAt <= clock.now() && !postRoom.isBusy()) calendar.touch(undefined)
  }

  /** Also those that a process which only helps had taken on when it ended. Run twice, an errand still arrives once. */
  function takeErrands(of: readonly string[]): void {
    void runner.resume(of).catch(() => undefined)
  }

  async function lookAround(): Promise<void> {
    const waiting = await inbox.listWaiting(undefined).catch(() => [])
    for (const { conversation, readyAt } of waiting) {
      // The process that holds the account is faster; only what it left lying is taken.
      if (readyAt.getTime() + HELP_AFTER_MS <= clock.now().getTime())
        worker.noteWaiting(conversation, readyAt)
    }
  }

  return {
    /** Looked up before an account is opened, so that nothing new is among it, and worked on when it is open. */
    async find(account: string): Promise<() => void> {
      const waiting = await inbox.listWaiting([account])
      const heard = await inbox.listHeard([account])
      return () => {
        for (const { conversation, readyAt } of waiting) worker.noteWaiting(conversation, readyAt)
        worker.note(heard.map((line) => ({ ...line, state: 'heard' })))
        looking ??= setInterval(() => void look(), LOOK_MS)
        calendar.run()
        takeErrands([account])
        again ??= setInterval(() => takeErrands(accounts()), ERRANDS_MS)
      }
    },
    /** An account speaks again: its letters may leave, and what is enclosed in what was said there can be fetched. */
    async resume(account: string): Promise<void> {
      const waiting = await inbox.listWaiting([account]).catch(() => [])
      for (const { conversation, readyAt } of waiting) worker.noteWaiting(conversation, readyAt)
      postRoom.wake(account)
      calendar.run()
    },
    /** Shares the work of other processes: takes whatever waits and nobody has, and sends nothing itself. */
    help(): void {
      helping = setInterval(() => void lookAround(), HELP_AFTER_MS)
    },
    stop(): void {
      clearInterval(helping)
      clearInterval(looking)
      clearInterval(again)
    },
  }
}
