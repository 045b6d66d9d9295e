import { step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import type { AppealsEffect } from '../appeals.effects.ts'
import { looksLikeSmallTalk } from '../reading/small-talk.ts'
import { intakeTexts as texts } from './intake.texts.ts'
import type { IntakeState } from './intake-state.ts'
import {
  abandoned,
  fileConfirmed,
  finish,
  followChange,
  type IntakeFacts,
  type IntakeStep,
  intakeChoicesOf,
  partOf,
  resumeIntake,
  weigh,
  withPart,
} from './intake-steps.ts'

/** The draft was read back and waits for a yes. */
export function confirm(
  state: Extract<IntakeState, { step: 'confirming' }>,
  turn: Turn,
  facts: IntakeFacts,
): IntakeStep {
  const { draft } = state
  const again = () => step<IntakeState, AppealsEffect>(state, resumeIntake(state))
  switch (turn.kind) {
    case 'yes':
      return facts.number === undefined ? again() : fileConfirmed(draft, facts.number)
    case 'no':
      // 不提交 ends it, 不对 wants something put right.
      if (turn.said === undefined || !/不对|不是|错|有误|没对/.test(turn.said.text))
        return abandoned(texts.abandoned())
      return finish({ step: 'collecting', draft, asks: 1 }, texts.whatIsWrong())
    case 'cancel':
      return abandoned(texts.abandoned())
    case 'silence':
      return abandoned(texts.wentSilent())
    case 'withdrawn':
      return followChange(draft, turn.message, null, turn, facts)
    case 'edited':
      return followChange(draft, turn.message, turn.text, turn, facts)
    case 'say': {
      const part = partOf(turn, true)
      const hasFiles = part?.pieces.some(({ files }) => files !== undefined) === true
      if (part === undefined || (looksLikeSmallTalk(turn.said.text) && !hasFiles))
        return step<IntakeState, AppealsEffect>(state, [
          { text: texts.stillWaiting(), choices: intakeChoicesOf(state) },
        ])
      return weigh(withPart(draft, part), turn, facts, true)
    }
    default:
      return again()
  }
}
