import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import { may } from '../../../kernel/person.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { COMMAND_CHARACTERS, readingOf } from '../reading-of.ts'
import { chaseDialogue } from './chase.dialogue.ts'
import { chaseAppeals, planChase } from './chase.ts'
import { hearOf, noteSeen, openLadder } from './climb.ts'
import type { LadderEffect, LadderQuery } from './ladder.effects.ts'
import { nudgeDialogue } from './nudge.dialogue.ts'
import { readChase } from './read-chase.ts'

/** 时限提醒与催办: who hears of a deadline that nears or passed, and when. */
export function ladderDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [nudgeDialogue, chaseDialogue],
    recognise(said, { by, answered }) {
      const text = said.text.trim()
      if (text === '' || text.length > COMMAND_CHARACTERS || !may(by.person, 'appeal.dispatch')) return []
      const asked = readChase(text, answered)
      return asked === undefined ? [] : [readingOf('appeals.chase', 'command', 0.95, '催办', [text], asked)]
    },
    performs: {
      async 'appeals.seen'({ numbers }, doing) {
        noteSeen(numbers, parts, doing)
      },
      'appeals.chase': ({ numbers }, doing) => chaseAppeals(numbers, parts, doing),
    } satisfies Performs<Exclude<LadderEffect, { kind: 'appeals.begin' }>>,
    answers: {
      'appeals.chase-plan': (query, doing) => planChase(query, parts, doing),
    } satisfies Answers<LadderQuery>,
    async hear(fact, doing) {
      await hearOf(fact, parts, doing)
      // An instruction about it, or a report, is an answer.
      if ((fact.kind === 'taskGiven' || fact.kind === 'taskDone') && fact.appeal !== null)
        noteSeen([fact.appeal], parts, doing)
    },
    ...openLadder(parts),
  }
}
