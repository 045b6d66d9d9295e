import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { eyesOfListeners } from '../library/document-audience.ts'
import type { PolicyService } from '../policy.service.ts'
import { answerDialogue } from './answer.dialogue.ts'
import type { AnswersEffect, AnswersQuery } from './answers.effects.ts'
import { openedByModel, readQuestion } from './recognise-question.ts'

/** 问政策: questions about rules, answered in the documents' own words, or honestly not. */
export function answersDesk(service: PolicyService): Desk {
  const answers: Answers<AnswersQuery> = {
    async 'policy.consult'({ question }, doing) {
      const eyes = eyesOfListeners(doing.by, await doing.directory())
      return service.consult(question, { today: dayOf(doing.work.at), eyes }, doing.work)
    },
  }
  const performs: Performs<AnswersEffect> = {
    async 'policy.beginAppeal'({ text, sources }, doing) {
      await doing.request({ kind: 'appeal.begin', text, sources })
    },
  }
  return {
    dialogues: [answerDialogue],
    recognise: (said) => readQuestion(said),
    opens: openedByModel,
    answers,
    performs,
  }
}
