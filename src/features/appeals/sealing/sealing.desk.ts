import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import { chatKey } from '../../../kernel/chat.ts'
import { may } from '../../../kernel/person.ts'
import { formatNumber, yearOf } from '../appeal-number.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { beginIntake } from '../asker/act-for-asker.ts'
import { identityOf } from '../life/appeal-letters.ts'
import { READ_CHARACTERS } from '../reading-of.ts'
import { byCodeDialogue } from './by-code.dialogue.ts'
import { addByCode, findByCode, forgetSaid, missCode, rateByCode, withdrawByCode } from './by-code.service.ts'
import { coarsenDialogue } from './coarsen.dialogue.ts'
import { coarsenAppeal, openCoarsening } from './coarsen.service.ts'
import { decideUnsealingDialogue } from './decide-unsealing.dialogue.ts'
import { lookAgainDialogue } from './look-again.dialogue.ts'
import { type LooksKnown, looksDialogue, whoIsItDialogue } from './looks.dialogue.ts'
import { readSealing } from './recognise-sealing.ts'
import { lookAgain } from './reveal.ts'
import { sealDialogue } from './seal.dialogue.ts'
import { sealAppeal } from './seal.service.ts'
import type {
  AnonymousEffect,
  CoarseningEffect,
  SealEffect,
  SealingQuery,
  UnsealingEffect,
} from './sealing.effects.ts'
import { unsealDialogue } from './unseal.dialogue.ts'
import { askUnsealing, decideUnsealing, findAsked, standingOf } from './unseal.service.ts'

type SealingEffect = CoarseningEffect | SealEffect | UnsealingEffect | AnonymousEffect

/** 身份封存: sealed askers, what goes out of their words, who may ever see them, and those whom nobody knows. */
export function sealingDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [
      byCodeDialogue,
      coarsenDialogue,
      decideUnsealingDialogue,
      lookAgainDialogue,
      looksDialogue,
      sealDialogue,
      unsealDialogue,
      whoIsItDialogue,
    ],
    recognise(said, listening) {
      const text = said.text.slice(0, READ_CHARACTERS).trim()
      const read = text === '' ? undefined : readSealing(text, listening)
      return read === undefined ? [] : [read]
    },
    performs: {
      'appeals.coarsen-first': async (effect, doing) => openCoarsening(effect, doing),
      'appeals.coarsen': (effect, doing) => coarsenAppeal(effect, parts, doing),
      'appeals.seal': ({ number }, doing) => sealAppeal(number, parts, doing),
      'appeals.tell-sealed': async ({ pieces }, doing) => beginIntake(pieces, chatKey(doing.by.chat), doing),
      'appeals.ask-unsealing': (effect, doing) => askUnsealing(effect, parts, doing),
      'appeals.decide-unsealing': (effect, doing) => decideUnsealing(effect, parts, doing),
      'appeals.look-again': (effect, doing) => lookAgain(effect, parts, doing),
      'appeals.code-missed': (_effect, doing) => missCode(parts, doing),
      'appeals.forget-said': (effect, doing) => forgetSaid(effect, parts, doing),
      'appeals.add-by-code': (effect, doing) => addByCode(effect, parts, doing),
      'appeals.withdraw-by-code': (effect, doing) => withdrawByCode(effect, parts, doing),
      'appeals.rate-by-code': (effect, doing) => rateByCode(effect, parts, doing),
    } satisfies Performs<SealingEffect>,
    answers: {
      'appeals.by-code': ({ code }, doing) => findByCode(code, parts, doing),
      'appeals.unsealing': ({ number }, doing) => findAsked(number, parts, doing),
      'appeals.unsealing-standing': ({ number }, doing) => standingOf(number, parts, doing),
      async 'appeals.looks'({ number: asked }, doing): Promise<LooksKnown | undefined> {
        const number = formatNumber(asked.year ?? yearOf(doing.work.at), asked.serial)
        const isAuditor = may(doing.by.person, 'audit.read')
        if (!isAuditor && !(await parts.store.isOwn(number, identityOf(doing.by), doing.work)))
          return undefined
        // That somebody asked who looked is a look at the audit, and no look at the name.
        if (isAuditor) doing.audit('audit.read-looks', number)
        return {
          number,
          as: isAuditor ? 'auditor' : 'asker',
          looks: await parts.sealing.listLooks(number, doing.work),
        }
      },
    } satisfies Answers<SealingQuery>,
  }
}
