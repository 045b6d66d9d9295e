import { step } from '../../../conversation/dialogue.ts'
import type { Said } from '../../../conversation/said.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import type { AppealsEffect } from '../appeals.effects.ts'
import { isChatter } from '../reading/chatter.ts'
import { readMaterial } from '../reading/material.ts'
import { findMeant } from '../reading/meant-appeal.ts'
import { looksPuzzled } from '../reading/puzzled.ts'
import { readSecrecyAnswer } from '../reading/sealing.ts'
import { looksLikeSmallTalk } from '../reading/small-talk.ts'
import { intakeTexts as texts } from './intake.texts.ts'
import type { Draft, IntakeState } from './intake-state.ts'
import {
  abandoned,
  beginOther,
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
import { proposedLater } from './proposed-by.ts'
import { readDraft } from './read-draft.ts'
import { claimOf, hasFiles, otherMatterIn } from './which-draft.ts'

type Confirming = Extract<IntakeState, { step: 'confirming' }>

/** Free words at a read-back: a question back, another matter, something for a filed one, or more of this one. */
function told(state: Confirming, turn: Extract<Turn, { kind: 'say' }>, facts: IntakeFacts): IntakeStep {
  const { draft } = state
  const { said } = turn
  const remind = (text: string) =>
    step<IntakeState, AppealsEffect>(state, [{ text, choices: intakeChoicesOf(state) }])
  const part = partOf(turn, true)
  const files = hasFiles(said)
  if (part === undefined) return remind(texts.stillWaiting())
  if (looksPuzzled(said.text) && !files) return remind(texts.explained())
  const secrecy = readDraft(draft).secrecy === 'unclear' ? readSecrecyAnswer(said.text) : undefined
  if (secrecy !== undefined) return weigh({ ...draft, secrecy }, turn, facts, true)
  if ((looksLikeSmallTalk(said.text) || isChatter(said.text)) && !files)
    return remind(takesLeave(said.text) ? texts.keptForLater() : texts.stillWaiting())
  const other = otherMatterIn(draft, said)
  if (other !== undefined) return beginOther(state, other)
  if (isForFiled(draft, said, facts))
    return step<IntakeState, AppealsEffect>(
      state,
      [],
      [{ kind: 'appeals.offer-supplement', pieces: part.pieces }],
    )
  return weigh(proposedLater(withPart(draft, part), turn), turn, facts, true)
}

/** 对账单找到了, while another matter is being read back: it goes with what they filed about it. */
function isForFiled(draft: Draft, said: Said, { own = [] }: IntakeFacts): boolean {
  if (readMaterial(said.text) === undefined || claimOf(draft, said) !== 'other') return false
  return (
    findMeant(
      said.text,
      own.filter(({ status }) => isOpen(status)),
    ) !== undefined
  )
}

const takesLeave = (text: string) =>
  /先这样|先忙|开会|在开车|出去|回头|晚点|等会|待会|一会|明天再|下班|吃饭/.test(text)

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
    case 'skip':
      return weigh({ ...draft, letGo: true }, turn, facts, true)
    case 'say':
      return told(state, turn, facts)
    case 'choose': {
      const isAsked = readDraft(draft).secrecy === 'unclear'
      const secrecy = turn.choice === 'sealed' || turn.choice === 'anonymous' ? turn.choice : undefined
      return secrecy === undefined || !isAsked ? again() : weigh({ ...draft, secrecy }, turn, facts, true)
    }
    default:
      return again()
  }
}
