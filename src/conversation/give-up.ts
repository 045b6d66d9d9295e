import type { StoredArrival } from '../inbox/arrival.ts'
import { intoBursts } from '../inbox/burst.ts'
import { newId } from '../kernel/ids.ts'
import type { Work } from '../kernel/work.ts'
import { corridorTexts } from './corridor.texts.ts'
import type { Corridor } from './corridor.ts'
import { chatterFor, linesBefore } from './look-back.ts'

/**
 * The first thing said that waits there cannot be worked on: it is kept as evidence, marked, and answered with
 * an apology, so that it neither stops its conversation nor is tried for ever. True when more waits behind it.
 */
export async function giveUp(corridor: Corridor, conversation: string, work: Work): Promise<boolean> {
  const arrivals = (await corridor.inbox.takeWaiting([conversation], work)).get(conversation) ?? []
  const [burst, ...behind] = intoBursts(arrivals.filter(({ state }) => state === 'waiting'))
  const last = burst?.at(-1)
  if (burst === undefined || last === undefined) return false
  const heard = arrivals.filter(({ state }) => state === 'heard')
  corridor.inbox.markDone(burst, work)
  corridor.inbox.forgetWords(linesBefore(burst, heard, corridor.burst, chatterFor(corridor)), work)
  corridor.audit.add(
    { at: work.at, actor: 'house', action: 'inbox.give-up', subject: last.id, detail: {} },
    work,
  )
  if (isSaid(last)) apologise(corridor, last, work)
  return behind.length > 0
}

/** Whoever said nothing is not told that it went wrong: a deadline, an invitation, somebody who left. */
const isSaid = ({ content: { kind } }: StoredArrival) =>
  kind === 'message' || kind === 'choice' || kind === 'start'

function apologise(corridor: Corridor, { id, chat, from, messageId }: StoredArrival, work: Work): void {
  const base = { to: chat, dueAt: work.at }
  corridor.outbox.add(
    {
      ...base,
      id: newId('out', work.at),
      key: `${id}:failed`,
      text: corridorTexts.failed(),
      origin: 'automatic',
      ...(chat.kind === 'group' ? { mention: [from.id], replyTo: messageId } : {}),
      state: corridor.maySendNow(base, work.at) ? 'sending' : 'waiting',
      tries: 0,
      writtenAt: work.at,
      messageIds: [],
    },
    work,
  )
}
