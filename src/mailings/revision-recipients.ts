import type { Doing } from '../conversation/feature.ts'
import { chatKey } from '../kernel/chat.ts'
import { type Mailing, type Recipient, recipientId } from './mailing.ts'
import type { Road } from './mailing-road.ts'

/** The broadcast and all that corrected it: whoever read any of them has to hear what holds now. */
export async function chainOf(road: Road, original: string, doing: Doing): Promise<readonly string[]> {
  const revisions = await road.mailings.listRevisionsOf(original, doing.work)
  return [original, ...revisions.filter(({ startedAt }) => startedAt !== undefined).map(({ id }) => id)]
}

/**
 * A correction or withdrawal leaves: from here on nothing more of the broadcast goes out. It goes to exactly those
 * where it arrived or may have, in the place of the old letter where that can be; a correction also to those whose
 * turn had not come. Gives how many there are.
 */
export async function takeOverRecipients(road: Road, revision: Mailing, doing: Doing): Promise<number> {
  const { work } = doing
  const { mailings, outbox } = road
  const chain = await chainOf(road, revision.revises ?? '', doing)
  const reached = await mailings.listReached(
    chain.filter((id) => id !== revision.id),
    work,
  )
  const places = new Map<string, Pick<Recipient, 'chat' | 'title' | 'people' | 'heads' | 'replaces'>>()
  for (const { recipient, letter } of reached) {
    const { chat, title, people, heads } = recipient
    const replaces = letter === undefined ? {} : { replaces: letter }
    places.set(recipientId(revision.id, chat), { chat, title, people, heads, ...replaces })
  }
  for (const id of chain) {
    const earlier = await mailings.find(id, work)
    if (earlier === undefined || earlier.settledAt !== undefined) continue
    await outbox.cancelMailing(id, work)
    await mailings.drop(id, undefined, work)
    mailings.put({ ...earlier, version: earlier.version + 1, state: 'stopped', owed: 0 }, work)
    if (revision.revisesHow === 'withdraw') continue
    for (const { chat, title, people, heads } of await mailings.listRecipients(id, work)) {
      const key = recipientId(revision.id, chat)
      if (!places.has(key)) places.set(key, { chat, title, people, heads })
    }
  }
  const recipients = [...places].map(
    ([id, place], n): Recipient => ({ id, mailing: revision.id, n, ...place, state: 'owed' }),
  )
  mailings.addRecipients(recipients, work)
  return recipients.length
}

/**
 * Who gets what goes with a broadcast. Of a correction: whoever was not reached before, and whose platform shows words
 * and enclosures as one letter, which is replaced whole. Anybody else has it already.
 */
export async function enclosedWith(
  road: Road,
  mailing: Mailing,
  doing: Doing,
): Promise<(recipient: Recipient) => boolean> {
  const { id, revises, files } = mailing
  if (revises === undefined || files.length === 0) return () => true
  const chain = await chainOf(road, revises, doing)
  const reached = await road.mailings.listReached(
    chain.filter((one) => one !== id),
    doing.work,
  )
  const has = new Set(reached.map(({ recipient }) => chatKey(recipient.chat)))
  return ({ chat, replaces }) => {
    if (!has.has(chatKey(chat))) return true
    const can = road.capabilitiesOf(chat.platform)
    return replaces !== undefined && can?.edit === true && can.filesWithText === true
  }
}
