import type { Doing } from '../../conversation/feature.ts'
import { reachOf } from '../../kernel/audience.ts'
import { type Chat, chatKey } from '../../kernel/chat.ts'
import type { Counters } from '../../kernel/counters.ts'
import { may } from '../../kernel/person.ts'
import type { MailingStore } from '../../mailings/mailing.store.ts'
import { chatOf, titleOf } from '../../mailings/mailing.ts'
import { confirmationOf } from '../../mailings/mailing-confirmation.ts'
import { previewOf } from '../../mailings/mailing-preview.ts'
import { type Road, submitMailing } from '../../mailings/mailing-road.ts'
import type { OutboxStore } from '../../outbox/outbox.store.ts'
import { type Notice, noticeId, overheardSince } from './notice.ts'
import type { NoticesStore } from './notices.store.ts'
import { noticesTexts as texts } from './notices.texts.ts'
import type { SubmitNotice } from './prepare/prepare-state.ts'
import type { ReceiptsAnswer } from './receipts/missing.dialogue.ts'
import type { Awaited } from './receipts/receipt.dialogue.ts'
import { reportReceipts } from './receipts/receipt-report.ts'

export interface NoticesParts {
  readonly notices: NoticesStore
  readonly mailings: MailingStore
  readonly outbox: Pick<OutboxStore, 'cancelMailing' | 'tally'>
  readonly counters: Counters
}

export function noticesRoad({ mailings, outbox }: NoticesParts): Road {
  const acts = { prepare: 'notice.prepare', approve: 'notice.approve', stop: 'notice.stop' } as const
  return { owner: 'notices', noun: '通知', acts, mailings, outbox }
}

/** The numbers of a notice that is about to be previewed. One that is not sent leaves a gap. */
export async function nextNumbers({ counters }: NoticesParts, doing: Doing) {
  const [number, count] = await Promise.all([
    counters.next('notice', doing.work),
    counters.next('confirmation:notices', doing.work),
  ])
  return { number, confirmation: confirmationOf('notices', count) }
}

/**
 * Puts what was previewed on the road. Whether a second person is needed is worked out anew from the roster,
 * never taken from the talk, and a group that left the roster meanwhile is left out.
 */
export async function submitNotice(parts: NoticesParts, effect: SubmitNotice, doing: Doing): Promise<void> {
  const { number, confirmation, audience, text } = effect
  const { code } = doing.by.person
  const directory = await doing.directory()
  const preview = previewOf({ text, audience, directory, preparedBy: code })
  const chats = effect.groups.flatMap((group) => directory.groups.get(group) ?? []).map(chatOf)
  const mayGo = code !== undefined && may(doing.by.person, 'notice.prepare') && !preview.stops
  if (!mayGo || chats.length === 0) {
    doing.post(`${doing.turnKey}:gone`, {
      to: doing.by.home,
      text: mayGo ? texts.gone() : texts.mayNotPrepare(),
      origin: 'automatic',
    })
    return
  }
  const reach = reachOf(directory, audience)
  const id = noticeId(number)
  const mailing = await submitMailing(
    noticesRoad(parts),
    {
      id,
      owner: 'notices',
      number,
      title: titleOf(text),
      text,
      allow: [],
      audience: preview.audience,
      chats,
      people: reach.reachable.length,
      confirmation,
      preparedBy: code,
      preparedAt: doing.work.at,
    },
    preview.isForMany,
    doing,
  )
  parts.notices.add(
    {
      id,
      version: 1,
      number,
      people: reach.people,
      awaitsReceipts: effect.awaitsReceipts,
      chats: chats.map(({ chat }) => chatKey(chat)),
      ...(mailing.startedAt === undefined ? {} : { openFrom: mailing.startedAt }),
    },
    doing.work,
  )
}

/** It leaves now: from here on answers to it are overheard. */
export async function openNotice({ notices }: NoticesParts, id: string, doing: Doing): Promise<void> {
  const notice = await notices.find(id, doing.work)
  if (notice !== undefined)
    notices.put({ ...notice, version: notice.version + 1, openFrom: doing.work.at }, doing.work)
}

/** The notice that words said here by this person can answer: the newest. A topic belongs to its group. */
export function findAwaited({ notices }: NoticesParts, doing: Doing): Promise<Notice | undefined> {
  const { chat, person } = doing.by
  const since = overheardSince(doing.work.at)
  if (chat.kind === 'group') return notices.findAwaitingIn(chatKey(withoutThread(chat)), since, doing.work)
  return person.code === undefined
    ? Promise.resolve(undefined)
    : notices.findAwaitingOf(person.code, since, doing.work)
}

function withoutThread({ threadId: _thread, ...chat }: Chat): Chat {
  return chat
}

export async function answerAwaited(parts: NoticesParts, doing: Doing): Promise<Awaited | undefined> {
  const notice = await findAwaited(parts, doing)
  const { code } = doing.by.person
  if (notice === undefined || code === undefined || !notice.people.includes(code)) return undefined
  return { id: notice.id, number: notice.number }
}

/** Who answered; a secretary who is nothing more sees their own chamber. */
export async function answerReceipts(
  parts: NoticesParts,
  number: number | undefined,
  doing: Doing,
): Promise<ReceiptsAnswer | undefined> {
  const { work } = doing
  const { person } = doing.by
  const mailing = await parts.mailings.findByNumber('notices', number, work)
  const notice = mailing === undefined ? undefined : await parts.notices.find(mailing.id, work)
  if (mailing === undefined || notice === undefined) return undefined
  const answer = { number: mailing.number, title: mailing.title, awaited: notice.awaitsReceipts }
  if (mailing.startedAt === undefined) return answer
  const seesAll = person.roles.includes('staff') || person.roles.includes('reviewer')
  const receipts = await parts.notices.listReceipts(notice.id, work)
  // A secretary without a chamber in the roster sees nobody rather than everybody.
  const report = reportReceipts(
    await doing.directory(),
    notice.people,
    receipts,
    seesAll ? undefined : (person.chamber ?? ''),
  )
  return { ...answer, report }
}
