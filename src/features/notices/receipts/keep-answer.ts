import type { Doing } from '../../../conversation/feature.ts'
import { type Chat, chatKey } from '../../../kernel/chat.ts'
import { type Notice, overheardSince } from '../notice.ts'
import type { NoticesStore } from '../notices.store.ts'
import { type Attributed, attribute, type Outcome, type Sayer } from './attribute.ts'
import { cutWords, type Doubt, doubtId } from './doubt.ts'
import { outweighs, type Receipt, type ReceiptHow, receiptId } from './receipt.ts'

/** A line that may be an answer, and the notice it is one to. */
export interface AnswerTo {
  readonly notice: Notice
  readonly outcome: Outcome
}

/** Under a notice with numbered choices, where a platform has no buttons. */
const SECOND_CHOICE = /^\s*[2２②]\s*[.。]?\s*$/u

export const isSecondChoice = (words: string) => SECOND_CHOICE.test(words)

async function sayerOf({ by, directory }: Pick<Doing, 'by' | 'directory'>): Promise<Sayer> {
  const group = by.group === undefined ? undefined : (await directory()).groups.get(by.group)
  return { code: by.person.code, shown: by.person.name, chamber: group?.chamber }
}

/** Notices that words said here by this person can answer, the newest first. A topic belongs to its group. */
export async function listAwaited(notices: NoticesStore, doing: Doing): Promise<readonly Notice[]> {
  const { chat, person } = doing.by
  const since = overheardSince(doing.work.at)
  if (chat.kind === 'group') return notices.listAwaitingIn(chatKey(withoutThread(chat)), since, doing.work)
  return person.code === undefined ? [] : notices.listAwaitingOf(person.code, since, doing.work)
}

function withoutThread({ threadId: _thread, ...chat }: Chat): Chat {
  return chat
}

/** The newest notice of which these words are somebody's receipt; failing that, the newest that they leave in doubt. */
export async function answerTo(
  words: string,
  awaited: readonly Notice[],
  doing: Doing,
): Promise<AnswerTo | undefined> {
  const directory = await doing.directory()
  const sayer = await sayerOf(doing)
  let doubtful: AnswerTo | undefined
  for (const notice of awaited) {
    const said = notice.quietly === true && SECOND_CHOICE.test(words) ? '请假' : words
    const outcome = attribute(said, sayer, new Set(notice.people), directory)
    if (outcome.receipts.length > 0) return { notice, outcome }
    if (outcome.doubt !== undefined) doubtful ??= { notice, outcome }
  }
  return doubtful
}

/** Keeps what was let us know: receipts of those it is sure of, a doubt for staff of the rest. */
export async function keepAnswer(
  notices: NoticesStore,
  { notice, outcome }: AnswerTo,
  words: string,
  doing: Doing,
): Promise<void> {
  const { code } = doing.by.person
  for (const one of outcome.receipts) {
    if (await maySpeakOfList(notices, notice.id, one, words, doing)) {
      await keepDoubt(notices, notice.id, one.kind, words, doing)
      continue
    }
    const how: ReceiptHow = one.isDeputy ? 'deputy' : 'words'
    await keepReceipt(notices, notice.id, { ...one, how, words }, doing)
  }
  if (outcome.doubt !== undefined) return keepDoubt(notices, notice.id, outcome.doubt, words, doing)
  const isOwnWord = outcome.receipts.some(({ isDeputy }) => !isDeputy)
  if (isOwnWord && code !== undefined) await dropUnclear(notices, notice.id, code, doing)
}

/** 去不了了 of somebody whose receipt is their entry in a sign-up list may take back the entry alone: staff look. */
async function maySpeakOfList(
  notices: NoticesStore,
  notice: string,
  { person, kind, isDeputy }: Attributed,
  words: string,
  doing: Doing,
): Promise<boolean> {
  if (kind !== 'onLeave' || isDeputy || /收|假/u.test(words)) return false
  return (await notices.findReceipt(receiptId(notice, person), doing.work))?.how === 'chain'
}

interface NewReceipt extends Omit<Attributed, 'isDeputy' | 'comes'> {
  readonly how: ReceiptHow
  readonly words?: string
  readonly comes?: boolean
}

export async function keepReceipt(
  notices: NoticesStore,
  notice: string,
  { person, kind, how, words, comes = false }: NewReceipt,
  doing: Doing,
): Promise<void> {
  const id = receiptId(notice, person)
  const before = await notices.findReceipt(id, doing.work)
  // Staff know best, but for what somebody says of themselves afterwards, which also comes before what
  // others said for them; who comes after all takes a leave back.
  const isOwn = how === 'words' || how === 'button'
  const isFreer = how === 'staff' || comes || (isOwn && before?.how === 'deputy' && kind !== 'unclear')
  if (!isFreer && !outweighs(kind, before?.kind)) return
  if (how === 'deputy' && before?.how === 'staff') return
  const { code } = doing.by.person
  const isKept = (kind === 'unclear' || kind === 'onLeave') && words !== undefined
  const isForAnother = how === 'deputy' || how === 'staff'
  const receipt: Receipt = {
    id,
    version: (before?.version ?? 0) + 1,
    notice,
    person,
    kind,
    how,
    ...(isKept ? { words: cutWords(words) } : {}),
    ...(isForAnother ? { by: code ?? doing.by.person.name } : {}),
    at: doing.work.at,
  }
  notices.putReceipt(receipt, doing.work)
}

async function keepDoubt(
  notices: NoticesStore,
  notice: string,
  kind: Doubt['kind'],
  words: string,
  doing: Doing,
): Promise<void> {
  const { by, work } = doing
  const kept = cutWords(words)
  const doubts = await notices.listDoubts(notice, work)
  const isSame = (one: Doubt) => one.shown === by.person.name && one.person === by.person.code
  // Said twice it is looked at once.
  if (doubts.some((one) => isSame(one) && one.words === kept)) return
  const number = Math.max(0, ...doubts.map((one) => one.number)) + 1
  notices.addDoubt(
    {
      id: doubtId(notice, number),
      version: 1,
      notice,
      number,
      ...(by.person.code === undefined ? {} : { person: by.person.code }),
      shown: by.person.name,
      words: kept,
      kind,
      chat: by.chat,
      at: work.at,
    },
    work,
  )
}

/** They have said plainly now what was unclear before. */
async function dropUnclear(notices: NoticesStore, notice: string, code: string, doing: Doing): Promise<void> {
  const doubts = await notices.listDoubts(notice, doing.work)
  const settled = doubts.filter(({ person, kind }) => person === code && kind === 'unclear')
  if (settled.length > 0)
    await notices.dropDoubts(
      settled.map(({ id }) => id),
      doing.work,
    )
}
