import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { movesTexts } from '../life/moves.texts.ts'
import { ReferOrder, routeWords } from './read-refer.ts'
import { referChoices } from './refer.texts.ts'

/** 转法定渠道: where the law has given the matter to somebody else. */
export const referDialogue = previewedOrder({
  name: 'appeals.refer',
  version: 1,
  schema: ReferOrder,
  ask: 'appeals.plan-refer',
  does: 'appeals.refer',
  choices: referChoices,
  amend(order, text) {
    const { route, words } = routeWords(text)
    return { ...order, words: words === '' ? order.words : words, ...(route === undefined ? {} : { route }) }
  },
  texts: { left: () => movesTexts.left(), timedOut: () => movesTexts.timedOut('转法定渠道') },
})
