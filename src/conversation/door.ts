import type { StoredArrival } from '../inbox/arrival.ts'
import { type Chat, chatKey } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import type { Letter } from '../outbox/letter.ts'
import { NOT_OPEN } from '../outbox/outcome.ts'
import type { Contact, ContactsStore } from './contacts.ts'
import type { Corridor } from './corridor.ts'
import type { Capabilities, SendResult } from './platform.ts'
import { cameByTheSideDoor } from './side-door.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

type FirstContact = Capabilities['firstContact']

/** Where a platform lets us write first at all times nobody's door is ever looked at. */
function ruleFor(
  corridor: Pick<Corridor, 'capabilitiesOf'>,
  chat: Chat,
): Exclude<FirstContact, 'always'> | undefined {
  const rule = chat.kind === 'private' ? corridor.capabilitiesOf(chat.platform)?.firstContact : undefined
  return rule === 'always' ? undefined : rule
}

function isOpen(contact: Contact | undefined, rule: Exclude<FirstContact, 'always'>, at: Date): boolean {
  if (contact?.openedAt === undefined || contact.closedAt !== undefined) return false
  if (rule === 'known') return true
  const wroteAt = contact.wroteAt?.getTime() ?? 0
  return at.getTime() - wroteAt < rule.windowMinutes * MINUTE
}

/** Those of the chats that cannot be written to now, by their keys. One look for all of them. */
export async function closedAmong(
  corridor: Corridor,
  chats: readonly Chat[],
  work: Work,
): Promise<ReadonlyMap<string, Chat>> {
  const closed = new Map<string, Chat>()
  const looks = new Map(chats.map((chat) => [chatKey(chat), chat]))
  await Promise.all(
    [...looks].map(async ([key, chat]) => {
      const rule = ruleFor(corridor, chat)
      if (rule === undefined) return
      if (!isOpen(await corridor.contacts.find(chat, work), rule, work.at)) closed.set(key, chat)
    }),
  )
  return closed
}

/**
 * Whoever writes to us in private, or lets us in, opens the door: what waited there leaves now, in order.
 * Whoever shuts us out closes it. Gives how many letters were waiting.
 */
export async function knock(corridor: Corridor, arrival: StoredArrival, work: Work): Promise<number> {
  const { chat, content } = arrival
  const rule = ruleFor(corridor, chat)
  if (rule === undefined || cameByTheSideDoor(arrival)) return 0
  const isBotRemoved = content.kind === 'membership' && content.change === 'bot-removed'
  if (isBotRemoved) {
    await closeDoor(corridor.contacts, chat, '对方停用了与娘家的私聊', work)
    return 0
  }
  const opens =
    content.kind === 'message' ||
    content.kind === 'choice' ||
    content.kind === 'start' ||
    (content.kind === 'membership' && content.change === 'bot-added')
  return opens ? openDoor(corridor, chat, rule, work) : 0
}

/** Came in by a link that says no more than that. */
export function isJustStart({ content }: StoredArrival): boolean {
  return content.kind === 'start' && ['', 'go'].includes(content.payload ?? '')
}

async function openDoor(
  corridor: Corridor,
  chat: Chat,
  rule: Exclude<FirstContact, 'always'>,
  work: Work,
): Promise<number> {
  const before = await corridor.contacts.find(chat, work)
  const noted = work.at.getTime() - (before?.wroteAt?.getTime() ?? 0)
  // A window is counted from the last word, so that is noted more often there.
  const often = rule === 'known' ? HOUR : Math.min(HOUR, (rule.windowMinutes * MINUTE) / 10)
  if (isOpen(before, rule, work.at) && noted < often) return 0
  const contact: Contact = { chat, openedAt: before?.openedAt ?? work.at, wroteAt: work.at }
  if (before === undefined) corridor.contacts.add(contact, work)
  else corridor.contacts.put(contact, work)
  const released = await corridor.outbox.release(chat, work.at, work)
  // What is written from now on stands behind what waited.
  if (released > 0) corridor.holdBack(chat)
  return released
}

/** Whether a platform's answer says that nobody can be written to there. */
export function tellsOfDoor({ firstContact }: Capabilities, { to }: Letter, { kind }: SendResult): boolean {
  return to.kind === 'private' && firstContact !== 'always' && (kind === 'gone' || kind === 'not-open')
}

/** Closes the door by that answer, unless it was opened while the letter was on its way: then it is tried again. */
export async function noteAtDoor(
  contacts: ContactsStore,
  letter: Letter,
  result: SendResult,
  work: Work,
): Promise<SendResult> {
  const contact = await contacts.find(letter.to, work)
  const isOpenedSince =
    contact?.closedAt === undefined && (contact?.wroteAt ?? letter.writtenAt) > letter.writtenAt
  if (result.kind === 'not-open' && isOpenedSince) return { kind: 'transient', why: NOT_OPEN }
  await closeDoor(contacts, letter.to, result.kind === 'gone' ? result.why : NOT_OPEN, work)
  return result
}

/** The next letters wait at the door instead of being tried in vain. */
async function closeDoor(contacts: ContactsStore, chat: Chat, why: string, work: Work): Promise<void> {
  const before = await contacts.find(chat, work)
  const contact: Contact = { ...before, chat, closedAt: work.at, why }
  if (before === undefined) contacts.add(contact, work)
  else contacts.put(contact, work)
}
