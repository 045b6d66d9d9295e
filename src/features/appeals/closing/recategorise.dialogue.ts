import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { movesTexts } from '../life/moves.texts.ts'
import { kindWords, RecategoriseOrder } from './read-recategorise.ts'
import { recategoriseChoices } from './recategorise.texts.ts'

/** 0312 改为 拖欠账款: with what it makes of the deadlines, before it is so. */
export const recategoriseDialogue = previewedOrder({
  name: 'appeals.recategorise',
  version: 1,
  schema: RecategoriseOrder,
  ask: 'appeals.plan-recategorise',
  does: 'appeals.recategorise',
  choices: recategoriseChoices,
  amend: (order, text) => ({ ...order, ...kindWords(text) }),
  texts: { left: () => movesTexts.left(), timedOut: () => movesTexts.timedOut('改类别') },
})
