import { type Answers, openDesks, type Performs } from '../../conversation/desk.ts'
import type { Feature, Reading } from '../../conversation/feature.ts'
import type { OrderEffect, PlanQuery } from '../../conversation/previewed-order.ts'
import { whenDue } from '../../conversation/when-due.ts'
import { may } from '../../kernel/person.ts'
import { answerAsk } from './asks/answer-ask.ts'
import { type DoAsk, doDialogue } from './asks/do.dialogue.ts'
import { readAsk } from './asks/read-ask.ts'
import { bookDialogue } from './book/book.dialogue.ts'
import { BOOK_ERRAND, bookErrand } from './book/order-book.ts'
import { followMessage } from './keeping/changed-words.ts'
import { closeDue } from './keeping/close-due.ts'
import { followChat } from './keeping/follow-chat.ts'
import { hearInChat } from './keeping/hear-in-chat.ts'
import { mayConcernList } from './keeping/hear-words.ts'
import type { SignupsParts } from './keeping/signups-parts.ts'
import { changeDialogue } from './orders/change.dialogue.ts'
import { changeList, planChange } from './orders/change-list.ts'
import type { ChangeOrder } from './orders/change-order.ts'
import { openDialogue } from './orders/open.dialogue.ts'
import { openList, planOpening } from './orders/open-list.ts'
import type { OpenOrder } from './orders/open-order.ts'
import { readChangeOrder, readOpenOrder } from './orders/read-order.ts'

type SignupsEffect =
  | DoAsk
  | OrderEffect<OpenOrder, 'signups.open'>
  | OrderEffect<ChangeOrder, 'signups.change'>
type SignupsQuery = PlanQuery<OpenOrder, 'signups.plan-open'> | PlanQuery<ChangeOrder, 'signups.plan-change'>

/** What somebody means by words that they address to us. The mention in front is no part of them. */
const bare = (text: string) => text.replace(/^(?:\s*@[^\s@]{1,24}\s+)+/u, '').trim()

/** 接龙: the one list of who comes, kept while a group writes it row after row. */
export function signupsFeature(parts: SignupsParts): Feature {
  return openDesks('signups', [
    {
      dialogues: [openDialogue, changeDialogue, doDialogue, bookDialogue],
      recognise({ text: said }, { by }): readonly Reading[] {
        const text = bare(said)
        const words = [text.slice(0, 20)]
        const open = readOpenOrder(text)
        if (open !== undefined)
          return [
            { dialogue: 'signups.open', label: '开接龙', words, band: 'command', score: 0.9, data: open },
          ]
        const change = readChangeOrder(text)
        if (change !== undefined && (change.number !== null || may(by.person, 'signup.see')))
          return [
            { dialogue: 'signups.change', label: '改接龙', words, band: 'command', score: 0.9, data: change },
          ]
        const ask = readAsk(text, by.chat.kind === 'group')
        if (ask === undefined) return []
        // 接龙 is said of nothing else; 报名 and 名额 may be asked about a policy.
        const band = /接龙/u.test(text) ? 'command' : 'own'
        return [{ dialogue: 'signups.do', label: '接龙报名', words, band, score: 0.8, data: ask }]
      },
      async overhear({ by, text, messageId }, doing) {
        if (by.chat.kind !== 'group' || !mayConcernList(text)) return false
        const kept = await hearInChat({ text, message: messageId, isTold: false }, parts, doing)
        return kept.kind === 'kept'
      },
      performs: {
        'signups.do': (effect, doing) => answerAsk(effect, parts, doing),
        'signups.open': ({ order }, doing) => openList(order, parts, doing),
        'signups.change': ({ order }, doing) => changeList(order, parts, doing),
      } satisfies Performs<SignupsEffect>,
      answers: {
        'signups.plan-open': ({ order }, doing) => planOpening(order, parts, doing),
        'signups.plan-change': ({ order }, doing) => planChange(order, parts, doing),
      } satisfies Answers<SignupsQuery>,
      runs: { [BOOK_ERRAND]: bookErrand(parts) },
      async hear(fact, doing) {
        if (fact.kind === 'messageChanged') await followMessage(fact, parts, doing)
        if (fact.kind === 'chatMoved') await followChat(fact, parts, doing)
      },
      ...whenDue(
        (work) => parts.signups.nextCloseAt(work),
        (doing) => closeDue(parts, doing),
      ),
    },
  ])
}
