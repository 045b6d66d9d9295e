import type { CarriesOut, Desk, Performs } from '../../../conversation/desk.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { adoptAppeal, registerAppeal } from './register-appeal.ts'
import { type RegisteredEffect, registeredDialogue } from './registered.dialogue.ts'

/** 走访带回来的: what the office registers from a finding, and what was heard again of an appeal on a visit. */
export function registeredDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [registeredDialogue],
    performs: {
      'appeals.adopt': ({ number }, doing) => adoptAppeal(number, parts, doing),
    } satisfies Performs<RegisteredEffect>,
    carriesOut: {
      'appeal.register': (request, doing) => registerAppeal(request, parts, doing),
      async 'appeal.visited'({ number, item, words }, { by, work, audit }) {
        const appeal = await parts.store.find(number, work)
        if (appeal === undefined) return
        const { status } = appeal
        const role = by.person.roles.includes('staff') ? 'staff' : 'house'
        parts.store.note(
          {
            number,
            at: work.at,
            act: 'visited',
            from: status,
            to: status,
            role,
            by: by.person.code ?? null,
            note: words,
          },
          work,
        )
        audit('appeals.visited', number, { item })
      },
    } satisfies CarriesOut<'appeal.register' | 'appeal.visited'>,
  }
}
