import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { mayChange } from '../recording/plan-visit.ts'
import { visitNumber, visitsTexts } from '../visits.texts.ts'
import type { VisitsParts } from '../visits-parts.ts'
import type { WithdrawOrder } from './withdraw.dialogue.ts'
import { withdrawTexts as texts } from './withdraw.texts.ts'

type Parts = Pick<VisitsParts, 'visits'>

async function found(number: number, { visits }: Parts, { by, work }: Doing) {
  const visit = await visits.find(number, work)
  return visit?.state === 'recorded' && mayChange(by.person, visit) ? visit : undefined
}

export async function planWithdrawal(
  order: WithdrawOrder,
  parts: Parts,
  doing: Doing,
): Promise<Plan<WithdrawOrder>> {
  const visit = await found(order.number, parts, doing)
  if (visit === undefined) return { kind: 'refused', text: visitsTexts.noSuch(visitNumber(order.number)) }
  const findings = await parts.visits.listFindings(visit.id, doing.work)
  const counts = {
    drafts: findings.filter(({ state }) => state === 'draft').length,
    decided: findings.flatMap(({ state, appeal }) =>
      (state === 'filed' || state === 'linked') && appeal !== null ? [appeal] : [],
    ),
  }
  const directory = await doing.directory()
  return {
    kind: 'ready',
    order,
    preview: texts.preview(visit, counts, order.reason, dayOf(doing.work.at), directory),
  }
}

export async function withdrawVisit(order: WithdrawOrder, parts: Parts, doing: Doing): Promise<void> {
  const { by, work } = doing
  const reply = (text: string) =>
    doing.post(`${doing.turnKey}:withdrawn`, { to: by.home, text, origin: 'automatic' })
  const visit = await found(order.number, parts, doing)
  if (visit === undefined) return reply(visitsTexts.gone())
  const { code = null } = by.person
  parts.visits.put(
    {
      ...visit,
      version: visit.version + 1,
      state: 'withdrawn',
      withdrawnBy: code,
      withdrawnAt: work.at,
      reason: order.reason,
    },
    work,
  )
  for (const finding of await parts.visits.listFindings(visit.id, work))
    if (finding.state === 'draft')
      parts.visits.putFinding(
        {
          ...finding,
          version: finding.version + 1,
          state: 'dropped',
          decidedBy: code,
          decidedAt: work.at,
          note: texts.dropped(),
        },
        work,
      )
  doing.audit('visits.withdraw', visit.id, {})
  reply(texts.done(order.number))
}
