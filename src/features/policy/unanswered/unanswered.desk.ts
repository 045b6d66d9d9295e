import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import { whenDue } from '../../../conversation/when-due.ts'
import { doOffice } from './do-office.ts'
import { lookAfterAnswers, nextAnswerDueAt } from './due-answers.ts'
import { feedbackDialogue } from './feedback.dialogue.ts'
import { listOffice } from './list-office.ts'
import { masked, noteAsking } from './note-asking.ts'
import { answerMeant, noteFeedback } from './note-feedback.ts'
import { officeListDialogue } from './office-list.dialogue.ts'
import { officeDialogue } from './office-order.dialogue.ts'
import { withoutNames } from './personal-words.ts'
import { planOffice } from './plan-office.ts'
import { readUnansweredWords } from './recognise-unanswered.ts'
import type { UnansweredEffect, UnansweredQuery } from './unanswered.effects.ts'
import type { DeskParts } from './unanswered-parts.ts'

/** 待答问题: what was asked in vain or answered wrongly, the staff's reviewed answers, and who has to hear of them. */
export function unansweredDesk(parts: DeskParts): Desk {
  const answers: Answers<UnansweredQuery> = {
    'policy.plan-office': ({ order }, doing) => planOffice(order, parts, doing),
    'policy.officeList': ({ wanted }, doing) => listOffice(wanted, parts, doing),
    'policy.answerMeant': (named, doing) => answerMeant(named, parts, doing),
  }
  const performs: Performs<UnansweredEffect> = {
    async 'policy.noteAsking'({ asking }, doing) {
      await noteAsking(asking, parts, doing)
      if (asking.tier === 'sure' || asking.tier === 'probable') return
      const words = withoutNames(masked(asking.question), await doing.directory())
      await parts.service.proposeWords(words, doing.work)
    },
    'policy.noteFeedback': (effect, doing) => noteFeedback(effect, parts, doing),
    'policy.office': ({ order }, doing) => doOffice(order, parts, doing),
  }
  return {
    dialogues: [officeDialogue, officeListDialogue, feedbackDialogue],
    recognise: readUnansweredWords,
    answers,
    performs,
    ...whenDue(
      (work) => nextAnswerDueAt(parts, work),
      (doing) => lookAfterAnswers(parts, doing),
    ),
  }
}
