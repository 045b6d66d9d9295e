import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { ChaseOrder } from './chase-order.ts'
import { readChase } from './receipt-orders.ts'
import { receiptsTexts as texts } from './receipts.texts.ts'

const CHOICES = {
  remind: texts.remindChoices(),
  tally: texts.tallyChoices(),
  pass: texts.passChoices(),
}

/** 催一下没回的, 群里报个数, 没回的名单发秘书: what each would send to whom, then a yes. */
export const chaseDialogue = previewedOrder({
  name: 'notices.chase',
  version: 1,
  schema: ChaseOrder,
  ask: 'notices.chasePlan',
  does: 'notices.chase',
  choices: ({ act }) => CHOICES[act],
  amend: (order, text) => ({ ...order, ...readChase(text) }),
  texts: { left: () => texts.leftChasing() },
})
