import type { Clock } from '../kernel/clock.ts'
import type { PostRoom } from '../outbox/deliver.ts'
import type { OutboxStore } from '../outbox/outbox.store.ts'
import type { Leases } from './lease.ts'
import type { Platform } from './platform.ts'
import type { Health } from './report-health.ts'

export interface AccountsParts {
  readonly leases: Leases
  readonly outbox: OutboxStore
  readonly health: Health
  readonly clock: Clock
  postRoom(): PostRoom
  warn(what: string, detail: Readonly<Record<string, unknown>>): void
}

export const accountOf = (platform: Platform) => `${platform.name}:${platform.account}`

/** The accounts of this process, and for which of them it may speak just now. */
export function holdAccounts(parts: AccountsParts) {
  const { leases, outbox, health, clock } = parts
  const platforms = new Map<string, Platform>()
  /** Taken over in order: what somebody else left half sent is given up. */
  const settled = new Set<string>()
  /** Had before, so that letters of ours may be on their way. */
  const served = new Set<string>()
  const isHeld = (account: string) => settled.has(account) && leases.holds(account)
  const isOurs = (account: string) => isHeld(account) && health.canSpeak(account)

  return {
    /** Letters that somebody else left half sent are given up, and the order in chats is learnt. May be done again. */
    async takeOver(platform: Platform): Promise<void> {
      const account = accountOf(platform)
      platforms.set(account, platform)
      const postRoom = parts.postRoom()
      if (served.has(account)) {
        // Our own letters are set back or recorded first, so that only a stranger's are given up.
        await postRoom.idle(account)
        await postRoom.record()
      }
      const given = await outbox.giveUpSending(account, clock.now())
      if (given > 0) parts.warn('letters whose delivery is not known', { account, letters: given })
      await postRoom.takeOver(account)
    },
    /** From now on this process speaks for it, as long as it holds the lease. */
    settle(platform: Platform): void {
      settled.add(accountOf(platform))
      served.add(accountOf(platform))
    },
    lose(account: string): void {
      settled.delete(account)
      health.forget(account)
    },
    /** Ours, and able to speak: letters may leave. */
    isOurs,
    ours: (): readonly string[] => [...platforms.keys()].filter(isOurs),
    /** Ours, also while it cannot speak: what people said there is worked on, and silences pass. */
    held: (): readonly string[] => [...platforms.keys()].filter(isHeld),
    known: (): readonly string[] => [...platforms.keys()],
    /** Undefined while we may not speak for it. */
    platformOf: (account: string) => (isOurs(account) ? platforms.get(account) : undefined),
  }
}

export type Accounts = ReturnType<typeof holdAccounts>
