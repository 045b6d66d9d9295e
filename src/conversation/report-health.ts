import { accountKey } from '../kernel/chat.ts'
import type { Clock } from '../kernel/clock.ts'
import { type AccountStore, speaks } from './account-health.ts'
import { describeFailure } from './failure.ts'
import type { AccountHealth, Platform } from './platform.ts'

export interface HealthParts {
  readonly store: AccountStore
  readonly clock: Clock
  /** It can speak again, or for the first time: what waits for it is due. */
  onSpeaking(account: string): void
  /** Something changed that staff may have to be told. */
  onChange(): void
  warn(what: string, detail: Readonly<Record<string, unknown>>): void
}

const AGAIN_MS = 1_000

const keyOf = ({ name, account }: Platform) => accountKey({ platform: name, account })

/** What platforms say about their accounts: counts at once in this process, and is written down in order. */
export function keepHealth(parts: HealthParts) {
  const { store, clock } = parts
  const states = new Map<string, AccountHealth['state']>()
  const unwritten = new Map<string, AccountHealth>()
  const writing = new Map<string, Promise<void>>()
  let stopped = false

  function take(platform: Platform, health: AccountHealth): void {
    const account = keyOf(platform)
    const before = states.get(account)
    states.set(account, health.state)
    unwritten.set(account, health)
    if (before !== health.state && health.state !== 'online' && health.state !== 'connecting')
      parts.warn('an account is not well', { account, state: health.state })
    if (writing.has(account)) return
    const run = write(platform, account).finally(() => writing.delete(account))
    writing.set(account, run)
  }

  /** Only the newest is written, over and over until it is; the database may be away for a while. */
  async function write(platform: Platform, account: string): Promise<void> {
    for (let health = unwritten.get(account); health !== undefined; health = unwritten.get(account)) {
      try {
        await store.report(platform, health, clock.now())
        if (speaks(health.state)) await store.wakeLetters(account, clock.now())
      } catch (error) {
        parts.warn('how an account is could not be written down', { account, error: describeFailure(error) })
        if (stopped) return
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS).unref())
        continue
      }
      if (unwritten.get(account) === health) unwritten.delete(account)
      if (speaks(health.state)) parts.onSpeaking(account)
      parts.onChange()
    }
  }

  return {
    take,
    /** It is not ours any more; how it is will be told by whoever has it. */
    forget(account: string): void {
      states.delete(account)
      unwritten.delete(account)
    },
    /** Platforms that never say how they are can speak. */
    canSpeak: (account: string) => speaks(states.get(account) ?? 'online'),
    async idle(): Promise<void> {
      while (writing.size > 0) await Promise.all(writing.values())
    },
    stop(): void {
      stopped = true
    },
  }
}

export type Health = ReturnType<typeof keepHealth>
