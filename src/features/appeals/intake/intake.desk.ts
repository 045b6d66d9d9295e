import type { CarriesOut, Desk, Performs } from '../../../conversation/desk.ts'
import { chatKey } from '../../../kernel/chat.ts'
import type { IntakeEffect } from '../appeals.effects.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { beginIntake, piecesOf } from '../asker/act-for-asker.ts'
import { READ_CHARACTERS, readingOf } from '../reading-of.ts'
import { amendAppeal, fileAppeal } from './file-appeal.ts'
import { intakeDialogue } from './intake.dialogue.ts'
import { markChanged } from './mark-changed.ts'
import { readAppeal } from './recognise-intake.ts'

/** 受理: from the first word somebody says to an appeal with a number. */
export function intakeDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [intakeDialogue],
    recognise(said) {
      const text = said.text.slice(0, READ_CHARACTERS).trim()
      return text === '' ? [] : readAppeal(text)
    },
    opens: (intent) =>
      intent === 'appeal' ? readingOf('appeals.intake', 'appeal', 0.5, '登记诉求', []) : undefined,
    performs: {
      'appeals.file': (effect, doing) => fileAppeal(effect, parts, doing),
      'appeals.amend': (effect, doing) => amendAppeal(effect, parts, doing),
      async 'appeals.begin'({ pieces }, doing) {
        beginIntake(pieces, chatKey(doing.by.chat), doing)
      },
    } satisfies Performs<IntakeEffect>,
    carriesOut: {
      async 'appeal.begin'({ text, sources }, doing) {
        // The words were said where their dialogue began, wherever the yes came from.
        beginIntake(piecesOf(text, sources, doing), chatKey(doing.group ?? doing.by.chat), doing)
      },
    } satisfies CarriesOut<'appeal.begin'>,
    async hear(fact, doing) {
      if (fact.kind === 'messageChanged') await markChanged(fact, parts.store, doing)
    },
  }
}
