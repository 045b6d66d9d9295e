import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { OrderEffect, PlanQuery } from '../../../conversation/previewed-order.ts'
import { may } from '../../../kernel/person.ts'
import { titleOf } from '../../../mailings/mailing.ts'
import { stopMailing } from '../../../mailings/mailing-end.ts'
import { tell } from '../../../mailings/mailing-road.ts'
import { reviseMailing } from '../../../mailings/revise-mailing.ts'
import { noticeId } from '../notice.ts'
import { type NoticesParts, noticesRoad } from '../notices.service.ts'
import { closeReceipts } from '../receipts/receipts.service.ts'
import { planRevision } from './plan-revision.ts'
import { type RevisionOrder, reviseDialogue } from './revise.dialogue.ts'
import { reviseTexts as texts } from './revise.texts.ts'
import { readRevision } from './revise-words.ts'
import { holdNewTerm } from './what-holds.ts'

/** 更正, 撤回: what is out is put right with exactly those who got it (mailings/revise-mailing.ts). */
export function reviseDesk(parts: NoticesParts): Desk {
  const answers: Answers<PlanQuery<RevisionOrder, 'notices.planRevision'>> = {
    'notices.planRevision': ({ order }, doing) => planRevision(parts, order, doing),
  }
  const performs: Performs<OrderEffect<RevisionOrder, 'notices.revise'>> = {
    async 'notices.revise'({ order }, doing) {
      const { how, of, text, as } = order
      const { code } = doing.by.person
      if (of === undefined || code === undefined || !may(doing.by.person, 'notice.prepare')) return
      const road = noticesRoad(parts)
      if (text === undefined || as === undefined) return stopMailing(road, of, doing)
      // Planned anew: somebody else may have withdrawn it meanwhile.
      const plan = await planRevision(parts, order, doing)
      if (plan.kind !== 'ready' || plan.order.text !== text)
        return tell(doing, 'gone', plan.kind === 'refused' ? plan.text : texts.gone())
      const { number, confirmation } = as
      const about = { id: noticeId(number), number, title: titleOf(text), confirmation, preparedBy: code }
      const revision = await reviseMailing(road, of, how, text, about, doing)
      if (revision === undefined) return tell(doing, 'gone', texts.gone())
      if (how === 'withdraw') await closeReceipts(parts.notices, of, doing)
      else if (revision.startedAt !== undefined) await holdNewTerm(parts, revision.id, doing)
    },
  }
  return {
    dialogues: [reviseDialogue],
    answers,
    performs,
    recognise({ text }, { by, inProgress }) {
      const heard = readRevision(text)
      // While one is put right, the order said again is an answer there.
      if (heard === undefined || inProgress === 'notices.revise') return []
      const isStaff = may(by.person, 'notice.prepare')
      if (!isStaff && heard.number === undefined) return []
      // 更正通知 without a number, while one is written, is that one's.
      if (inProgress === 'notices.prepare' && heard.number === undefined) return []
      const band = heard.number === undefined ? 'role' : 'command'
      const label = heard.how === 'correct' ? '更正通知' : '撤回通知'
      const words = [text.slice(0, 20)]
      return [{ dialogue: 'notices.revise', label, words, band, score: 0.92, data: heard }]
    },
  }
}
