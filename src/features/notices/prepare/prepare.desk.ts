import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import { type NoticesParts, nextNumbers, submitNotice } from '../notices.service.ts'
import { prepareDialogue } from './prepare.dialogue.ts'
import type { SubmitNotice } from './prepare-state.ts'
import { recogniseSending } from './recognise-sending.ts'

/** 起草: whom, what, the exact preview and a yes; the road does the rest (mailings/mailing.desk.ts). */
export function prepareDesk(parts: NoticesParts): Desk {
  const answers: Answers<{ readonly ask: 'notices.numbers' }> = {
    'notices.numbers': (_query, doing) => nextNumbers(parts, doing),
  }
  const performs: Performs<SubmitNotice> = {
    'notices.submit': (effect, doing) => submitNotice(parts, effect, doing),
  }
  return { dialogues: [prepareDialogue], answers, performs, recognise: recogniseSending }
}
