import { previewedOrder } from '../../../../conversation/previewed-order.ts'
import { NoteOrder, ReverseOrder, withText } from '../gifts.orders.ts'
import { bookingTexts as texts } from './booking.texts.ts'

/** 冲销, 更正: an entry is taken back, and where it was wrong booked anew. */
export const reverseDialogue = previewedOrder<ReverseOrder, 'donations.plan-reversal', 'donations.reverse'>({
  name: 'donations.reverse',
  version: 1,
  schema: ReverseOrder,
  ask: 'donations.plan-reversal',
  does: 'donations.reverse',
  choices: ({ anew }) => texts.reverseChoices(anew),
  amend: withText,
  takesAll: 'while-asking',
  texts: { left: texts.notReversed },
})

/** 到账52 票据号 0012345, 到账52 对应 认捐31. */
export const noteDialogue = previewedOrder<NoteOrder, 'donations.plan-note', 'donations.note'>({
  name: 'donations.note',
  version: 1,
  schema: NoteOrder,
  ask: 'donations.plan-note',
  does: 'donations.note',
  choices: texts.noteChoices(),
  amend: (order) => order,
  takesAll: 'while-asking',
  texts: { left: texts.notReversed },
})
