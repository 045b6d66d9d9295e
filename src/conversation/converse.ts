import type { StoredArrival } from '../inbox/arrival.ts'
import { intoBursts } from '../inbox/burst.ts'
import { type Chat, conversationKey, privateChat } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import { compose } from './compose.ts'
import { type Conversation, silentAt } from './conversation.ts'
import type { Corridor, RoundResult } from './corridor.ts'
import { handsFor, type Tray } from './doing.ts'
import type { Speaker } from './said.ts'
import { takeTurn } from './take-turn.ts'
import type { Talk } from './talk.ts'

/**
 * The whole path of what waits in these conversations, at a glance: take and lock, who speaks, where were we,
 * turn by turn what was meant and what is done, save, mark done. Everything in the one transaction of `work`.
 */
export async function converse(corridor: Corridor, keys: readonly string[], work: Work): Promise<RoundResult> {
  const taken = await corridor.inbox.takeWaiting(keys, work)
  const skipped = keys.filter((key) => !taken.has(key))
  const byHome = new Map<string, string[]>()
  const homesToLock: string[] = []
  for (const [key, arrivals] of taken) {
    const first = arrivals[0] as StoredArrival
    const home = conversationKey(privateChat(first.chat, first.from.id), first.from.id)
    byHome.set(home, [...(byHome.get(home) ?? []), key])
    if (home !== key && !taken.has(home)) homesToLock.push(home)
  }
  const locked = homesToLock.length === 0 ? new Set<string>() : await corridor.inbox.lock(homesToLock, work)
  const result = { invited: [], skipped: [...skipped], listening: new Map<string, Date>(), silentAt: undefined }
  const done: MutableResult = result
  // Conversations of different people are worked on together, one person's one after another.
  const people = [...byHome].map(async ([home, group]) => {
    if (homesToLock.includes(home) && !locked.has(home)) {
      done.skipped.push(...group)
      return
    }
    await onePerson(corridor, home, group.map((key) => taken.get(key) as readonly StoredArrival[]), work, done)
  })
  await Promise.all(people)
  return done
}

interface MutableResult {
  invited: RoundResult['invited'][number][]
  skipped: string[]
  listening: Map<string, Date>
  silentAt: Date | undefined
}

async function onePerson(
  corridor: Corridor,
  homeKey: string,
  chats: readonly (readonly StoredArrival[])[],
  work: Work,
  done: MutableResult,
): Promise<void> {
  const tray: Tray = { drafts: [], invited: [] }
  let home: Conversation | undefined
  let touched = false
  for (const arrivals of chats) {
    const first = arrivals[0] as StoredArrival
    const by = await speakerOf(corridor, first, work)
    home ??= await load(corridor, homeKey, by.home, first, work)
    const here = by.chat.kind === 'private' ? home : await load(corridor, first.conversation, first.chat, first, work)
    const talk: Talk = { home, here, by }
    for (const burst of intoBursts(arrivals.filter(({ state }) => state === 'waiting'))) {
      await takeTurn(corridor, talk, withLookBack(corridor, burst, arrivals), work, tray)
    }
    corridor.inbox.markDone(arrivals.filter((one) => one.state === 'waiting' || isUsed(corridor, one, arrivals)), work)
    touched ||= talk.home !== home
    home = talk.home
    if (by.chat.kind === 'group' && changedHere(here, talk.here)) {
      corridor.conversations.save(talk.here, work)
      if (talk.here.listeningUntil !== undefined) done.listening.set(talk.here.key, talk.here.listeningUntil)
    }
  }
  if (home !== undefined && touched) {
    corridor.conversations.save(home, work)
    const silent = silentAt(home)
    if (silent !== undefined && (done.silentAt === undefined || silent < done.silentAt)) done.silentAt = silent
  }
  done.invited.push(...tray.invited)
}

const changedHere = (before: Conversation, after: Conversation) =>
  before !== after &&
  (before.carriedOn.join() !== after.carriedOn.join() || before.listeningUntil !== after.listeningUntil)

/** Somebody addressed us: what the same speaker said shortly before, to nobody we know of, belongs to it. */
function withLookBack(
  corridor: Corridor,
  burst: readonly StoredArrival[],
  arrivals: readonly StoredArrival[],
): readonly StoredArrival[] {
  const first = burst[0]
  if (first?.chat.kind !== 'group' || first.content.kind !== 'message') return burst
  const heard = arrivals.filter((one) => one.state === 'heard' && one.seq < first.seq && isWithin(corridor, one, first))
  // A command is whole by itself; a number or a yes answers, and is not a continuation of chatter.
  if (burst.length === 1 && first.readyAt.getTime() === first.at.getTime()) return burst
  return heard.length === 0 ? burst : [...heard, ...burst]
}

function isWithin(corridor: Corridor, heard: StoredArrival, from: StoredArrival): boolean {
  return from.at.getTime() - heard.at.getTime() <= corridor.burst.lookBackMs
}

/** Overheard lines that went into a burst are evidence now and are kept. */
function isUsed(corridor: Corridor, heard: StoredArrival, arrivals: readonly StoredArrival[]): boolean {
  return arrivals.some(
    (one) =>
      one.state === 'waiting' &&
      one.content.kind === 'message' &&
      one.readyAt.getTime() > one.at.getTime() &&
      heard.seq < one.seq &&
      isWithin(corridor, heard, one),
  )
}

async function load(corridor: Corridor, key: string, chat: Chat, from: StoredArrival, work: Work): Promise<Conversation> {
  const stored = await corridor.conversations.find(key, work)
  if (stored !== undefined) return stored
  return {
    key,
    chat,
    personId: from.from.id,
    personName: from.from.name,
    version: 0,
    frames: [],
    carriedOn: [],
    listeningUntil: undefined,
  }
}

async function speakerOf(corridor: Corridor, arrival: StoredArrival, work: Work): Promise<Speaker> {
  const { chat, from } = arrival
  const person = await corridor.people.identify(chat, from, work)
  const group = chat.kind === 'group' ? await corridor.people.groupOf(chat, work) : undefined
  return {
    person,
    personId: from.id,
    chat,
    home: privateChat(chat, from.id),
    ...(chat.kind === 'group' ? { audience: group?.audience ?? 'public' } : {}),
    ...(group === undefined ? {} : { group: group.code }),
    at: work.at,
  }
}

/** A line said to others, shown to the features that wait for such; true when one took it. */
export async function overhear(corridor: Corridor, arrival: StoredArrival, work: Work): Promise<boolean> {
  const { content } = arrival
  if (content.kind !== 'message') return false
  const by = await speakerOf(corridor, arrival, work)
  const tray: Tray = { drafts: [], invited: [] }
  const doing = handsFor({ corridor, by, work, turnKey: arrival.id, tray })
  let taken = false
  for (const feature of corridor.features) {
    if (await feature.overhear?.({ by, text: content.text, messageId: arrival.messageId }, doing)) taken = true
  }
  if (taken) {
    corridor.inbox.markDone([arrival], work)
    await compose(corridor, tray.drafts, by, work)
  }
  return taken
}
