import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { movesTexts } from '../life/moves.texts.ts'
import { closeChoices } from './closing.texts.ts'
import { CloseOrder, closeWords } from './read-close.ts'

/** 结案, 归档: staff put away what is done, with what the asker told them. */
export const closeDialogue = previewedOrder({
  name: 'appeals.close',
  version: 1,
  schema: CloseOrder,
  ask: 'appeals.plan-close',
  does: 'appeals.close',
  choices: closeChoices,
  amend(order, text) {
    const said = closeWords(text)
    return { ...order, ...said, words: said.words === '' ? order.words : said.words }
  },
  texts: { left: () => movesTexts.left(), timedOut: () => movesTexts.timedOut('归档') },
})
