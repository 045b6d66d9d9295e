import type { Doing } from '../../../conversation/feature.ts'
import { chatKey } from '../../../kernel/chat.ts'
import { may } from '../../../kernel/person.ts'
import { orderBook } from '../book/order-book.ts'
import { type Entry, tallyOf } from '../chain.ts'
import { hearInChat, keepHeard } from '../keeping/hear-in-chat.ts'
import { hearWords, type List } from '../keeping/hear-words.ts'
import { isOwn } from '../keeping/poster.ts'
import { circleIn, isKeeperOf, posterOf } from '../keeping/roster-circle.ts'
import type { SignupsParts } from '../keeping/signups-parts.ts'
import { readChain, speaksOfGiving } from '../reading/read-chain.ts'
import { signupsTexts as texts } from '../signups.texts.ts'
import type { DoAsk } from './do.dialogue.ts'
import { findChain, visibleLists } from './find-chain.ts'
import type { Ask } from './read-ask.ts'

/** Where it was asked; `allow`: names that this group wrote itself. */
function answer(text: string, doing: Doing, allow: readonly string[] = []): void {
  const { by, turnKey } = doing
  const isGroup = by.chat.kind === 'group'
  doing.post(`${turnKey}:signups`, {
    to: by.chat,
    text,
    origin: 'automatic',
    ...(isGroup ? { mention: [by.personId], allow: [by.person.name, ...allow] } : {}),
  })
}

/** To the speaker alone; a group hears that it was. */
function aside(text: string, doing: Doing): void {
  doing.post(`${doing.turnKey}:signups-aside`, { to: doing.by.home, text, origin: 'automatic' })
  if (doing.by.chat.kind === 'group') answer(texts.asideInGroup(), doing)
}

const titleOf = ({ chain }: List) => [chain.title]

export async function answerAsk({ ask, message }: DoAsk, parts: SignupsParts, doing: Doing): Promise<void> {
  if (ask.what === 'take') return take(ask, message, parts, doing)
  if (ask.what === 'all') return tellAll(parts, doing)
  const found = await findChain(ask.number, parts, doing)
  if (found.kind === 'none')
    return answer(ask.number === undefined ? texts.none() : texts.noSuch(ask.number), doing)
  if (found.kind === 'several')
    return answer(
      texts.which(found.chains),
      doing,
      found.chains.map(({ title }) => title),
    )
  const { list } = found
  const { chain, entries } = list
  const sum = tallyOf(chain, entries)
  switch (ask.what) {
    case 'places':
      return answer(texts.places(chain, sum), doing, titleOf(list))
    case 'mine':
      return answer(texts.mine(chain, await ownOf(list, doing)), doing, titleOf(list))
    case 'book':
      return tellBook(list, doing)
    case 'list':
      return tellList(list, doing)
  }
}

async function ownOf({ chain, entries }: List, doing: Doing): Promise<Entry | undefined> {
  const directory = await doing.directory()
  const poster = posterOf(doing.by.person, chain.chat, directory, circleIn(directory, chain.chat))
  return (
    entries.find((entry) => entry.state !== 'withdrawn' && isOwn(entry, poster)) ??
    entries.find((entry) => isOwn(entry, poster))
  )
}

async function tellAll(parts: SignupsParts, doing: Doing): Promise<void> {
  const lists = await visibleLists(parts, doing)
  if (lists.length === 0) return answer(texts.none(), doing)
  const told = lists.map(({ chain, entries }) => ({ chain, tally: tallyOf(chain, entries) }))
  answer(texts.allTold(told), doing, lists.flatMap(titleOf))
}

