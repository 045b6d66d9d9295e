import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { FindingOrder, readFindingOrder } from './finding-order.ts'
import { findingsTexts as texts } from './findings.texts.ts'

/** 线索核定: filed as an appeal, linked to one, or dropped with a reason; shown before it counts. */
export const decideDialogue = previewedOrder({
  name: 'visits.decide',
  version: 1,
  schema: FindingOrder,
  ask: 'visits.plan-decide',
  does: 'visits.decide',
  choices: ({ act }: FindingOrder) => texts.choices[act],
  amend(order, text, now, awaited): FindingOrder {
    const said = readFindingOrder(`走访${order.visit}-${order.n.join('、')} ${text}`, undefined, now)
    if (awaited === 'answer') {
      if (order.act === 'drop' && order.reason === null) return { ...order, reason: text }
      if (order.act === 'file') return { ...order, company: text }
    }
    return said === undefined ? order : { ...said, n: order.n }
  },
  texts: { left: () => texts.left() },
  takesAll: 'while-asking',
})
