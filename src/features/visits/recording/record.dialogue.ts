import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { visitsTexts } from '../visits.texts.ts'
import { readVisit } from './read-visit.ts'
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
  amend: (order, text): VisitOrder =>
    isAnotherVisit(text)
      ? { text, answers: [], draft: null, corrects: null, instead: true }
      : { ...order, answers: [...order.answers, text].slice(-MOST_ANSWERS) },
  takesAll: 'while-asking',
  texts: {
    left: ({ corrects }) => (corrects === null ? visitsTexts.left() : visitsTexts.leftAsItWas()),
    timedOut: ({ corrects }) => (corrects === null ? visitsTexts.left() : visitsTexts.leftAsItWas()),
  },
})

/** 还去了…, 是昨天去的 puts the same one right. */
const SAME_VISIT = /^.{0,8}(?:还|也|另外|再去)|去的是|不是|不对|应该|而是|^是|改成|改为|算了/u

/** A visit told in full while another is read back: mixed together both would be wrong. */
function isAnotherVisit(text: string): boolean {
  return readVisit(text)?.isSure === true && !SAME_VISIT.test(text)
}
