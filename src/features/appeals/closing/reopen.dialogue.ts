import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { movesTexts } from '../life/moves.texts.ts'
import { reopenChoices } from './closing.texts.ts'
import { ReopenOrder, reasonIn } from './read-close.ts'

/** 重办 by staff: what was put away too early, or sent away wrongly. */
export const reopenDialogue = previewedOrder({
  name: 'appeals.reopen',
  version: 1,
  schema: ReopenOrder,
  ask: 'appeals.plan-reopen',
  does: 'appeals.reopen',
  choices: reopenChoices,
  amend: (order, text) => ({ ...order, words: reasonIn(text) || order.words }),
  texts: { left: () => movesTexts.left(), timedOut: () => movesTexts.timedOut('重办') },
})
