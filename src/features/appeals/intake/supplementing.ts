import { step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import type { AppealsEffect } from '../appeals.effects.ts'
import { proposeCategory } from '../reading/propose-category.ts'
import { looksPuzzled } from '../reading/puzzled.ts'
import { looksLikeSmallTalk } from '../reading/small-talk.ts'
import { intakeTexts as texts } from './intake.texts.ts'
import type { Draft, IntakeState } from './intake-state.ts'
import { finish, type IntakeFacts, type IntakeStep, inGroup, partOf, withPart } from './intake-steps.ts'
import { companyOf, filingOf, readDraft } from './read-draft.ts'
import { hasFiles } from './which-draft.ts'

/** A critical matter is filed already; what its asker adds goes to the filed appeal. */
export function supplement(
  state: Extract<IntakeState, { step: 'supplementing' }>,
  turn: Turn,
  facts: IntakeFacts,
): IntakeStep {
  const { draft, number, until } = state
  switch (turn.kind) {
    case 'silence':
      return finish({ step: 'filed' })
    case 'cancel':
      return /撤|取消/.test(turn.said?.text ?? '')
        ? step<IntakeState, AppealsEffect>(
            { step: 'filed' },
            [],
            [{ kind: 'appeals.offer-withdrawal', number }],
          )
        : finish({ step: 'filed' }, texts.alreadyFiled(number))
    case 'yes':
    case 'no':
    case 'skip':
      return finish({ step: 'filed' }, texts.supplementDone(number))
    case 'say': {
      const part = partOf(turn, true)
      if (
        part === undefined ||
        ((looksLikeSmallTalk(turn.said.text) || looksPuzzled(turn.said.text)) && !hasFiles(turn.said))
      )
        return finish(state, texts.supplementing(number))
      if (turn.by.at.toISOString() > until || isAnotherMatter(draft, turn.said.text)) {
        return step<IntakeState, AppealsEffect>(
          { step: 'filed' },
          [],
          [{ kind: 'appeals.begin', pieces: turn.said.pieces }],
        )
      }
      const added = withPart(draft, part)
      const read = readDraft(added)
      const known: Draft = { ...added, company: companyOf(added, read, turn.by.person, facts.directory) }
      return inGroup(
        turn,
        step<IntakeState, AppealsEffect>(
          { ...state, draft: known },
          [{ text: texts.supplemented(number, read, known.company) }],
          [{ kind: 'appeals.amend', number, draft: filingOf(known, read, null) }],
        ),
      )
    }
    default:
      return finish(state, texts.supplementing(number))
  }
}

/** A trouble of another kind, said after an emergency, is an appeal of its own. */
function isAnotherMatter(draft: Draft, text: string): boolean {
  const [best] = proposeCategory(text.slice(0, 1000))
  return best?.namesTrouble === true && best.category !== readDraft(draft).category && text.length > 12
}
