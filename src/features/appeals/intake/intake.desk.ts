import type { CarriesOut, Desk, Performs } from '../../../conversation/desk.ts'
import { chatKey } from '../../../kernel/chat.ts'
import type { IntakeEffect } from '../appeals.effects.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { beginIntake, piecesOf } from '../asker/act-for-asker.ts'
import { numberOf } from '../asker/status.dialogue.ts'
import { isChatter } from '../reading/chatter.ts'
import { READ_CHARACTERS, readingOf } from '../reading-of.ts'
import { amendAnonymously, fileAnonymously } from '../sealing/file-anonymously.ts'
import { amendAppeal, fileAppeal } from './file-appeal.ts'
import { intakeDialogue } from './intake.dialogue.ts'
import { markChanged } from './mark-changed.ts'
import { readAppeal } from './recognise-intake.ts'
import { readSupplement } from './recognise-supplement.ts'
import { type SupplementData, supplementDialogue } from './supplement.dialogue.ts'
import { supplementFiled } from './supplement-filed.ts'

/** 受理: from the first word somebody says to an appeal with a number. */
export function intakeDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [intakeDialogue, supplementDialogue],
    recognise(said, listening) {
      const text = said.text.slice(0, READ_CHARACTERS).trim()
      const quoted = (said.quoted ?? []).map((piece) => piece.text).join('\n')
      const appeal = text === '' && quoted === '' ? [] : readAppeal(text, quoted.slice(0, READ_CHARACTERS))
      return [...readSupplement(said, listening), ...appeal]
    },
    isChatter,
    opens: (intent) =>
      intent === 'appeal' ? readingOf('appeals.intake', 'appeal', 0.5, '登记诉求', []) : undefined,
    performs: {
      'appeals.file': (effect, doing) =>
        effect.draft.anonymous ? fileAnonymously(effect, parts, doing) : fileAppeal(effect, parts, doing),
      'appeals.amend': (effect, doing) =>
        effect.draft.anonymous ? amendAnonymously(effect, parts, doing) : amendAppeal(effect, parts, doing),
      async 'appeals.begin'({ pieces }, doing) {
        beginIntake(pieces, chatKey(doing.by.chat), doing)
      },
      'appeals.supplement': (effect, doing) => supplementFiled(effect, parts.store, doing),
      async 'appeals.offer-supplement'({ pieces }, doing) {
        doing.continueWith(
          'appeals.supplement',
          { pieces } satisfies SupplementData,
          `appeal:${doing.turnKey}:supplement`,
        )
      },
      async 'appeals.offer-withdrawal'({ number }, doing) {
        doing.continueWith(
          'appeals.withdraw',
          { number: numberOf({ number }) },
          `appeal:${doing.turnKey}:withdraw`,
        )
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
