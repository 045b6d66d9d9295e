/** Words said in a chat, heard for its lists and kept. */
import type { Doing } from '../../../conversation/feature.ts'
import { type Chat, chatKey } from '../../../kernel/chat.ts'
import { type Chain, chainId, type Entry, openSince } from '../chain.ts'
import type { Circle } from '../reading/circle.ts'
import { readLimits, titleOf } from '../reading/read-heading.ts'
import { type HeardWords, hearWords, intoList, type List, type Words } from './hear-words.ts'
import { keepList } from './keep-list.ts'
import { circleIn, posterOf } from './roster-circle.ts'
import type { SignupsParts } from './signups-parts.ts'

export type Kept =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'late'; readonly chain: Chain }
  /** `entry`: the speaker's own, where it was about theirs. */
  | { readonly kind: 'kept'; readonly list: List; readonly conflicts: number; readonly entry?: Entry }

/** Lists of a chat that may be meant, the newest first. */
export async function listsIn(
  chat: Chat,
  { signups }: SignupsParts,
  { work }: Doing,
): Promise<readonly List[]> {
  const chains = await signups.listIn(chatKey(chat), openSince(work.at), work)
  const lists: List[] = []
  for (const chain of chains) lists.push({ chain, entries: await signups.listEntries(chain.id, work) })
  return lists
}

export async function hearInChat(
  said: Pick<Words, 'text' | 'message' | 'isTold'>,
  parts: SignupsParts,
  doing: Doing,
): Promise<Kept> {
  const { by, work } = doing
  const directory = await doing.directory()
  const circle = circleIn(directory, by.chat)
  const words: Words = { ...said, by: posterOf(by.person, by.chat, directory, circle), at: work.at }
  const lists = await listsIn(by.chat, parts, doing)
  const heard = hearWords(lists, words, circle)
  if (heard.kind === 'starts') return begin(heard.posting, words, circle, parts, doing)
  const before =
    heard.kind === 'changes' ? lists.find(({ chain }) => chain.id === heard.list.chain.id) : undefined
  return keepHeard(heard, before?.entries ?? [], parts, doing)
}

/** What was heard about one list, kept. */
export async function keepHeard(
  heard: HeardWords,
  before: readonly Entry[],
  parts: SignupsParts,
  doing: Doing,
): Promise<Kept> {
  if (heard.kind === 'late') return heard
  if (heard.kind !== 'changes') return { kind: 'nothing' }
  const list = await keepList(heard.list, before, heard.conflicts, parts, doing)
  const entry = list.entries.find(({ id }) => id === heard.entry?.id)
  return { kind: 'kept', list, conflicts: heard.conflicts.length, ...(entry === undefined ? {} : { entry }) }
}

/** A list of this chat that nobody had heard of. */
async function begin(
  posting: Parameters<typeof intoList>[1],
  words: Words,
  circle: Circle,
  parts: SignupsParts,
  doing: Doing,
): Promise<Kept> {
  const chain = await newChain(posting.heading, doing.by.chat, words.by.person?.code, parts, doing)
  const heard = intoList({ chain, entries: [] }, posting, words, circle)
  return keepHeard(heard, [], parts, doing)
}

/** Not kept yet: version 0. */
export async function newChain(
  heading: string,
  chat: Chat,
  startedBy: string | undefined,
  { counters, workdays }: SignupsParts,
  { work }: Doing,
): Promise<Chain> {
  const number = await counters.next('chain', work)
  return {
    id: chainId(number),
    version: 0,
    number,
    title: titleOf(heading),
    heading,
    chat,
    chatKey: chatKey(chat),
    ...(startedBy === undefined ? {} : { startedBy }),
    ...readLimits(heading, work.at, workdays.calendar),
    state: 'open',
    told: [],
    postings: [],
    startedAt: work.at,
    changedAt: work.at,
  }
}
