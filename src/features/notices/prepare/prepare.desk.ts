import type { Answers, CarriesOut, Desk, Performs } from '../../../conversation/desk.ts'
import { type NoticesParts, nextNumbers } from '../notices.service.ts'
import { answerPlan } from './plan-notice.ts'
import { prepareDialogue } from './prepare.dialogue.ts'
import type { PrepareEffect, PrepareQuery } from './prepare-state.ts'
import { recogniseSending } from './recognise-sending.ts'
import { submitNotice } from './submit-notice.ts'

/** 起草: whom, what, the exact preview and a yes; the road does the rest (mailings/mailing.desk.ts). */
export function prepareDesk(parts: NoticesParts): Desk {
  const answers: Answers<PrepareQuery> = {
    'notices.numbers': (_query, doing) => nextNumbers(parts, doing),
    'notices.plan': ({ draft }, doing) => answerPlan(parts, draft, doing),
    'notices.template': ({ name }, doing) => parts.templates.find(name, doing.work),
  }
  const performs: Performs<PrepareEffect> = {
    'notices.submit': (effect, doing) => submitNotice(parts, effect, doing),
    async 'notices.offerTemplate'({ name, text }, doing) {
      doing.continueWith('notices.saveTemplate', { name, text }, `${doing.turnKey}:template`)
    },
  }
  const carriesOut: CarriesOut<'notice.begin'> = {
    async 'notice.begin'({ key, text }, doing) {
      doing.continueWith('notices.prepare', { text }, key)
    },
  }
  return { dialogues: [prepareDialogue], answers, performs, carriesOut, recognise: recogniseSending }
}
