import type { NewArrival } from '../inbox/inbox.store.ts'
import { type KeepFile, openDoorstep } from '../inbox/receive.ts'
import { accountKey, chatKey } from '../kernel/chat.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Transactions } from '../kernel/work.ts'
import { openPostRoom } from '../outbox/deliver.ts'
import type { Letter } from '../outbox/letter.ts'
import { accountOf, holdAccounts } from './accounts.ts'
import type { Corridor } from './corridor.ts'
import { openCalendar } from './due.ts'
import { fetchEnclosures } from './enclosures.ts'
import { describeFailure } from './failure.ts'
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

const HELP_AFTER_MS = 300
const LOOK_MS = 500

/** Doorstep, worker, post room and calendar put together: everything between the platforms and the features. */
export function openFrontDesk(parts: FrontDeskParts) {
  const { clock, transactions, outbox, inbox } = parts
  const slots = new Map<string, unknown>()
  let looking: NodeJS.Timeout | undefined
  let helping: NodeJS.Timeout | undefined

  const accounts = holdAccounts({
    leases: parts.leases,
    outbox,
    clock,
    postRoom: () => postRoom,
    onRegained: () => calendar.run(),
    warn: parts.warn,
  })

  const postRoom = openPostRoom({
    store: outbox,
    clock,
    accounts: accounts.ours,
    carrierOf(account) {
      const platform = accounts.platformOf(account)
      return platform && { pace: platform.can.pace, send: (letter) => carry(platform, letter) }
    },
    isPassing: transactions.isPassing,
    onOutcomes: () => worker.wake(),
    onWaiting: () => calendar.touch(undefined),
    warn: parts.warn,
  })

  const corridor: Corridor = {
    ...parts,
    maySendNow(letter, now) {
      if (letter.mailing !== undefined || letter.dueAt > now) return false
      return accounts.isOurs(accountKey(letter.to)) && !postRoom.isBlocked(chatKey(letter.to))
    },
    slotsOf: (id) => slots.get(id),
  }

  const worker = openWorker({
    corridor,
    transactions,
    postRoom,
    clock,
    prepare: (conversation) => (parts.reader === undefined ? undefined : prepare(parts.reader, conversation)),
    fetchEnclosures: fetchEnclosures({ ...parts, platformOf: (account) => accounts.platformOf(account) }),
    onRound: (silentAt) => calendar.touch(silentAt),
  })

  const calendar = openCalendar({
    corridor,
    conversations: parts.conversations,
    transactions,
    postRoom,
    worker,
    clock,
    accounts: accounts.ours,
  })

  const doorstep = openDoorstep({
    store: inbox,
    clock,
    burst: parts.burst,
    keepFile: parts.keepFile,
    isListening: worker.isListening,
    onStored: keepAnEyeOn,
    isPassing: transactions.isPassing,
  })

  function keepAnEyeOn(arrivals: readonly NewArrival[]): void {
    worker.note(arrivals)
    for (const { state, at } of arrivals) if (state === 'heard') calendar.noteHeard(at)
  }

  /** What a model makes of the burst is kept until its round has used it. */
  async function prepare(reader: FreeTextReader, conversation: string): Promise<void> {
    try {
      const burst = await inbox.listWaitingIn(conversation)
      const last = burst.at(-1)
      const read = last === undefined ? undefined : await reader.read(burst)
      if (last !== undefined && read !== undefined) slots.set(last.id, read)
      if (slots.size > 1_000) slots.delete(slots.keys().next().value as string)
    } catch (error) {
      parts.warn('reading with a model failed; the rules read instead', { error: describeFailure(error) })
    }
  }

  async function carry(platform: Platform, letter: Letter): Promise<SendResult> {
    if (letter.edits === undefined) return platform.send(letter)
    const { edits, ...fresh } = letter
    const finding = transactions.inOne(clock.now(), (work) => outbox.find(edits, work))
    const earlier = await finding.catch(() => 'unknown' as const)
    // Nothing has left yet.
    if (earlier === 'unknown') return { kind: 'transient', why: '数据库暂时读不到' }
    const known = platform.can.edit && earlier !== undefined && earlier.messageIds.length > 0
    // What a platform cannot replace is said anew.
    const outgoing: OutgoingLetter = known ? { ...letter, editsMessageIds: earlier.messageIds } : fresh
    return platform.send(outgoing)
  }

  /** Takes the account over, gives up what a crash left half sent, and begins to listen. */
  async function open(platform: Platform): Promise<void> {
    await accounts.take(platform)
    const account = accountOf(platform)
    const waiting = await inbox.listWaiting([account])
    const heard = await inbox.listHeard([account])
    await platform.open({ ...doorstep, report: () => undefined })
    for (const { conversation, readyAt } of waiting) worker.noteWaiting(conversation, readyAt)
    worker.note(heard.map((line) => ({ ...line, state: 'heard' })))
    looking ??= setInterval(() => void look(), LOOK_MS)
    calendar.run()
  }

  /** Letters that another process wrote for our accounts: it cannot send them, and nobody tells us. */
  async function look(): Promise<void> {
    const dueAt = await outbox.nextDueAt(accounts.ours()).catch(() => undefined)
    if (dueAt !== undefined && dueAt <= clock.now() && !postRoom.isBusy()) calendar.touch(undefined)
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
    const lookAround = async () => {
      const waiting = await inbox.listWaiting(undefined).catch(() => [])
      for (const { conversation, readyAt } of waiting) {
        // The process that holds the account is faster; only what it left lying is taken.
        if (readyAt.getTime() + HELP_AFTER_MS <= clock.now().getTime())
          worker.noteWaiting(conversation, readyAt)
      }
    }
    helping = setInterval(() => void lookAround(), HELP_AFTER_MS)
  }

  return {
    open,
    help,
    settle,
    closeBursts: worker.closeBursts,
    /** Counts for the operator's page. */
    accounts: accounts.ours,
    async close(): Promise<void> {
      clearInterval(helping)
      clearInterval(looking)
      for (const platform of accounts.platforms()) await platform.close()
      await settle().catch(() => undefined)
      calendar.stop()
      worker.stop()
      await calendar.idle()
      await accounts.release()
    },
  }
}

export type FrontDesk = ReturnType<typeof openFrontDesk>
