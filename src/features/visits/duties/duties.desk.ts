import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Reading } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { may, type Person } from '../../../kernel/person.ts'
import type { DutiesEffect, DutiesQuery } from './duties.effects.ts'
import { dutiesTexts as texts } from './duties.texts.ts'
import type { DutiesParts } from './duties-parts.ts'
import { readRules } from './read-rules.ts'
import { openReminders } from './remind-duties.ts'
import { rulesDialogue, rulesOrderDialogue } from './rules.dialogue.ts'
import { planRules, setRules, standingRules } from './set-rules.ts'
import { visitsStanding } from './visits-standing.ts'

const mayKnow = (person: Person) =>
  may(person, 'duty.set') || may(person, 'visit.see-in-scope') || may(person, 'visit.see-all')

/** 履责: what leaders owe of visits, what of it is done, and who is reminded before a period ends. */
export function dutiesDesk(parts: DutiesParts): Desk {
  return {
    dialogues: [rulesOrderDialogue, rulesDialogue],
    recognise(said, { by }): readonly Reading[] {
      const asked = mayKnow(by.person) ? readRules(said.text, by.at) : undefined
      if (asked === undefined) return []
      const base = { band: 'command', score: 0.9, label: '走访要求', words: [said.text] } as const
      return asked.kind === 'show'
        ? [{ ...base, dialogue: rulesDialogue.name }]
        : [{ ...base, dialogue: rulesOrderDialogue.name, data: asked.order }]
    },
    performs: {
      'visits.setRules': ({ order }, doing) => setRules(order, parts, doing),
    } satisfies Performs<DutiesEffect>,
    answers: {
      'visits.planRules': ({ order }, doing) => planRules(order, parts, doing),
      'visits.standing': (query, doing) => visitsStanding(query, parts, doing),
      async 'visits.rules'(_query, { by, work }) {
        if (!mayKnow(by.person)) return texts.rulesNotForYou()
        return texts.rules(await standingRules(parts, work), dayOf(work.at), may(by.person, 'duty.set'))
      },
    } satisfies Answers<DutiesQuery>,
    ...openReminders(parts),
  }
}
