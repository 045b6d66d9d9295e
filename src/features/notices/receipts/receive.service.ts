/** An answer that is said or pressed, or overheard: which notice it is to, and what is kept of it. */
import type { Doing } from '../../../conversation/feature.ts'
import type { NoticesParts } from '../notices.service.ts'
import type { NoticesStore } from '../notices.store.ts'
import {
  type AnswerTo,
  answerTo,
  isSecondChoice,
  keepAnswer,
  keepReceipt,
  listAwaited,
} from './keep-answer.ts'
import type { Awaited, AwaitedQuery, Receive } from './receipt.dialogue.ts'
import { couldAnswer, noticeNamed } from './said-clauses.ts'

/** Of these words, here and by this person; of one notice where `notice` names it. */
async function found(
  notices: NoticesStore,
  words: string | undefined,
  notice: string | undefined,
  doing: Doing,
): Promise<AnswerTo | undefined> {
  if (words === undefined) return undefined
  const awaited = await listAwaited(notices, doing)
  const number = noticeNamed(words)
  const meant = awaited.filter(
    (one) => (notice === undefined || one.id === notice) && (number === undefined || one.number === number),
  )
  return answerTo(words, meant, doing)
}

/** Somebody whose account nobody knows pressed a button: by the name they show, as if they had said it. */
const asSaid = ({ words, pressed }: Pick<AwaitedQuery, 'words' | 'pressed'>) =>
  pressed === undefined ? words : pressed === 'onLeave' ? '请假' : '收到'

async function pressedBy(notices: NoticesStore, id: string, doing: Doing) {
  const { code } = doing.by.person
  const notice = await notices.find(id, doing.work)
  const isMeant = notice?.awaitsReceipts === true && code !== undefined && notice.people.includes(code)
  return isMeant ? { notice, code } : undefined
}

/** Under a correction it is the notice that is answered. */
async function answeredNotice({ mailings }: Pick<NoticesParts, 'mailings'>, id: string, doing: Doing) {
  return (await mailings.find(id, doing.work))?.revises ?? id
}

export async function answerAwaited(
  parts: Pick<NoticesParts, 'notices' | 'mailings'>,
  query: AwaitedQuery,
  doing: Doing,
): Promise<Awaited | undefined> {
  const { notices } = parts
  const { pressed } = query
  const id = query.notice === undefined ? undefined : await answeredNotice(parts, query.notice, doing)
  if (pressed !== undefined && id !== undefined && doing.by.person.code !== undefined) {
    const at = await pressedBy(notices, id, doing)
    return at && { id, number: at.notice.number, own: pressed, of: [], isDoubtful: false }
  }
  const answer = await found(notices, asSaid(query), id, doing)
  if (answer === undefined) return undefined
  const { notice, outcome } = answer
  const { people } = await doing.directory()
  const own = outcome.receipts.find(({ isDeputy }) => !isDeputy)?.kind
  return {
    id: notice.id,
    number: notice.number,
    ...(own === undefined ? {} : { own }),
    of: outcome.receipts.flatMap(({ person, isDeputy }) =>
      isDeputy ? [people.get(person)?.name ?? person] : [],
    ),
    isDoubtful: outcome.doubt !== undefined,
  }
}

export async function receive(notices: NoticesStore, effect: Receive, doing: Doing): Promise<void> {
  const { notice: id, pressed } = effect
  if (pressed !== undefined && id !== undefined && doing.by.person.code !== undefined) {
    const at = await pressedBy(notices, id, doing)
    if (at !== undefined)
      await keepReceipt(notices, id, { person: at.code, kind: pressed, how: 'button' }, doing)
    return
  }
  const words = asSaid(effect)
  const answer = await found(notices, words, id, doing)
  if (answer !== undefined && words !== undefined) await keepAnswer(notices, answer, words, doing)
}

/** Whether a line of a group was an answer; then it is kept as a receipt, or for staff. */
export async function overhearAnswer(notices: NoticesStore, text: string, doing: Doing): Promise<boolean> {
  // Looked at before the store is: most of what a group says is no answer to anything.
  if (doing.by.chat.kind !== 'group' || !(couldAnswer(text) || isSecondChoice(text))) return false
  const answer = await found(notices, text, undefined, doing)
  if (answer !== undefined) await keepAnswer(notices, answer, text, doing)
  return answer !== undefined
}

/** Somebody entered a sign-up of the group: they have read what it is about. */
export async function hearSignUp(
  notices: NoticesStore,
  { person, chat }: { readonly person: string; readonly chat: Doing['by']['chat'] },
  doing: Doing,
): Promise<void> {
  const awaited = await listAwaited(notices, { ...doing, by: { ...doing.by, chat } })
  const notice = awaited.find(({ people }) => people.includes(person))
  if (notice !== undefined)
    await keepReceipt(notices, notice.id, { person, kind: 'acknowledged', how: 'chain' }, doing)
}
