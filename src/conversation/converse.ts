import type { StoredArrival } from '../inbox/arrival.ts'
import { intoBursts } from '../inbox/burst.ts'
import { type Chat, conversationKey, privateChat } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import { applyChanges } from './changed-lines.ts'
import { type Conversation, silentAt } from './conversation.ts'
import type { Corridor, RoundResult } from './corridor.ts'
import { emptyTray, type Tray } from './doing.ts'
import { hasToBeFetched } from './enclosures.ts'
import { chatterFor, joined, linesBefore } from './look-back.ts'
import { mindManners } from './mind-manners.ts'
import { speakerOf } from './speaker.ts'
import { takeTurn } from './take-turn.ts'
import type { Talk } from './talk.ts'
import { goesOnAfterCall, isAddressed, isForOthers } from './unasked.ts'

/** `first`: only the first thing said in each conversation, to find the one that fails. */
export type Scope = 'all' | 'first'

/**
 * The whole path of what waits in these conversations, at a glance: take and lock, who speaks, where were we,
 * turn by turn what was meant and what is done, save, mark done. Everything in the one transaction of `work`.
 */
export async function converse(
  corridor: Corridor,
  keys: readonly string[],
  work: Work,
  scope: Scope = 'all',
): Promise<RoundResult> {
  const taken = await corridor.inbox.takeWaiting(keys, work)
  const skipped = keys.filter((key) => !taken.has(key))
  const byHome = new Map<string, string[]>()
  const homesToLock: string[] = []
  const enclosed: string[] = []
  for (const [key, arrivals] of taken) {
    const first = arrivals[0]
    // Another worker was faster, or nothing but lines to others is there.
    if (first === undefined || arrivals.every(({ state }) => state === 'heard')) continue
    if (hasToBeFetched(arrivals)) {
      enclosed.push(key)
      continue
    }
    const home = conversationKey(privateChat(first.chat, first.from.id), first.from.id)
    byHome.set(home, [...(byHome.get(home) ?? []), key])
    if (home !== key && !taken.has(home)) homesToLock.push(home)
  }
  const locked = homesToLock.length === 0 ? new Set<string>() : await corridor.inbox.lock(homesToLock, work)
  const done: MutableResult = {
    invited: [],
    ordered: [],
    skipped: [...skipped],
    enclosed,
    unfinished: [],
    listening: new Map(),
    silentAt: undefined,
  }
  // Conversations of different people are worked on together, one person's one after another.
  const people = [...byHome].map(async ([home, group]) => {
    if (homesToLock.includes(home) && !locked.has(home)) {
      done.skipped.push(...group)
      return
    }
    await onePerson(
      { corridor, work, scope, done },
      home,
      group.map((key) => taken.get(key) as readonly StoredArrival[]),
    )
  })
  await Promise.all(people)
  return done
}

interface MutableResult {
  enclosed: string[]
  invited: RoundResult['invited'][number][]
  ordered: RoundResult['ordered'][number][]
  skipped: string[]
  unfinished: string[]
  listening: Map<string, Date>
  silentAt: Date | undefined
}

interface Round {
  readonly corridor: Corridor
  readonly work: Work
  readonly scope: Scope
  readonly done: MutableResult
}

async function onePerson(
  round: Round,
  homeKey: string,
  chats: readonly (readonly StoredArrival[])[],
): Promise<void> {
  const { corridor, work, done } = round
  const tray = emptyTray()
  let home: Conversation | undefined
  let touched = false
  for (const arrivals of chats) {
    const first = arrivals[0] as StoredArrival
    const by = await speakerOf(corridor, first, work)
    home ??= await load(corridor, homeKey, by.home, first, work)
    const here =
      by.chat.kind === 'private' ? home : await load(corridor, first.conversation, first.chat, first, work)
    const talk: Talk = { home, here, by }
    await oneChat(round, talk, arrivals, tray)
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
    if (silent !== undefined && (done.silentAt === undefined || silent < done.silentAt))
      done.silentAt = silent
  }
  done.invited.push(...tray.invited)
  done.ordered.push(...tray.ordered)
}

/** Everything said in one chat, one thing after another. */
async function oneChat(
  { corridor, work, scope, done }: Round,
  talk: Talk,
  arrivals: readonly StoredArrival[],
  tray: Tray,
): Promise<void> {
  const { lines, settled, rewritten } = applyChanges(arrivals)
  for (const { id, content } of rewritten) corridor.inbox.replaceContent(id, content, work)
  corridor.inbox.markDone(settled, work)
  if (talk.by.chat.kind === 'group') corridor.inbox.forgetChanges(arrivals.filter(isEdit), work)
  const waiting = lines.filter(({ state }) => state === 'waiting')
  const all = intoBursts(waiting)
  const bursts = scope === 'all' ? all : all.slice(0, 1)
  if (bursts.length < all.length) done.unfinished.push(talk.here.key)
  const isCalled = waiting.some(isAddressed)
  let heard = lines.filter(({ state }) => state === 'heard')
  for (const burst of bursts) {
    const before = goesOnAfterCall(corridor, talk, burst)
      ? []
      : linesBefore(burst, heard, corridor.burst, chatterFor(corridor))
    if (!isCalled && isForOthers(corridor, talk, before, burst)) {
      corridor.inbox.markHeard(burst, work)
      continue
    }
    heard = heard.filter((line) => !before.includes(line))
    if (await mindManners(corridor, talk, burst, work))
      await takeTurn(corridor, talk, [...before, ...burst], work, tray)
    settle(corridor, talk, before, burst, work)
  }
}

/** What was said to others before is evidence where a dialogue took it up; what else it was good for needs no record. */
function settle(
  corridor: Corridor,
  talk: Talk,
  before: readonly StoredArrival[],
  burst: readonly StoredArrival[],
  work: Work,
): void {
  const kept = joined(corridor, talk, before, burst)
  corridor.inbox.markDone([...kept, ...burst], work)
  corridor.inbox.forgetWords(
    before.filter((line) => !kept.includes(line)),
    work,
  )
}

const isEdit = ({ content }: StoredArrival) => content.kind === 'edited'

const changedHere = (before: Conversation, after: Conversation) =>
  before !== after &&
  (before.carriedOn.join() !== after.carriedOn.join() ||
    before.listeningUntil !== after.listeningUntil ||
    before.manners !== after.manners)

async function load(
  corridor: Corridor,
  key: string,
  chat: Chat,
  from: StoredArrival,
  work: Work,
): Promise<Conversation> {
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
