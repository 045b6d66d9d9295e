import type { Answers, Desk, Performs } from '../../conversation/desk.ts'
import type { OrderEffect, PlanQuery } from '../../conversation/previewed-order.ts'
import { type WithdrawOrder, withdrawDialogue } from './changing/withdraw.dialogue.ts'
import { planWithdrawal, withdrawVisit } from './changing/withdraw-visit.ts'
import { noteConsent } from './findings/ask-consent.ts'
import { type ConsentEffect, consentDialogue } from './findings/consent.dialogue.ts'
import { decideDialogue } from './findings/decide.dialogue.ts'
import { decideFindings, noteRegistered } from './findings/decide-finding.ts'
import type { FindingOrder } from './findings/finding-order.ts'
import { planDecision } from './findings/plan-decision.ts'
import { listDialogue, type VisitsListQuery } from './lists/list.dialogue.ts'
import { listVisits } from './lists/list-visits.ts'
import { recogniseVisits } from './recognise-visits.ts'
import { planVisit } from './recording/plan-visit.ts'
import { recordDialogue } from './recording/record.dialogue.ts'
import { recordVisit } from './recording/record-visit.ts'
import type { VisitOrder } from './recording/visit-draft.ts'
import type { VisitsParts } from './visits-parts.ts'

type RecordsEffect =
  | OrderEffect<VisitOrder, 'visits.record'>
  | OrderEffect<FindingOrder, 'visits.decide'>
  | OrderEffect<WithdrawOrder, 'visits.withdraw'>
  | ConsentEffect
type RecordsQuery =
  | PlanQuery<VisitOrder, 'visits.plan-record'>
  | PlanQuery<FindingOrder, 'visits.plan-decide'>
  | PlanQuery<WithdrawOrder, 'visits.plan-withdraw'>
  | VisitsListQuery

/** 走访记录: told in one line, read back, kept; what was found there goes to the office, and from it to the appeals. */
export function recordsDesk(parts: VisitsParts): Desk {
  return {
    dialogues: [recordDialogue, decideDialogue, withdrawDialogue, consentDialogue, listDialogue],
    recognise: recogniseVisits,
    performs: {
      'visits.record': ({ order }, doing) => recordVisit(order, parts, doing),
      'visits.decide': ({ order }, doing) => decideFindings(order, parts, doing),
      'visits.withdraw': ({ order }, doing) => withdrawVisit(order, parts, doing),
      'visits.consent': (effect, doing) => noteConsent(effect, parts, doing),
    } satisfies Performs<RecordsEffect>,
    answers: {
      'visits.plan-record': ({ order }, doing) => planVisit(order, parts, doing),
      'visits.plan-decide': ({ order }, doing) => planDecision(order, parts, doing),
      'visits.plan-withdraw': ({ order }, doing) => planWithdrawal(order, parts, doing),
      'visits.list': ({ asked }, doing) => listVisits(asked, parts, doing),
    } satisfies Answers<RecordsQuery>,
    async hear(fact, doing) {
      if (fact.kind === 'appealRegistered' && fact.item.startsWith('visit:'))
        await noteRegistered(fact.item, fact.number, parts, doing)
    },
  }
}
