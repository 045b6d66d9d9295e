import type { Desk } from '../conversation/desk.ts'
import type { Doing } from '../conversation/feature.ts'
import { readConfirmNumber } from '../conversation/plain-answers.ts'
import { may } from '../kernel/person.ts'
import { standingOf } from './mailing-answer.ts'
import { type ApprovalEffect, approvalDialogue } from './mailing-approval.dialogue.ts'
import { ownsConfirmation } from './mailing-confirmation.ts'
import { nextSettling, settleMailings, stopMailing } from './mailing-end.ts'
import { type Progress, type ProgressQuery, progressDialogue } from './mailing-progress.dialogue.ts'
import { decideMailing, type Road } from './mailing-road.ts'
import type { StandingQuery } from './mailing-standing.ts'
import { type StopEffect, stopDialogue } from './mailing-stop.dialogue.ts'

/** What the owner of a road knows better than the road. */
export interface MailingCustoms {
  /** The last look before it leaves; says itself why it may not. Left out: it may. */
  mayLeave?(id: string, doing: Doing): Promise<boolean>
  /** A second person agreed, and it is on its way. */
  left?(id: string, doing: Doing): Promise<void>
  /** How something stands that may not be on the road yet; left out: as the road sees it. */
  progress?(number: number | undefined, doing: Doing): Promise<Progress | undefined>
}

/** 发送: what every broadcast has in common once it is prepared: approval, the way out, how it stands, stop. */
export function mailingDesk(road: Road, customs: MailingCustoms = {}): Desk {
  const { owner, noun, acts } = road
  const standing = (query: StandingQuery, doing: Doing) => standingOf(road, query, doing)
  return {
    dialogues: [
      approvalDialogue(owner, noun),
      stopDialogue(owner, noun, acts.stop),
      progressDialogue(owner, noun, [acts.prepare, acts.approve, acts.stop]),
    ],
    answers: {
      [`${owner}.standing`]: standing,
      [`${owner}.progress`]: (query: ProgressQuery, doing: Doing) =>
        customs.progress === undefined
          ? standingOf(road, query, doing)
          : customs.progress(query.number, doing),
    },
    performs: {
      async [`${owner}.approve`]({ id }: ApprovalEffect, doing: Doing) {
        if ((await customs.mayLeave?.(id, doing)) === false) return
        if ((await decideMailing(road, id, { approve: true }, doing)) === 'approved')
          await customs.left?.(id, doing)
      },
      async [`${owner}.refuse`](effect: ApprovalEffect, doing: Doing) {
        const reason = 'reason' in effect ? effect.reason : undefined
        const answer = { approve: false, ...(reason === undefined ? {} : { reason }) }
        await decideMailing(road, effect.id, answer, doing)
      },
      async [`${owner}.stop`]({ id }: StopEffect, doing: Doing) {
        if (may(doing.by.person, acts.stop)) await stopMailing(road, id, doing)
      },
    },
    recognise({ text }, { by }) {
      const named = readConfirmNumber(text)
      if (named === undefined || !ownsConfirmation(owner, named.number)) return []
      if (!may(by.person, acts.prepare) && !may(by.person, acts.approve)) return []
      const data = { confirmation: named.number }
      const words = [text.slice(0, 20)]
      return [{ dialogue: `${owner}.approve`, label: `审批${noun}`, words, band: 'role', score: 0.6, data }]
    },
    due: (doing) => settleMailings(road, doing),
    nextDueAt: (work) => nextSettling(road, work),
  }
}
