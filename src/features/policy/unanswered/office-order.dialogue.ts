import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { officeTexts as texts } from './office.texts.ts'
import { findNumber, OfficeOrder, readOfficeOrder } from './office-order.ts'

/** 答, 更正, 审核, 退回, 不答 W-0003: what is missing is asked, the rest read back, and a yes does it. */
export const officeDialogue = previewedOrder({
  name: 'policy.office',
  version: 2,
  schema: OfficeOrder,
  ask: 'policy.plan-office',
  does: 'policy.office',
  choices: ({ verb }) => [
    { id: 'yes', label: texts.labels[verb] },
    { id: 'no', label: texts.labels.no },
  ],
  amend,
  by: (order) => ({ ...order, wide: true }),
  texts: { left: texts.left, timedOut: texts.timedOut },
  // What is dictated may hold any words.
  takesAll: 'while-asking',
})

function amend(order: OfficeOrder, text: string): OfficeOrder {
  const again = readOfficeOrder(text)
  if (again !== undefined) {
    const isSame = again.verb === order.verb && again.number === (order.number ?? again.number)
    return isSame
      ? { ...again, words: again.words || order.words }
      : { ...again, number: again.number ?? order.number }
  }
  const number = order.number === null ? findNumber(text) : undefined
  if (number !== undefined) return { ...order, number }
  return takesWords.includes(order.verb) ? { ...order, words: text } : order
}

/** Of these the words are the order, so that others said before the yes replace them. */
const takesWords: readonly OfficeOrder['verb'][] = [
  'answer',
  'correct',
  'return',
  'dismiss',
  'withdraw',
  'audience',
  'reword',
  'renew',
  'merge',
]
