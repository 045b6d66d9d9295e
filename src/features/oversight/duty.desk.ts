import type { Desk } from '../../conversation/desk.ts'
import { may } from '../../kernel/person.ts'
import { dutyDialogue } from './duty.dialogue.ts'
import { readDuty } from './read-duty.ts'

/** Above every question about matters: who answers for a firm is a question about the roster. */
const SCORE = 0.95

/** 谁包: who answers for what, by the roster. */
export function dutyDesk(): Desk {
  return {
    dialogues: [dutyDialogue],
    recognise(said, { by }) {
      if (!may(by.person, 'appeal.see-in-scope') && !may(by.person, 'appeal.see-all')) return []
      const duty = readDuty(said.text, by.at)
      if (duty === undefined) return []
      return [
        {
          dialogue: dutyDialogue.name,
          band: 'role',
          score: SCORE,
          label: '查包联分工',
          words: duty.words,
          data: duty,
        },
      ]
    },
  }
}
