import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, type Step, step } from '../../../conversation/dialogue.ts'
import { may } from '../../../kernel/person.ts'
import { shortNumber } from '../appeal-number.ts'
import { spoken } from '../asker/status.dialogue.ts'
import type { LadderEffect, LadderQuery } from './ladder.effects.ts'
import { type ChasePlan, chaseChoices, ladderTexts as texts } from './ladder.texts.ts'
import type { ChaseAsked } from './read-chase.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('confirming'), numbers: z.array(z.string()), preview: z.string() }),
  z.object({ step: z.literal('chased') }),
  z.object({ step: z.literal('left') }),
])
type ChaseState = z.infer<typeof State>
type ChaseStep = Step<ChaseState, LadderEffect>

interface Known {
  readonly plan?: ChasePlan
}

const left = (text: string): ChaseStep => step<ChaseState, LadderEffect>({ step: 'left' }, [{ text }])

/** 催办: who gets it about what, seen before it goes. */
export const chaseDialogue: Dialogue<ChaseState, Known, LadderEffect> = {
  name: 'appeals.chase',
  version: 1,
  schema: State,
  finalSteps: ['chased', 'left'],
  idleMinutes: 24 * 60,
  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    if (state !== undefined || !may(turn.by.person, 'appeal.dispatch')) return {}
    const { number } = (beginning as Beginning).data as ChaseAsked
    return { plan: { ask: 'appeals.chase-plan', number } as LadderQuery }
  },
  start(turn, { plan }, beginning) {
    const asked = beginning.data as ChaseAsked
    if (!may(turn.by.person, 'appeal.dispatch')) return left(texts.chaseNotForYou())
    if (asked.unread.length > 0) return left(texts.unread(asked.unread))
    if (plan === undefined) return left(texts.notRunning(asked.number === null ? '' : spoken(asked.number)))
    if (plan.items.length === 0) return left(texts.nothingToChase(plan))
    const state: ChaseState = {
      step: 'confirming',
      numbers: plan.items.map(({ number }) => number),
      preview: texts.chasePreview(plan, turn.by.at),
    }
    return step<ChaseState, LadderEffect>(state, chaseDialogue.resume(state))
  },
  next(state, turn) {
    if (state.step !== 'confirming') return step<ChaseState, LadderEffect>(state)
    switch (turn.kind) {
      case 'yes':
        return step<ChaseState, LadderEffect>(
          { step: 'chased' },
          [],
          [{ kind: 'appeals.chase', numbers: state.numbers }],
        )
      case 'no':
      case 'cancel':
        return left(texts.notChased())
      case 'silence':
        return left(texts.chaseTimedOut())
      default:
        return step<ChaseState, LadderEffect>(state, chaseDialogue.resume(state))
    }
  },
  choices: (state) => (state.step === 'confirming' ? chaseChoices : []),
  number: (state) =>
    state.step === 'confirming' && state.numbers.length === 1
      ? shortNumber(state.numbers[0] ?? '')
      : undefined,
  resume: (state) => (state.step === 'confirming' ? [{ text: state.preview, choices: chaseChoices }] : []),
}
