import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { OpenOrder } from './open-order.ts'
import { orderTexts as texts } from './orders.texts.ts'

/** 开个接龙: what the group will read, to the letter, before it does. */
export const openDialogue = previewedOrder({
  name: 'signups.open',
  version: 1,
  schema: OpenOrder,
  ask: 'signups.plan-open',
  does: 'signups.open',
  choices: texts.openChoices(),
  amend: (order, text, _now, awaited) => {
    const { group: _settled, ...kept } = order
    return awaited === 'answer' && order.text !== '' ? { ...kept, to: text } : { ...order, text }
  },
  texts: { left: () => texts.openLeft(), timedOut: () => texts.openIdle() },
})
