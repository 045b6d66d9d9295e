import { previewedOrder } from '../../../../conversation/previewed-order.ts'
import { ChangeOrder, withText } from '../gifts.orders.ts'
import { pledgingTexts as texts } from './pledging.texts.ts'

/** 减成3万: another amount for what was promised, until the charity booked it. */
export const changeDialogue = previewedOrder<ChangeOrder, 'donations.plan-change', 'donations.change-pledge'>(
  {
    name: 'donations.change-pledge',
    version: 1,
    schema: ChangeOrder,
    ask: 'donations.plan-change',
    does: 'donations.change-pledge',
    choices: texts.changeChoices(),
    idleMinutes: 60,
    amend: (order, text, _now, awaited) => (awaited === 'answer' ? withText(order, text) : order),
    takesAll: 'while-asking',
    texts: { left: texts.notChanged },
  },
)
