import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { ChangeOrder } from './change-order.ts'
import { orderTexts as texts } from './orders.texts.ts'
import { readChangeOrder } from './read-order.ts'

/** 关闭接龙12, 接龙12 限50人, 接龙12 第3条不算: read back before it counts. */
export const changeDialogue = previewedOrder({
  name: 'signups.change',
  version: 1,
  schema: ChangeOrder,
  ask: 'signups.plan-change',
  does: 'signups.change',
  choices: texts.changeChoices(),
  amend: (order, text) => readChangeOrder(`接龙${order.number ?? ''} ${text}`) ?? order,
  texts: { left: () => texts.changeLeft() },
})
