import type { Dialogue } from '../../../../conversation/dialogue.ts'
import {
  type OrderEffect,
  type OrderState,
  type Plan,
  previewedOrder,
} from '../../../../conversation/previewed-order.ts'
import type { Turn } from '../../../../conversation/turn.ts'
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

/** 不捐了, 还是算了: as much a no as 取消 is. */
const GIVES_UP =
  /^(?:那|我|我们|还是|先|暂时|就|嗯)*(?:不(?:想|打算)?(?:认)?捐了?|算了|不(?:想)?弄了|下次再(?:说|捐)|以后再(?:说|捐))(?:[吧了啊。.]|算了)*$/u
const meant = (turn: Turn): Turn =>
  turn.kind === 'say' && GIVES_UP.test(turn.said.text.trim())
    ? { kind: 'cancel', by: turn.by, said: turn.said }
    : turn

/** 认捐: what somebody means to give, shown and confirmed in private; a group hears a number and no amount. */
export const pledgeDialogue: Dialogue<
  OrderState<PledgeOrder>,
  { readonly plan?: Plan<PledgeOrder> },
  OrderEffect<PledgeOrder, 'donations.pledge'>
> = {
  ...previewed,
  needs: (state, turn, ...rest) =>
    previewed.needs?.(state, state === undefined ? turn : meant(turn), ...rest) ?? {},
  next: (state, turn, ...rest) => previewed.next(state, meant(turn), ...rest),
  start(turn, known, beginning) {
    const begun = previewed.start(turn, known, beginning)
    return turn.by.chat.kind === 'group' && turn.kind !== 'invited'
      ? { ...begun, says: [{ text: texts.aside(), to: 'here' }, ...begun.says] }
      : begun
  },
}
