import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { movesTexts } from '../life/moves.texts.ts'
import { meetingChoices } from './meetings.texts.ts'
import { MeetingOrder, meetingWords, numbersAhead } from './read-meeting.ts'

/** 协调会: which appeals, when, where and who is told, before anybody is. */
export const meetingDialogue = previewedOrder({
  name: 'appeals.meet',
  version: 1,
  schema: MeetingOrder,
  ask: 'appeals.plan-meeting',
  does: 'appeals.meet',
  choices: meetingChoices,
  amend(order, text, now) {
    const more = numbersAhead(text.replace(/^(?:再?加上?|还有|另外)/, ''))
    const said = meetingWords(more.rest, now)
    const adds = /加上?|还有|再请|也请|另请/.test(text)
    const isWhole = !adds && order.attendees.length > 0 && /^(?:改请|只请|换成|改成请)/.test(text)
    return {
      numbers: [...order.numbers, ...more.numbers],
      day: said.day ?? order.day,
      minute: said.minute ?? order.minute,
      place: said.place ?? order.place,
      attendees:
        isWhole || order.attendees.length === 0
          ? said.attendees
          : adds
            ? [
                ...order.attendees,
                ...said.attendees.map((name) => name.replace(/^(?:加上?|还有|再请|也请|另请)/, '')),
              ]
            : order.attendees,
    }
  },
  texts: { left: () => movesTexts.left(), timedOut: () => movesTexts.timedOut('协调会') },
})
