import type { Turn } from '../../../conversation/turn.ts'
import { looksPuzzled } from '../reading/puzzled.ts'
import { looksLikeSmallTalk } from '../reading/small-talk.ts'
import { intakeTexts as texts } from './intake.texts.ts'
import type { IntakeState } from './intake-state.ts'
import {
  abandoned,
  askFor,
  followChange,
  type IntakeFacts,
  type IntakeStep,
  partOf,
  weigh,
  withPart,
} from './intake-steps.ts'
import { textOf } from './part-text.ts'
import { proposedBy } from './proposed-by.ts'

/** So long an answer to “请说说是什么事” tells it. In characters. */
const ANSWER = 10

/** Nothing that can be taken down yet, or something that is to be put right. */
export function collect(
  state: Extract<IntakeState, { step: 'collecting' }>,
  turn: Turn,
  facts: IntakeFacts,
): IntakeStep {
  const { draft, asks } = state
  const hasWords = draft.parts.some((part) => textOf(part) !== '')
  // Words after a read-back correct it; before one they simply are the matter.
  const later = draft.wasRead
  switch (turn.kind) {
    case 'cancel':
    case 'no':
      return abandoned(texts.abandoned())
    case 'silence':
      return abandoned(texts.wentSilent())
    case 'withdrawn':
      return followChange(draft, turn.message, null, turn, facts)
    case 'edited':
      return followChange(draft, turn.message, turn.text, turn, facts)
    case 'skip':
      return hasWords ? weigh({ ...draft, wanted: true }, turn, facts, false) : abandoned(texts.nothingSaid())
    case 'say': {
      const part = partOf(turn, later)
      if (
        part === undefined ||
        ((looksLikeSmallTalk(turn.said.text) || looksPuzzled(turn.said.text)) &&
          (part.pieces[0]?.files?.length ?? 0) === 0)
      )
        return askFor(draft, turn, asks)
      const told = withPart(draft, part)
      // What answers our question is the matter. Asked twice is enough: it is taken down as it is, and staff ask.
      const all = told.parts.map((one) => textOf(one)).join('')
      const wanted = draft.wanted || [...all].length >= (asks > 1 ? 4 : ANSWER)
      const proposed = later ? draft.proposed : { ...proposedBy(turn), ...draft.proposed }
      const next = weigh({ ...told, wanted, proposed }, turn, facts, later)
      return next.state.step === 'collecting' ? askFor(next.state.draft, turn, 2) : next
    }
    default:
      return askFor(draft, turn, asks)
  }
}
