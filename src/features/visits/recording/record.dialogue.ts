import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { visitsTexts } from '../visits.texts.ts'
import { VisitOrder } from './visit-draft.ts'

/** So many answers in a row that help nothing are not kept for ever. */
const MOST_ANSWERS = 6

const choices = [
  { id: 'yes', label: '对，记下' },
  { id: 'no', label: '不记了' },
]

/** 走访、会议、慰问、拍砖 as it was told, read back; whatever is said to it changes it until the yes. */
export const recordDialogue = previewedOrder({
  name: 'visits.record',
  version: 1,
  schema: VisitOrder,
  ask: 'visits.plan-record',
  does: 'visits.record',
  choices,
  amend: (order, text): VisitOrder => ({ ...order, answers: [...order.answers, text].slice(-MOST_ANSWERS) }),
  takesAll: 'while-asking',
  texts: {
    left: ({ corrects }) => (corrects === null ? visitsTexts.left() : visitsTexts.leftAsItWas()),
    timedOut: ({ corrects }) => (corrects === null ? visitsTexts.left() : visitsTexts.leftAsItWas()),
  },
})
