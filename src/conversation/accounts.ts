import type { Clock } from '../kernel/clock.ts'
import { HouseError } from '../kernel/errors.ts'
import type { PostRoom } from '../outbox/deliver.ts'
import type { OutboxStore } from '../outbox/outbox.store.ts'
import { describeFailure } from './failure.ts'
import type { Leases } from './lease.ts'
import type { Platform } from './platform.ts'

export interface AccountsParts {
  readonly leases: Leases
  readonly outbox: OutboxStore
  readonly clock: Clock
  postRoom(): PostRoom
  /** An account is ours again; letters may be waiting. */
  onRegained(): void
  warn(what: string, detail: Readonly<Record<string, unknown>>): void
}

/** How long a second process waits for the first to let go of an account. */
const LEASE_WAIT_MS = 5_000
const LEASE_AGAIN_MS = 200

export const accountOf = (platform: Platform) => `${platform.name}:${platform.account}`

/** The accounts this process opened, and for which of them it may speak just now. */
export function holdAccounts(parts: AccountsParts) {
  const { leases, outbox, clock } = parts
  const platforms = new Map<string, Platform>()
  /** Taken over in order: what somebody else left half sent is given up. */
  const settled = new Set<string>()
  const isOurs = (account: string) => settled.has(account) && leases.holds(account)

  async function takeOver(account: string): Promise<void> {
    const given = await outbox.giveUpSending(account, clock.now())
    if (given > 0) parts.warn('letters whose delivery is not known', { account, letters: given })
    for (const key of await outbox.listHeldChats([account])) parts.postRoom().block(key)
    settled.add(account)
  }

  /** The database was away, and with it the account: somebody else may have spoken for it meanwhile. */
  leases.onRegained((account) => {
    settled.delete(account)
    void regain(account)
  })

  async function regain(account: string): Promise<void> {
    try {
      // Our own letters are set back or recorded first, so that only a stranger's are given up.
      await parts.postRoom().idle()
      await parts.postRoom().record()
      await takeOver(account)
      parts.onRegained()
    } catch (error) {
      parts.warn('an account could not be taken over again', { account, error: describeFailure(error) })
      if (leases.holds(account)) setTimeout(() => void regain(account), LEASE_AGAIN_MS).unref()
    }
  }

  return {
    /** @throws HouseError `account-busy` when another process does not let go of it within five seconds. */
    async take(platform: Platform): Promise<void> {
      const account = accountOf(platform)
      for (let waited = 0; !(await leases.take(account)); waited += LEASE_AGAIN_MS) {
        if (waited >= LEASE_WAIT_MS) {
          throw new HouseError(
            'account-busy',
            `Another process on the same data already speaks for ${account}. Stop it first, or use another data directory.`,
          )
        }
        await new Promise((resolve) => setTimeout(resolve, LEASE_AGAIN_MS))
      }
      platforms.set(account, platform)
      await takeOver(account)
    },
    isOurs,
    ours: (): readonly string[] => [...platforms.keys()].filter(isOurs),
    /** Undefined while we may not speak for it. */
    platformOf: (account: string) => (isOurs(account) ? platforms.get(account) : undefined),
    platforms: () => [...platforms.values()],
    async release(): Promise<void> {
      for (const account of platforms.keys()) await leases.release(account).catch(() => undefined)
    },
  }
}
