import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { movesTexts } from '../life/moves.texts.ts'
import { pauseChoices } from './pauses.texts.ts'
import { PauseOrder, pauseWords } from './read-pause.ts'

/** 暂停: why, until when, and who hears of it, before the clock stops. */
export const pauseDialogue = previewedOrder({
  name: 'appeals.pause',
  version: 1,
  schema: PauseOrder,
  ask: 'appeals.plan-pause',
  does: 'appeals.pause',
  choices: pauseChoices,
  amend(order, text, now) {
    const { words, reason, until } = pauseWords(text, now)
    const { wakeAt: _shown, ...kept } = order
    return {
      ...kept,
      // A new reason brings its own words; a date alone changes nothing else.
      words: reason !== undefined || words !== '' ? words : order.words,
      ...(reason === undefined ? {} : { reason }),
      ...(until === undefined ? {} : { until }),
    }
  },
  texts: { left: () => movesTexts.left(), timedOut: () => movesTexts.timedOut('暂停') },
})
