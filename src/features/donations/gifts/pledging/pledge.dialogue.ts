import type { Dialogue } from '../../../../conversation/dialogue.ts'
import {
  type OrderEffect,
  type OrderState,
  type Plan,
  previewedOrder,
} from '../../../../conversation/previewed-order.ts'
import { PledgeOrder, withText } from '../gifts.orders.ts'
import { pledgingTexts as texts } from './pledging.texts.ts'

const previewed = previewedOrder<PledgeOrder, 'donations.plan-pledge', 'donations.pledge'>({
  name: 'donations.pledge',
  version: 1,
  schema: PledgeOrder,
  ask: 'donations.plan-pledge',
  does: 'donations.pledge',
  choices: texts.choices(),
  idleMinutes: 60,
  amend: withText,
  by: (order, way) => withText(order, texts.saidOfWay(way)),
  takesAll: 'while-asking',
  texts: { left: texts.left },
})

/** 认捐: what somebody means to give, shown and confirmed in private; a group hears a number and no amount. */
export const pledgeDialogue: Dialogue<
  OrderState<PledgeOrder>,
  { readonly plan?: Plan<PledgeOrder> },
  OrderEffect<PledgeOrder, 'donations.pledge'>
> = {
  ...previewed,
  start(turn, known, beginning) {
    const begun = previewed.start(turn, known, beginning)
    return turn.by.chat.kind === 'group' && turn.kind !== 'invited'
      ? { ...begun, says: [{ text: texts.aside(), to: 'here' }, ...begun.says] }
      : begun
  },
}
