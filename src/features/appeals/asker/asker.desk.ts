import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { AppealsQuery, AskerEffect } from '../appeals.effects.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { identityOf } from '../life/appeal-letters.ts'
import { READ_CHARACTERS, readingOf } from '../reading-of.ts'
import { ownAsFollower } from '../twice/as-follower.ts'
import { answerOther, rateAppeal, remindAppeal, withdrawAppeal } from './act-for-asker.ts'
import { followUpDialogue } from './follow-up.dialogue.ts'
import { readOwn } from './recognise-own.ts'
import { statusDialogue } from './status.dialogue.ts'
import { withdrawDialogue } from './withdraw.dialogue.ts'

/** 诉求人: where their own matters stand, 催办, 撤回, 回访. */
export function askerDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [statusDialogue, withdrawDialogue, followUpDialogue],
    recognise(said, listening) {
      const text = said.text.slice(0, READ_CHARACTERS).trim()
      return text === '' ? [] : readOwn(text, listening)
    },
    opens: (intent) =>
      intent === 'status'
        ? readingOf('appeals.status', 'own', 0.5, '查办理进度', [], { isReminder: false })
        : undefined,
    performs: {
      'appeals.remind': (effect, doing) => remindAppeal(effect, parts, doing),
      'appeals.withdraw': (effect, doing) => withdrawAppeal(effect, parts, doing),
      'appeals.rate': (effect, doing) => rateAppeal(effect, parts, doing),
      'appeals.answer-other': (effect, doing) => answerOther(effect, parts, doing),
    } satisfies Performs<AskerEffect>,
    answers: {
      'appeals.own': (_query, doing) => ownAsFollower(identityOf(doing.by), parts.store, doing),
    } satisfies Answers<Extract<AppealsQuery, { ask: 'appeals.own' }>>,
  }
}
