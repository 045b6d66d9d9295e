import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { receiptsTexts as texts } from './receipts.texts.ts'
import { SettleOrder } from './settle-order.ts'
import { readSettling } from './settle-words.ts'

/** Asked back about one word so often it is said anew. */
const MOST_ANSWERS = 8

/** 代回 通知57 李会计代张总, 第3条不算: shown as it will be kept, then a yes. */
export const settleDialogue = previewedOrder({
  name: 'notices.settle',
  version: 1,
  schema: SettleOrder,
  ask: 'notices.settlePlan',
  does: 'notices.settle',
  choices: texts.settleChoices(),
  amend(order, text, _now, awaited) {
    const anew = readSettling(text)
    if (anew !== undefined && awaited === 'yes')
      return {
        ...order,
        said: text,
        answers: [],
        settled: [],
        ...(anew.number === undefined ? {} : { number: anew.number }),
      }
    return awaited === 'answer' ? { ...order, answers: [...order.answers, text].slice(-MOST_ANSWERS) } : order
  },
  texts: { left: () => texts.leftSettling() },
})
