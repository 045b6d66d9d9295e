import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { movesTexts } from '../life/moves.texts.ts'
import { minutesChoices } from './meetings.texts.ts'
import { amendMinutes, MinutesOrder } from './read-minutes.ts'

/** 会议纪要: dictated line by line, read back with whose each is and by when, then given out as tasks. */
export const minutesDialogue = previewedOrder({
  name: 'appeals.minutes',
  version: 1,
  schema: MinutesOrder,
  ask: 'appeals.plan-minutes',
  does: 'appeals.minute',
  choices: minutesChoices,
  takesAll: true,
  amend: (order, text) => amendMinutes(order, text),
  texts: { left: () => movesTexts.left(), timedOut: () => movesTexts.timedOut('会议纪要') },
})