/** In its own group as the group wrote it; to a keeper, in private, with whom each row means; to others a figure. */
async function tellList(list: List, doing: Doing): Promise<void> {
  const { chain, entries } = list
  const sum = tallyOf(chain, entries)
  const there = entries.filter(({ state }) => state !== 'withdrawn')
  if (doing.by.chat.kind === 'group' && chain.chatKey === chatKey(doing.by.chat))
    return answer(texts.listInGroup(chain, there, sum), doing, [
      chain.title,
      ...there.map(({ shown }) => shown),
    ])
  const directory = await doing.directory()
  if (!isKeeperOf(doing.by.person, chain.chat, directory))
    return answer(texts.standingInPrivate(chain, sum), doing)
  const rows = there.map((entry) => {
    const person = directory.people.get(entry.person ?? '')?.name
    const company = directory.companies.get(entry.company ?? '')?.name
    return { entry, who: [company, person].filter((part) => part !== undefined).join(' ') }
  })
  aside(texts.listToKeeper(chain, rows, entries.length - there.length, sum), doing)
}

async function tellBook(list: List, doing: Doing): Promise<void> {
  const directory = await doing.directory()
  if (!may(doing.by.person, 'signup.see') || !isKeeperOf(doing.by.person, list.chain.chat, directory))
    return answer(texts.notKeeper(), doing)
  orderBook(list, directory, doing)
  aside(texts.bookMaking(list.chain), doing)
}

/** A list, or words about coming oneself, said to us. */
async function take(ask: Ask, message: string, parts: SignupsParts, doing: Doing): Promise<void> {
  const text = ask.text ?? ''
  const { by } = doing
  if (speaksOfGiving(text)) return answer(texts.notForGiving(), doing)
  const isList = readChain(text) !== undefined
  const isHere = by.chat.kind === 'group' && ask.number === undefined
  if (isList && by.chat.kind === 'private' && !may(by.person, 'signup.open'))
    return answer(texts.notKeeper(), doing)
  if (isList || isHere) {
    const kept = await hearInChat({ text, message, isTold: true }, parts, doing)
    if (kept.kind === 'late') return answer(texts.late(kept.chain), doing, [kept.chain.title])
    if (kept.kind === 'nothing') return answer(texts.none(), doing)
    const { chain, entries } = kept.list
    if (!isList) return tellOwn({ chain, entries }, kept.entry, doing)
    if (by.chat.kind === 'private') return tellList(kept.list, doing)
    const own = kept.conflicts > 0 && (await isKeeper(kept.list, doing))
    const hint = own ? texts.conflictsInGroup(kept.conflicts) : ''
    return answer(`${texts.tookList(chain, tallyOf(chain, entries))}${hint}`, doing, [chain.title])
  }
  const found = await findChain(ask.number, parts, doing)
  if (found.kind === 'several') return answer(texts.which(found.chains), doing)
  if (found.kind === 'none')
    return answer(ask.number === undefined ? texts.none() : texts.noSuch(ask.number), doing)
  const { list } = found
  const directory = await doing.directory()
  const circle = circleIn(directory, list.chain.chat)
  const words = {
    text,
    by: posterOf(by.person, list.chain.chat, directory, circle),
    at: doing.work.at,
    isTold: true,
  }
  if (list.chain.state === 'closed') return answer(texts.late(list.chain), doing, titleOf(list))
  const kept = await keepHeard(hearWords([list], words, circle), list.entries, parts, doing)
  if (kept.kind === 'kept') return tellOwn(kept.list, kept.entry, doing)
  answer(texts.notIn(list.chain), doing, titleOf(list))
}

const isKeeper = async ({ chain }: List, doing: Doing) =>
  isKeeperOf(doing.by.person, chain.chat, await doing.directory())

function tellOwn({ chain, entries }: List, entry: Entry | undefined, doing: Doing): void {
  const sum = tallyOf(chain, entries)
  const isPrivate = doing.by.chat.kind === 'private'
  const text =
    entry === undefined
      ? texts.tookList(chain, sum)
      : entry.state === 'withdrawn'
        ? texts.left(chain)
        : texts.joined(chain, entry, sum, isPrivate)
  answer(text, doing, [chain.title])
}
