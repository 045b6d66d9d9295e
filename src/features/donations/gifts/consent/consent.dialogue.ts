import { previewedOrder } from '../../../../conversation/previewed-order.ts'
import { SaidOrder, withText } from '../gifts.orders.ts'
import { consentTexts as texts } from './consent.texts.ts'

/** 以后别写我名字, 认捐31 写公司名: how one is shown, changed at any time. */
export const consentDialogue = previewedOrder<SaidOrder, 'donations.plan-consent', 'donations.consent'>({
  name: 'donations.consent',
  version: 1,
  schema: SaidOrder,
  ask: 'donations.plan-consent',
  does: 'donations.consent',
  choices: texts.choices(),
  idleMinutes: 60,
  amend: withText,
  takesAll: 'while-asking',
  texts: { left: texts.left },
})
