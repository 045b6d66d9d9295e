import type { NewArrival } from '../inbox/inbox.store.ts'
import { type KeepFile, openDoorstep } from '../inbox/receive.ts'
import { accountKey, type Chat, chatKey } from '../kernel/chat.ts'
import type { Clock, Timer } from '../kernel/clock.ts'
import type { Transactions } from '../kernel/work.ts'
import { openPostRoom } from '../outbox/deliver.ts'
import type { AccountStore } from './account-health.ts'
import { holdAccounts } from './accounts.ts'
import { carryWith } from './carry.ts'
import type { Corridor } from './corridor.ts'
import { openCalendar } from './due.ts'
import { fetchEnclosures } from './enclosures.ts'
import { describeFailure } from './failure.ts'
import { HOUSE } from './house-itself.ts'
import type { Leases } from './lease.ts'
import { leftLying } from './left-lying.ts'
import type { FreeTextReader } from './reading.ts'
import { keepHealth } from './report-health.ts'
import { openErrandRunner } from './run-errands.ts'
import { serveAccounts } from './serve-accounts.ts'
import { openWorker } from './worker.ts'

export interface FrontDeskParts extends Omit<Corridor, 'maySendNow' | 'slotsOf' | 'holdBack'> {
  readonly transactions: Transactions
  readonly leases: Leases
  readonly accounts: AccountStore
  readonly clock: Clock
  /** The machine's when left out; by it letters are paced. */
  readonly timer?: Timer
  readonly keepFile: KeepFile
  /** A model, when one is configured. */
  readonly reader?: FreeTextReader
}

/** Doorstep, worker, post room and calendar put together: everything between the platforms and the features. */
export function openFrontDesk(parts: FrontDeskParts) {
  const { clock, transactions, outbox, inbox } = parts
  const slots = new Map<string, unknown>()
  const carry = carryWith(parts)

  const health = keepHealth({
    store: parts.accounts,
    clock,
    onSpeaking: (account) => void lying.resume(account),
    onChange: () => calendar.touch(undefined),
    warn: parts.warn,
  })

  const accounts = holdAccounts({
    leases: parts.leases,
    outbox,
    health,
    clock,
    postRoom: () => postRoom,
    warn: parts.warn,
  })

  const postRoom = openPostRoom({
    store: outbox,
    clock,
    ...(parts.timer === undefined ? {} : { timer: parts.timer }),
    accounts: accounts.ours,
    carrierOf(account) {
      const platform = accounts.platformOf(account)
      return platform && { pace: platform.can.pace, send: (letter) => carry(platform, letter) }
    },
    isPassing: transactions.isPassing,
    onOutcomes: () => worker.wake(),
    onWaiting: () => calendar.touch(undefined),
    onMigrated: movedTo,
    warn: parts.warn,
  })

  const corridor: Corridor = {
    ...parts,
    maySendNow(letter, now) {
      if (letter.mailing !== undefined || letter.dueAt > now) return false
      return accounts.isOurs(accountKey(letter.to)) && !postRoom.mustWait(letter.to)
    },
    holdBack: (chat) => postRoom.block(chatKey(chat)),
    slotsOf: (id) => slots.get(id),
  }

  const worker = openWorker({
    corridor,
    transactions,
    postRoom,
    clock,
    prepare: (conversation) => (parts.reader === undefined ? undefined : prepare(parts.reader, conversation)),
    fetchEnclosures: fetchEnclosures({ ...parts, platformOf: (account) => accounts.platformOf(account) }),
    onOrdered: (errands) => runner.note(errands),
    onRound: (silentAt) => calendar.touch(silentAt),
  })

  const runner = openErrandRunner({
    corridor,
    transactions,
    clock,
    onBrought: (arrival) => worker.note([arrival]),
  })

  const calendar = openCalendar({
    corridor,
    conversations: parts.conversations,
    transactions,
    postRoom,
    worker,
    clock,
    accounts: accounts.held,
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
    // What waits in a group may turn out to have been said to others.
    for (const { chat, at } of arrivals) if (chat.kind === 'group') calendar.noteHeard(at)
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

  const lying = leftLying({ inbox, clock, worker, postRoom, calendar, runner, accounts: accounts.held })

  const serving = serveAccounts({
    leases: parts.leases,
    accounts,
    health,
    receive: doorstep.receive,
    findWaiting: lying.find,
    warn: parts.warn,
  })

  /** As if the platform had told it: what is kept under the group's old number moves. */
  function movedTo(from: Chat, to: Chat): void {
    const id = `moved:${from.chatId}:${to.chatId}`
    const content = { kind: 'chat-migrated', to: to.chatId } as const
    const house = { id: HOUSE, stability: 'permanent' } as const
    void doorstep
      .receive({ idempotencyKey: id, messageId: id, chat: from, from: house, at: clock.now(), content })
      .catch((error: unknown) =>
        parts.warn('a group that moved was not noted', { error: describeFailure(error) }),
      )
  }

  /** Resolves once everything that is due now is done and sent. */
  async function settle(): Promise<void> {
    for (;;) {
      await doorstep.idle()
      await health.idle()
      await worker.idle()
      await runner.idle()
      await postRoom.idle()
      await postRoom.record()
      await calendar.idle()
      if (calendar.isDirty()) calendar.run()
      else if (!worker.isBusy() && !runner.isBusy() && !postRoom.isBusy()) return
    }
  }

  return {
    open: serving.open,
    serve: serving.serve,
    help: lying.help,
    settle,
    /** What an operator has the house do; see due.ts. */
    act: calendar.act,
    closeBursts: worker.closeBursts,
    /** For doors that are no platform: what is said there belongs to a chat of one. */
    receive: doorstep.receive,
    /** Counts for the operator's page. */
    accounts: accounts.ours,
    async close(): Promise<void> {
      lying.stop()
      runner.stop()
      postRoom.stop()
      await serving.close()
      health.stop()
      await settle().catch(() => undefined)
      calendar.stop()
      worker.stop()
      await calendar.idle()
      await serving.release()
    },
  }
}

export type FrontDesk = ReturnType<typeof openFrontDesk>
