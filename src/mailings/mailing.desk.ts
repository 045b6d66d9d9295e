import type { Desk } from '../conversation/desk.ts'
import type { Doing, Listening, Reading } from '../conversation/feature.ts'
import { readConfirmNumber } from '../conversation/plain-answers.ts'
import type { Said } from '../conversation/said.ts'
import { askedOnce } from '../conversation/when-due.ts'
import { may } from '../kernel/person.ts'
import { decideMailing } from './decide-mailing.ts'
import { pauseMailing, resumeMailing } from './hold-mailing.ts'
import { readHold } from './hold-words.ts'
import { standingOf } from './mailing-answer.ts'
import { type ApprovalEffect, approvalDialogue } from './mailing-approval.dialogue.ts'
import { type Left, moveMailings, nextMove } from './mailing-clock.ts'
import { ownsConfirmation } from './mailing-confirmation.ts'
import { stopMailing } from './mailing-end.ts'
import {
  type PauseEffect,
  pauseDialogue,
  type ResumeEffect,
  resumeDialogue,
} from './mailing-hold.dialogue.ts'
import { type Progress, type ProgressQuery, progressDialogue } from './mailing-progress.dialogue.ts'
import type { Road } from './mailing-road.ts'
import type { StandingQuery } from './mailing-standing.ts'
import { type StopEffect, stopDialogue } from './mailing-stop.dialogue.ts'

export interface MailingCustoms {
  readonly left?: Left
  /** A second person agreed, whether it leaves now or when its time comes. */
  agreed?(id: string, doing: Doing): Promise<void>
  /** How something stands that may not be on the road yet; left out: as the road sees it. */
  progress?(number: number | undefined, doing: Doing): Promise<Progress | undefined>
}

/** 发送: what every broadcast has in common once it is prepared: approval, the way out, how it stands, hold and stop. */
export function mailingDesk(road: Road, customs: MailingCustoms = {}): Desk {
  const { owner, noun, acts } = road
  const listOpen = askedOnce((work) => road.mailings.listOpen(owner, work))
  const standing = (query: StandingQuery, doing: Doing) => standingOf(road, query, doing)
  return {
    dialogues: [
      approvalDialogue(owner, noun),
      stopDialogue(owner, noun, acts.stop),
      pauseDialogue(owner, noun, acts.stop),
      resumeDialogue(owner, noun, acts.stop),
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
      [`${owner}.approve`]: ({ id }: ApprovalEffect, doing: Doing) => approve(road, customs, id, doing),
      async [`${owner}.refuse`](effect: ApprovalEffect, doing: Doing) {
        const reason = 'reason' in effect ? effect.reason : undefined
        const answer = { approve: false, ...(reason === undefined ? {} : { reason }) }
        await decideMailing(road, effect.id, answer, doing)
      },
      async [`${owner}.stop`]({ id }: StopEffect, doing: Doing) {
        if (may(doing.by.person, acts.stop)) await stopMailing(road, id, doing)
      },
      async [`${owner}.pause`]({ number }: PauseEffect, doing: Doing) {
        if (may(doing.by.person, acts.stop)) await pauseMailing(road, number, doing)
      },
      async [`${owner}.resume`]({ id }: ResumeEffect, doing: Doing) {
        if (may(doing.by.person, acts.stop)) await resumeMailing(road, id, doing)
      },
    },
    recognise: (said, listening) => recognise(road, said, listening),
    async hear(fact, doing) {
      if (fact.kind === 'chatMoved') await road.mailings.moveRecipients(owner, fact.from, fact.to, doing.work)
    },
    due: (doing) => moveMailings(road, listOpen, customs.left, doing),
    nextDueAt: (work) => nextMove(road, listOpen, work),
  }
}

async function approve(road: Road, customs: MailingCustoms, id: string, doing: Doing): Promise<void> {
  const decision = await decideMailing(road, id, { approve: true }, doing)
  if (decision.kind !== 'approved') return
  await customs.agreed?.(id, doing)
  if (decision.mailing.state === 'sending') await customs.left?.(id, doing)
}

function recognise({ owner, noun, acts }: Road, { text }: Said, { by }: Listening): readonly Reading[] {
  const words = [text.slice(0, 20)]
  const held = readHold(noun, text)
  if (held !== undefined) {
    const { what, number } = held
    const label = what === 'pause' ? `暂停发${noun}` : `继续发${noun}`
    const data = number === undefined ? {} : { number }
    const band = number === undefined ? 'role' : 'command'
    return may(by.person, acts.stop) || number !== undefined
      ? [{ dialogue: `${owner}.${what}`, label, words, band, score: 0.9, data }]
      : []
  }
  const named = readConfirmNumber(text)
  if (named === undefined || !ownsConfirmation(owner, named.number)) return []
  if (!may(by.person, acts.prepare) && !may(by.person, acts.approve)) return []
  const data = { confirmation: named.number }
  return [{ dialogue: `${owner}.approve`, label: `审批${noun}`, words, band: 'command', score: 0.9, data }]
}
