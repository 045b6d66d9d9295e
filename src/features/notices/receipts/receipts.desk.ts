import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { Said } from '../../../conversation/said.ts'
import { whenDue } from '../../../conversation/when-due.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import { asksForReceipt, readAboutNotice } from '../notice-words.ts'
import type { NoticesParts } from '../notices.service.ts'
import { bookOf, calledAt } from './called.ts'
import { chaseDialogue } from './chase.dialogue.ts'
import { chase, planChase } from './chase.service.ts'
import type { ChaseEffect, ChasePlanQuery } from './chase-order.ts'
import { isAgreement } from './clause.ts'
import { isSecondChoice } from './keep-answer.ts'
import { missingDialogue, type ReceiptsQuery } from './missing.dialogue.ts'
import { kindPressed } from './quiet-receipts.ts'
import { readAnswer } from './read-answer.ts'
import { type AwaitedQuery, type Receive, receiptDialogue } from './receipt.dialogue.ts'
import { readChase } from './receipt-orders.ts'
import { answerReceipts } from './receipts.service.ts'
import { answerAwaited, hearSignUp, overhearAnswer, receive } from './receive.service.ts'
import { nextReminding, remindByClock } from './remind.ts'
import { noticeNamed } from './said-clauses.ts'
import { settleDialogue } from './settle.dialogue.ts'
import { planSettling, settleReceipts } from './settle.service.ts'
import type { SettleEffect, SettlePlanQuery } from './settle-order.ts'
import { readSettling } from './settle-words.ts'

/** Nobody's roster: who may be meant by 张总 is looked up later, that it is somebody is seen here. */
const NOBODY: Directory = {
  version: 0,
  federation: '',
  chambers: new Map(),
  companies: new Map(),
  units: new Map(),
  people: new Map(),
  groups: new Map(),
  responsibilities: [],
}

type ReceiptsAsked = ReceiptsQuery | AwaitedQuery | SettlePlanQuery | ChasePlanQuery
type ReceiptsDone = Receive | SettleEffect | ChaseEffect

/** 回执: who has answered, who has not, what their words meant, and what staff make of the rest. */
export function receiptsDesk(parts: NoticesParts): Desk {
  const { notices } = parts

  const performs: Performs<ReceiptsDone> = {
    'notices.receive': (effect, doing) => receive(notices, effect, doing),
    'notices.settle': ({ order }, doing) => settleReceipts(parts, order, doing),
    'notices.chase': ({ order }, doing) => chase(parts, order, doing),
  }
  const answers: Answers<ReceiptsAsked> = {
    'notices.awaited': (query, doing) => answerAwaited(parts, query, doing),
    'notices.receipts': ({ number }, doing) => answerReceipts(parts, number, doing),
    'notices.settlePlan': ({ order }, doing) => planSettling(parts, order, doing),
    'notices.chasePlan': ({ order }, doing) => planChase(parts, order, doing),
  }
  return {
    dialogues: [missingDialogue, receiptDialogue, settleDialogue, chaseDialogue],
    performs,
    answers,
    recognise: (said, listening) => [...ordered(said, listening), ...received(said, listening)],
    pressed(choice, mailing) {
      if (!mailing.startsWith('notice:') || kindPressed(choice) === undefined) return undefined
      const data = { notice: mailing }
      return { dialogue: 'notices.receipt', label: '回通知', words: [], band: 'command', score: 1, data }
    },
    overhear: ({ text }, doing) => overhearAnswer(notices, text, doing),
    async hear(fact, doing) {
      if (fact.kind === 'signedUp') await hearSignUp(notices, fact, doing)
    },
    ...whenDue(
      (work) => nextReminding(parts, work),
      (doing) => remindByClock(parts, doing),
    ),
  }
}

