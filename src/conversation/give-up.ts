import { newId } from '../kernel/ids.ts'
import type { Transactions } from '../kernel/work.ts'
import type { Corridor } from './corridor.ts'
import { corridorTexts } from './corridor.texts.ts'

/**
 * A message that cannot be worked on: kept as evidence, marked, and answered with an apology, so that it
 * neither stops its conversation nor is tried for ever. Operators see the reason in the log.
 */
export async function giveUp(
  corridor: Corridor,
  transactions: Transactions,
  conversation: string,
  at: Date,
  error: unknown,
): Promise<void> {
  corridor.warn('a message could not be worked on', {
    conversation: conversation.length,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  })
  await transactions
    .inOne(at, async (work) => {
      const arrivals = [...(await corridor.inbox.takeWaiting([conversation], work)).values()].flat()
      const waiting = arrivals.filter(({ state }) => state === 'waiting')
      const last = waiting.at(-1)
      if (last === undefined) return
      corridor.inbox.markDone(waiting, work)
      corridor.outbox.add(
        {
          id: newId('out', at),
          key: `${last.id}:failed`,
          to: last.chat,
          text: corridorTexts.failed(),
          origin: 'automatic',
          state: 'waiting',
          tries: 0,
          dueAt: at,
          writtenAt: at,
          messageIds: [],
        },
        work,
      )
      corridor.audit.add({ at, actor: 'house', action: 'inbox.give-up', subject: last.id, detail: {} }, work)
    })
    .catch((second: unknown) => corridor.warn('giving up failed too', { error: String(second) }))
}
