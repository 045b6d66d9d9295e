import { openDoorstep, type KeepFile } from '../inbox/receive.ts'
import { accountKey, chatKey } from '../kernel/chat.ts'
import type { Clock } from '../kernel/clock.ts'
import { HouseError } from '../kernel/errors.ts'
import type { Transactions } from '../kernel/work.ts'
import { openPostRoom } from '../outbox/deliver.ts'
import type { Letter } from '../outbox/letter.ts'
import type { Corridor } from './corridor.ts'
import { openCalendar } from './due.ts'
import type { Leases } from './lease.ts'
import type { OutgoingLetter, Platform, SendResult } from './platform.ts'
import type { FreeTextReader } from './reading.ts'
import { openWorker } from './worker.ts'

export interface FrontDeskParts extends Omit<Corridor, 'maySendNow' | 'slotsOf'> {
  readonly transactions: Transactions
  readonly leases: Leases
  readonly clock: Clock
  readonly keepFile: KeepFile
  /** A model, when one is configured. */
  readonly reader?: FreeTextReader
}

/** How long a second process waits for the first to let go of an account. */
const LEASE_WAIT_MS = 5_000
const LEASE_AGAIN_MS = 200
const HELP_AFTER_MS = 300

/** Doorstep, worker, post room and calendar put together: everything between the platforms and the features. */
export function openFrontDesk(parts: FrontDeskParts) {
  const { clock, transactions, leases, outbox, inbox } = parts
  const platforms = new Map<string, Platform>()
  const slots = new Map<string, unknown>()
  let helping: NodeJS.Timeout | undefined
  const accounts = () => [...platforms.keys()].filter((account) => leases.holds(account))

  const postRoom = openPostRoom({
    store: outbox,
    clock,
    accounts,
    carrierOf(account) {
      const platform = platforms.get(account)
      if (platform === undefined || !leases.holds(account)) return undefined
      return { pace: platform.can.pace, send: (letter) => carry(platform, letter) }
    },
    isPassing: transactions.isPassing,
    onOutcomes: () => worker.wake(),
  })

  const corridor: Corridor = {
    ...parts,
    maySendNow(letter, now) {
      const account = accountKey(letter.to)
      if (letter.mailing !== undefined || letter.dueAt > now) return false
      return platforms.has(account) && leases.holds(account) && !postRoom.isBlocked(chatKey(letter.to))
    },
    slotsOf: (id) => slots.get(id),
  }

  const worker = openWorker({
    corridor,
    transactions,
    postRoom,
    clock,
    prepare: (conversation) => (parts.reader === undefined ? undefined : prepare(parts.reader, conversation)),
    onRound: (silentAt) => calendar.touch(silentAt),
  })

  const calendar = openCalendar({
    corridor,
    conversations: parts.conversations,
    transactions,
    postRoom,
    worker,
    clock,
    accounts,
  })

  const doorstep = openDoorstep({
    store: inbox,
    clock,
    burst: parts.burst,
    keepFile: parts.keepFile,
    isListening: worker.isListening,
    onStored: worker.note,
    isPassing: transactions.isPassing,
  })

  /** What a model makes of the burst is kept until its round has used it. */
  async function prepare(reader: FreeTextReader, conversation: string): Promise<void> {
    try {
      const burst = await inbox.listWaitingIn(conversation)
      const last = burst.at(-1)
      const read = last === undefined ? undefined : await reader.read(burst)
      if (last !== undefined && read !== undefined) slots.set(last.id, read)
      if (slots.size > 1_000) slots.delete(slots.keys().next().value as string)
    } catch (error) {
      parts.warn('reading with a model failed; the rules read instead', { error: String(error) })
    }
  }

  async function carry(platform: Platform, letter: Letter): Promise<SendResult> {
    if (letter.edits === undefined) return platform.send(letter)
    const edits = letter.edits
    const earlier = await transactions.inOne(clock.now(), (work) => outbox.find(edits, work))
    const { edits: _, ...fresh } = letter
    const known = platform.can.edit && earlier !== undefined && earlier.messageIds.length > 0
    // What a platform cannot replace is said anew.
    const outgoing: OutgoingLetter = known ? { ...letter, editsMessageIds: earlier.messageIds } : fresh
    return platform.send(outgoing)
  }

  /** Takes the account over, gives up what a crash left half sent, and begins to listen. */
  async function open(platform: Platform): Promise<void> {
    const account = `${platform.name}:${platform.account}`
    for (let waited = 0; !(await leases.take(account)); waited += LEASE_AGAIN_MS) {
      if (waited >= LEASE_WAIT_MS) {
        throw new HouseError(
          'account-busy',
          `Another process on the same data already speaks for ${account}. Stop it first, or use another data directory.`,
        )
      }
      await new Promise((resolve) => setTimeout(resolve, LEASE_AGAIN_MS))
    }
    const given = await outbox.giveUpSending(account, clock.now())
    if (given > 0) parts.warn('letters whose delivery is not known', { account, letters: given })
    platforms.set(account, platform)
    for (const { conversation, readyAt } of await inbox.listWaiting([account])) worker.noteWaiting(conversation, readyAt)
    for (const key of await outbox.listHeldChats([account])) postRoom.block(key)
    await platform.open(doorstep)
    calendar.run()
  }

  /** Resolves once everything that is due now is done and sent. */
  async function settle(): Promise<void> {
    for (;;) {
      await doorstep.idle()
      await worker.idle()
      await postRoom.idle()
      await postRoom.record()
      await calendar.idle()
      if (calendar.isDirty()) calendar.run()
      else if (!worker.isBusy() && !postRoom.isBusy()) return
    }
  }

  /** Shares the work of other processes: takes whatever waits and nobody has, and sends nothing itself. */
  function help(): void {
    const look = async () => {
      const waiting = await inbox.listWaiting(undefined).catch(() => [])
      for (const { conversation, readyAt } of waiting) {
        // The process that holds the account is faster; only what it left lying is taken.
        if (readyAt.getTime() + HELP_AFTER_MS <= clock.now().getTime()) worker.noteWaiting(conversation, readyAt)
      }
    }
    helping = setInterval(() => void look(), HELP_AFTER_MS)
  }

  return {
    open,
    help,
    settle,
    closeBursts: worker.closeBursts,
    /** Counts for the operator's page. */
    accounts,
    async close(): Promise<void> {
      clearInterval(helping)
      for (const platform of platforms.values()) await platform.close()
      await settle().catch(() => undefined)
      calendar.stop()
      worker.stop()
      await calendar.idle()
      for (const account of platforms.keys()) await leases.release(account).catch(() => undefined)
    },
  }
}

export type FrontDesk = ReturnType<typeof openFrontDesk>