/** What staff and secretaries say about receipts. */
function ordered({ text }: Said, { by }: Listening): readonly Reading[] {
  const words = [text.slice(0, 20)]
  const settling = may(by.person, 'notice.settle-receipts') ? readSettling(text) : undefined
  if (settling !== undefined) {
    const { number } = settling
    const data = { said: text, answers: [], settled: [], ...(number === undefined ? {} : { number }) }
    return [{ dialogue: 'notices.settle', label: '登记回执', words, band: 'command', score: 0.9, data }]
  }
  // A secretary, and whoever names the notice, is told who does that; 催一下 alone is about their own matter.
  const chase = readChase(text)
  const chasing = chase?.number !== undefined || may(by.person, 'notice.see-receipts') ? chase : undefined
  if (chasing !== undefined) {
    const band = chasing.number === undefined ? 'role' : 'command'
    return [{ dialogue: 'notices.chase', label: '催通知回执', words, band, score: 0.9, data: chasing }]
  }
  const about = readAboutNotice(text)
  if (about?.what !== 'missing') return []
  // Leaders ask oversight with these words, which answers within what they answer for.
  const asksOversight =
    may(by.person, 'notice.see-receipts-in-scope') && !may(by.person, 'notice.see-receipts')
  if (asksOversight) return []
  const { number } = about
  const data = number === undefined ? {} : { number }
  // Somebody without a role who says 还有谁没回 talks of their own matter.
  if (!may(by.person, 'notice.see-receipts') && number === undefined) return []
  const band = number === undefined ? 'role' : 'command'
  return [{ dialogue: 'notices.missing', label: '查谁没回', words, band, score: 0.85, data }]
}

/** An answer that is said to us. */
function received(said: Said, { by, answered }: Listening): readonly Reading[] {
  // The second of the choices that stand as a list where a platform has no buttons.
  if (by.chat.kind === 'private' && isSecondChoice(said.text))
    return [
      { dialogue: 'notices.receipt', label: '回通知', words: [said.text], band: 'smallTalk', score: 0.4 },
    ]
  const statements = readAnswer(said.text, (text) => calledAt(bookOf(NOBODY), text))
  // 代回 谭小军: whom it names is known to the roster alone.
  if (statements.length === 0 && /^\s*代[回收]\s*\S/u.test(said.text))
    return [
      {
        dialogue: 'notices.receipt',
        label: '回通知',
        words: [said.text.slice(0, 20)],
        band: 'own',
        score: 0.6,
      },
    ]
  if (statements.length === 0) return []
  const isSure = statements.some(({ kind }) => kind !== 'unclear')
  // 好的, in answer to the notice itself.
  const isToNotice = answered !== undefined && asksForReceipt(answered)
  if (!isSure && !isToNotice) return []
  const agrees = !isSure && isAgreement(said.text)
  if (!isSure && !agrees) return []
  const isForAnother = statements.some(({ of }) => of !== 'self')
  // Said in the middle of something else, the number tells whose answer it is.
  if (isSure && noticeNamed(said.text) !== undefined)
    return [
      {
        dialogue: 'notices.receipt',
        label: '回通知',
        words: [said.text.slice(0, 20)],
        band: 'command',
        score: 0.9,
      },
    ]
  const isPrivate = by.chat.kind === 'private'
  // 王科长说不来了 may be part of what somebody tells us of a trouble.
  if (isPrivate && isForAnother && !/收到|收悉|代回|代收|回一/u.test(said.text)) return []
  const words = [said.text.slice(0, 20)]
  // An answer to our own letter in a group is one for sure; in private 收到 may answer anything we said.
  const score = isPrivate ? (isForAnother || isToNotice ? 0.6 : 0.4) : said.replyTo === undefined ? 0.6 : 0.9
  const band = isPrivate && !isForAnother && !isToNotice ? 'smallTalk' : 'own'
  return [
    {
      dialogue: 'notices.receipt',
      label: '回通知',
      words,
      band,
      score,
      data: agrees ? { words: '收到' } : undefined,
    },
  ]
}
