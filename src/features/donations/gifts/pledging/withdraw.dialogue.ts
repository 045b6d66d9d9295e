import { previewedOrder } from '../../../../conversation/previewed-order.ts'
import { WithdrawOrder, withText } from '../gifts.orders.ts'
import { pledgingTexts as texts } from './pledging.texts.ts'

/** 撤回认捐: any time before the charity booked it, without a reason. */
export const withdrawDialogue = previewedOrder<
  WithdrawOrder,
  'donations.plan-withdrawal',
  'donations.withdraw-pledge'
>({
  name: 'donations.withdraw-pledge',
  version: 1,
  schema: WithdrawOrder,
  ask: 'donations.plan-withdrawal',
  does: 'donations.withdraw-pledge',
  choices: texts.withdrawChoices(),
  idleMinutes: 60,
  amend: (order, text, _now, awaited) => (awaited === 'answer' ? withText(order, text) : order),
  takesAll: 'while-asking',
  texts: { left: texts.notWithdrawn },
})
