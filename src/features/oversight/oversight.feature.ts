import type { Query } from '../../conversation/dialogue.ts'
import type { Feature, Reading } from '../../conversation/feature.ts'
import { may, type Person } from '../../kernel/person.ts'
import { askDialogue, type OversightQuery } from './ask.dialogue.ts'
import { dutyDialogue } from './duty.dialogue.ts'
import { look } from './look.ts'
import type { OversightStore } from './oversight.store.ts'
import { readDuty } from './read-duty.ts'
import { type AskedWords, readQuestion } from './read-question.ts'

/** Staff have lists of their own in the appeals; where those claim the words too, theirs comes first. */
const STAFF_LESS = 0.25
/** Others' figures asked by somebody who may not see them. */
const OTHERS =
  /全县|全市|全区|各家|大家|别人|别家|其他(?:企业|公司|商会)|(?:整个|我们|咱们?)?商会|所有|工商联|一共|总共/u
const REFUSED_SCORE = 0.4

/** 督查: what leaders ask, within what they answer for. Read-only: nothing here changes an appeal. */
export function oversightFeature({ store }: { readonly store: OversightStore }): Feature {
  return {
    name: 'oversight',
    dialogues: [askDialogue, dutyDialogue],
    recognise(said, { by }): readonly Reading[] {
      const duty = mayKnowDuties(by.person) ? readDuty(said.text, by.at) : undefined
      if (duty !== undefined)
        return [
          {
            dialogue: dutyDialogue.name,
            band: 'role',
            score: 0.95,
            label: '查包联分工',
            words: duty.words,
            data: duty,
          },
        ]
      const asked = readQuestion(said.text, by.at)
      return asked === undefined ? [] : readingsOf(asked, by.person)
    },
    async answer(query, doing) {
      if (query.ask === 'oversight.entry') {
        // For other features: one entry, as far as whoever speaks may see it.
        const { numbers } = query as OversightEntryQuery
        const looked = await look(store, { kind: 'number', numbers: [...numbers] }, 0, doing)
        return looked.kind === 'entry' ? looked.entry : undefined
      }
      if (query.ask !== 'oversight.look') return undefined
      const { question, offset } = query as OversightQuery
      return look(store, question, offset, doing)
    },
  }
}

/** Asked by other features under this name. */
type OversightEntryQuery = Query & { readonly ask: 'oversight.entry'; readonly numbers: readonly string[] }

const mayKnowDuties = (person: Person) => may(person, 'appeal.see-in-scope') || may(person, 'appeal.see-all')

function readingsOf(asked: AskedWords, person: Person): readonly Reading[] {
  const base = { dialogue: askDialogue.name, label: '查办理情况', words: asked.words, data: asked } as const
  if (may(person, 'appeal.see-in-scope')) {
    // A question that only resembles ours must not keep a rule from being looked up.
    if (asked.kind === 'unclear') return [{ ...base, band: 'appeal', score: 0.45 }]
    return [{ ...base, band: 'role', score: asked.score }]
  }
  if (may(person, 'appeal.see-all')) {
    if (asked.kind === 'unclear' || asked.kind === 'scope') return []
    return [{ ...base, band: 'role', score: asked.score - STAFF_LESS }]
  }
  if (may(person, 'appeal.see-dispatched') || (asked.kind !== 'count' && asked.kind !== 'news')) return []
  // Their own matters may be meant: whoever claims those comes first.
  const isOthers = asked.score >= 0.7 && OTHERS.test(asked.text)
  return asked.score >= 0.7 ? [{ ...base, band: isOthers ? 'own' : 'smallTalk', score: REFUSED_SCORE }] : []
}
