import { HouseError, isHouseError } from '../kernel/errors.ts'
import { type Accounts, accountOf } from './accounts.ts'
import { describeFailure } from './failure.ts'
import type { Leases } from './lease.ts'
import type { Doorstep, Platform } from './platform.ts'
import type { Health } from './report-health.ts'
import { serveTexts as texts } from './serve-accounts.texts.ts'

/** Goes on with what waited before the account was ours. */
export type Resume = () => void

export interface ServeParts {
  readonly leases: Leases
  readonly accounts: Accounts
  readonly health: Health
  readonly receive: Doorstep['receive']
  /** What arrived there and waits, also what another process stored. */
  findWaiting(account: string): Promise<Resume>
  warn(what: string, detail: Readonly<Record<string, unknown>>): void
}

/** How long a second process waits for the first to let go of an account before it refuses. */
const LEASE_WAIT_MS = 5_000
const LEASE_AGAIN_MS = 200
/** A platform that takes long to open must not keep the next from being opened. */
const FIRST_TRY_MS = 10_000
/** How often somebody who stands by asks. */
const STAND_BY_MS = 2_000
const FAILED_AGAIN_MS = 10_000
/** What an operator has to mend is seldom mended without a start. */
const MISCONFIGURED_AGAIN_MS = 5 * 60_000

/** Takes accounts, serves each while its lease lasts, closes it at once when it is lost, and stands by again. */
export function serveAccounts(parts: ServeParts) {
  const { leases, accounts, health, warn } = parts
  const doors: { close(): Promise<void> }[] = []
  const lost = new Map<string, () => void>()
  const waiting = new Set<() => void>()
  let closing = false

  leases.onLost((account) => {
    accounts.lose(account)
    warn('an account was lost: the database does not answer', { account })
    lost.get(account)?.()
  })

  /** Waits for something, or for the house to close; `begin` gives how to stop waiting. */
  function wait(begin: (done: () => void) => () => void): Promise<void> {
    return new Promise((resolve) => {
      let end: () => void = () => undefined
      const done = () => {
        waiting.delete(done)
        end()
        resolve()
      }
      waiting.add(done)
      end = begin(done)
      if (closing) done()
    })
  }

  const pause = (ms: number) =>
    wait((done) => {
      const timer = setTimeout(done, ms)
      return () => clearTimeout(timer)
    })

  const untilLost = (account: string) =>
    wait((done) => {
      lost.set(account, done)
      if (!leases.holds(account)) done()
      return () => undefined
    })

  const doorstepOf = (platform: Platform, isOver: () => boolean): Doorstep => ({
    receive: parts.receive,
    report(is): void {
      // What a platform says while it is closed is about us, not about the account.
      if (!closing && !isOver()) health.take(platform, is)
    },
  })

  async function letGo(account: string): Promise<void> {
    accounts.lose(account)
    await leases.release(account).catch(() => undefined)
  }

  /** Gives how to go on with what waits there; undefined when it was lost meanwhile or the database failed. */
  async function takeOver(platform: Platform): Promise<Resume | undefined> {
    const account = accountOf(platform)
    try {
      await accounts.takeOver(platform)
      const resume = await parts.findWaiting(account)
      if (leases.holds(account)) return resume
    } catch (error) {
      warn('an account could not be taken over', { account, error: describeFailure(error) })
    }
    await letGo(account)
    return undefined
  }

  /** One time of serving, if the account is free. Never rejects; gives how long to wait before the next. */
  async function term(platform: Platform, begun: () => void): Promise<number> {
    const account = accountOf(platform)
    if (closing || !(await leases.take(account))) return STAND_BY_MS
    const resume = await takeOver(platform)
    if (resume === undefined) return STAND_BY_MS
    let isOver = false
    // At once, even while it is still opening.
    const closed = untilLost(account).then(() => {
      isOver = true
      return closeQuietly(platform)
    })
    try {
      await platform.open(doorstepOf(platform, () => isOver))
    } catch (error) {
      lost.get(account)?.()
      await closed
      return await refused(platform, error)
    }
    if (isOver) {
      // It may have begun to listen after it was told to stop.
      await closed
      await closeQuietly(platform)
      return 0
    }
    accounts.settle(platform)
    resume()
    begun()
    await closed
    return 0
  }

  /** Reported and left alone for a while; another process may have better luck. The other accounts are not touched. */
  async function refused(platform: Platform, error: unknown): Promise<number> {
    const account = accountOf(platform)
    const isMisconfigured = isHouseError(error, 'configuration')
    warn('an account could not be opened', { account, error: describeFailure(error) })
    if (!closing && leases.holds(account)) {
      const detail = isMisconfigured ? texts.misconfigured(error.message) : texts.couldNotOpen()
      health.take(platform, { state: 'offline', detail })
      await health.idle()
    }
    await letGo(account)
    return isMisconfigured ? MISCONFIGURED_AGAIN_MS : FAILED_AGAIN_MS
  }

  async function closeQuietly(platform: Platform): Promise<void> {
    await platform.close().catch((error: unknown) => {
      warn('an account did not close well', { account: accountOf(platform), error: describeFailure(error) })
    })
  }

  /** The door stays open; only letters wait until the account is ours again. */
  async function regain(platform: Platform): Promise<void> {
    const account = accountOf(platform)
    for (await untilLost(account); !closing; await untilLost(account)) {
      while (!closing) {
        const resume = (await leases.take(account)) ? await takeOver(platform) : undefined
        if (resume !== undefined) {
          accounts.settle(platform)
          resume()
          break
        }
        await pause(STAND_BY_MS)
      }
    }
  }

  return {
    /**
     * For doors that only this process has (a pipe, a terminal, a port of its own): they stay open while the account
     * is lost.
     * @throws HouseError `account-busy` when another process does not let go of it within five seconds.
     */
    async open(platform: Platform): Promise<void> {
      const account = accountOf(platform)
      for (let waited = 0; !(await leases.take(account)); waited += LEASE_AGAIN_MS) {
        if (waited >= LEASE_WAIT_MS) throw busy(account)
        await pause(LEASE_AGAIN_MS)
      }
      await accounts.takeOver(platform)
      accounts.settle(platform)
      const resume = await parts.findWaiting(account)
      await platform.open(doorstepOf(platform, () => false))
      doors.push({ close: () => closeQuietly(platform) })
      resume()
      void regain(platform)
    },
    /**
     * For doors through which everybody comes, whichever process is behind them: tries at once, and otherwise stands
     * by and takes over when the holder is gone. Resolves after the first try, or when that takes long; never rejects.
     */
    async serve(platform: Platform): Promise<void> {
      await wait((begun) => {
        const serving = (async () => {
          while (!closing) {
            const restMs = await term(platform, begun)
            begun()
            if (restMs > 0) await pause(restMs)
          }
        })()
        doors.push({ close: () => serving })
        const late = setTimeout(begun, FIRST_TRY_MS)
        return () => clearTimeout(late)
      })
    },
    /** Every platform stops listening; the leases stay, so that what is left can be sent. */
    async close(): Promise<void> {
      closing = true
      for (const done of [...waiting]) done()
      for (const door of doors) await door.close()
    },
    async release(): Promise<void> {
      for (const account of accounts.known()) await leases.release(account).catch(() => undefined)
    },
  }
}

const busy = (account: string) =>
  new HouseError(
    'account-busy',
    `Another process on the same data already speaks for ${account}. Stop it first, or use another data directory.`,
  )
