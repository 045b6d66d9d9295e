import { previewedOrder } from '../../../../conversation/previewed-order.ts'
import { SaidOrder, withText } from '../gifts.orders.ts'
import { bookingTexts as texts } from './booking.texts.ts'

/** 到账: what the charity booked, entered in words, a line each. */
export const bookDialogue = previewedOrder<SaidOrder, 'donations.plan-booking', 'donations.book'>({
  name: 'donations.book',
  version: 1,
  schema: SaidOrder,
  ask: 'donations.plan-booking',
  does: 'donations.book',
  choices: texts.choices(),
  amend: withText,
  takesAll: 'while-asking',
  texts: { left: texts.left },
})

/** 使用: what it spent or handed on. */
export const useDialogue = previewedOrder<SaidOrder, 'donations.plan-use', 'donations.use'>({
  name: 'donations.use',
  version: 1,
  schema: SaidOrder,
  ask: 'donations.plan-use',
  does: 'donations.use',
  choices: texts.choices(),
  amend: withText,
  takesAll: 'while-asking',
  texts: { left: texts.left },
})
