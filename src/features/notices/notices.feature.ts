import type { Effect, Query } from '../../conversation/dialogue.ts'
import type { Doing, Feature } from '../../conversation/feature.ts'
import { may } from '../../kernel/person.ts'
import { standingOf } from '../../mailings/mailing-answer.ts'
import { type ApprovalEffect, approvalDialogue } from '../../mailings/mailing-approval.dialogue.ts'
import { nextSettling, settleMailings, stopMailing } from '../../mailings/mailing-end.ts'
import { type ProgressQuery, progressDialogue } from '../../mailings/mailing-progress.dialogue.ts'
import { decideMailing } from '../../mailings/mailing-road.ts'
import type { StandingQuery } from '../../mailings/mailing-standing.ts'
import { type StopEffect, stopDialogue } from '../../mailings/mailing-stop.dialogue.ts'
import { keepReceipt } from './keep-receipt.ts'
import { missingDialogue, type ReceiptsQuery } from './missing.dialogue.ts'
import {
  answerAwaited,
  answerReceipts,
  findAwaited,
  type NoticesParts,
  nextNumbers,
  noticesRoad,
  openNotice,
  submitNotice,
} from './notices.service.ts'
import { prepareDialogue } from './prepare.dialogue.ts'
import type { SubmitNotice } from './prepare-state.ts'
import { type Receive, receiptDialogue } from './receipt.dialogue.ts'
import { readReceipt } from './receipt-words.ts'
import { recognise } from './recognise.ts'

type Does = SubmitNotice | ApprovalEffect | StopEffect | Receive
type Asked =
  | StandingQuery<'notices'>
  | ProgressQuery<'notices'>
  | ReceiptsQuery
  | { readonly ask: 'notices.numbers' | 'notices.awaited' }

/** 通知: audience, preview, approval, the way out, and who has answered. */
export function noticesFeature(parts: NoticesParts): Feature {
  const road = noticesRoad(parts)
  return {
    name: 'notices',
    dialogues: [
      prepareDialogue,
      approvalDialogue('notices', road.noun),
      stopDialogue('notices', road.noun, road.acts.stop),
      progressDialogue('notices', road.noun, [road.acts.prepare, road.acts.approve, road.acts.stop]),
      missingDialogue,
      receiptDialogue,
    ],
    recognise,
    async overhear({ by, text }, doing) {
      // Looked at before the store is: most of what a group says is no answer to anything.
      if (by.person.code === undefined || by.chat.kind !== 'group' || readReceipt(text) === undefined)
        return false
      const notice = await findAwaited(parts, doing)
      return notice !== undefined && keepReceipt(parts.notices, notice, text, doing)
    },
    async answer(query: Query, doing: Doing) {
      const asked = query as Asked
      switch (asked.ask) {
        case 'notices.numbers':
          return nextNumbers(parts, doing)
        case 'notices.awaited':
          return answerAwaited(parts, doing)
        case 'notices.receipts':
          return answerReceipts(parts, asked.number, doing)
        case 'notices.progress':
        case 'notices.standing':
          return standingOf(road, asked, doing)
        default:
          return undefined
      }
    },
    async perform(effect: Effect, doing: Doing) {
      const does = effect as Does
      switch (does.kind) {
        case 'notices.submit':
          return submitNotice(parts, does, doing)
        case 'notices.approve':
          if ((await decideMailing(road, does.id, { approve: true }, doing)) === 'approved')
            await openNotice(parts, does.id, doing)
          return
        case 'notices.refuse': {
          const { reason } = does as { reason?: string }
          await decideMailing(
            road,
            does.id,
            { approve: false, ...(reason === undefined ? {} : { reason }) },
            doing,
          )
          return
        }
        case 'notices.stop':
          if (may(doing.by.person, road.acts.stop)) await stopMailing(road, does.id, doing)
          return
        case 'notices.receive': {
          const notice = await parts.notices.find(does.notice, doing.work)
          if (notice !== undefined) await keepReceipt(parts.notices, notice, does.words, doing)
          return
        }
      }
    },
    due: (doing) => settleMailings(road, doing),
    nextDueAt: (work) => nextSettling(road, work),
  }
}
