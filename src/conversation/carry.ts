import type { Clock } from '../kernel/clock.ts'
import type { Transactions } from '../kernel/work.ts'
import type { Letter } from '../outbox/letter.ts'
import type { OutboxStore } from '../outbox/outbox.store.ts'
import type { ContactsStore } from './contacts.ts'
import { noteAtDoor, tellsOfDoor } from './door.ts'
import type { OutgoingLetter, Platform, SendResult } from './platform.ts'

export interface CarryParts {
  readonly outbox: OutboxStore
  readonly contacts: ContactsStore
  readonly transactions: Transactions
  readonly clock: Clock
}

/** From the post room to the platform: a letter as the platform takes it, and what its answer says about the door. */
export function carryWith({ outbox, contacts, transactions, clock }: CarryParts) {
  async function send(platform: Platform, letter: Letter): Promise<SendResult> {
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

  /** What the answer says about the door is known to whoever writes the next letter. */
  return async (platform: Platform, letter: Letter): Promise<SendResult> => {
    const result = await send(platform, letter)
    if (!tellsOfDoor(platform.can, letter, result)) return result
    const noting = transactions.inOne(clock.now(), (work) => noteAtDoor(contacts, letter, result, work))
    return noting.catch(() => result)
  }
}
