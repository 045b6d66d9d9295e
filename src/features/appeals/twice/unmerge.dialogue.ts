import { z } from 'zod'
import { type Dialogue, type Query, type Say, type Step, step } from '../../../conversation/dialogue.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import { shortNumber } from '../appeal-number.ts'
import { numberOf } from '../asker/status.dialogue.ts'
import type { UnmergeAsked } from './read-merge.ts'
import type { TwiceEffect, UnmergePlan } from './twice.effects.ts'
import { twiceTexts as texts, unmergeChoices } from './twice.texts.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('explaining'), number: z.string() }),
  z.object({ step: z.literal('confirming'), number: z.string(), reason: z.string(), preview: z.string() }),
  z.object({ step: z.literal('unmerged') }),
  z.object({ step: z.literal('refused') }),
  z.object({ step: z.literal('kept') }),
])
export type UnmergeState = z.infer<typeof State>
type UnmergeStep = Step<UnmergeState, TwiceEffect>

interface Known {
  readonly directory?: Directory
  readonly plan?: UnmergePlan
}

/** 撤销并单 0307 理由: a merge that was wrong is undone, with a word why. */
export const unmergeDialogue: Dialogue<UnmergeState, Known, TwiceEffect> = {
  name: 'appeals.unmerge',
  version: 1,
  schema: State,
  finalSteps: ['unmerged', 'refused', 'kept'],
  idleMinutes: 24 * 60,

  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    if (!may(turn.by.person, 'appeal.merge')) return {}
    const number =
      state === undefined
        ? (beginning?.data as UnmergeAsked | undefined)?.number
        : state.step === 'explaining'
          ? numberOf(state)
          : undefined
    if (number === undefined) return {}
    return {
      directory: { ask: 'membership.directory' },
      plan: { ask: 'appeals.unmerge-plan', number } as Query,
    }
  },

  start(turn, { plan, directory }, beginning) {
    const { reason } = beginning.data as UnmergeAsked
    const refuse = (text: string) => step<UnmergeState, TwiceEffect>({ step: 'refused' }, [{ text }])
    if (!may(turn.by.person, 'appeal.merge')) return refuse(texts.notForYou())
    if (plan === undefined || directory === undefined) return refuse(texts.whichUnmerge())
    if (plan.kind === 'refused') return refuse(texts.refusedUnmerge(plan))
    if (reason === '') return open({ step: 'explaining', number: plan.appeal.number })
    return confirm(plan, reason, turn.by.at, directory)
  },

  next(state, turn, { plan, directory }) {
    if (state.step !== 'explaining' && state.step !== 'confirming') return step(state)
    const keep = () =>
      step<UnmergeState, TwiceEffect>({ step: 'kept' }, [{ text: texts.notUnmerged(state.number) }])
    if (turn.kind === 'cancel' || turn.kind === 'silence') return keep()
    if (state.step === 'confirming') {
      if (turn.kind === 'no') return keep()
      if (turn.kind !== 'yes') return open(state)
      const { number, reason } = state
      return step<UnmergeState, TwiceEffect>(
        { step: 'unmerged' },
        [],
        [{ kind: 'appeals.unmerge', number, reason }],
      )
    }
    const reason = turn.kind === 'say' ? turn.said.text.trim().slice(0, 500) : ''
    if (turn.kind === 'no') return keep()
    if (reason === '' || plan?.kind !== 'ready' || directory === undefined) return open(state)
    return confirm(plan, reason, turn.by.at, directory)
  },

  choices: (state) => (state.step === 'confirming' ? unmergeChoices : []),
  number: (state) => (state.step === 'confirming' ? shortNumber(state.number) : undefined),
  takes: (state) => (state.step === 'explaining' ? 'all' : 'rest'),
  resume(state): readonly Say[] {
    if (state.step === 'explaining') return [{ text: texts.whyUnmerge(state.number) }]
    return state.step === 'confirming' ? [{ text: state.preview, choices: unmergeChoices }] : []
  },
}

const open = (state: UnmergeState): UnmergeStep => step(state, unmergeDialogue.resume(state))

function confirm(
  plan: Extract<UnmergePlan, { kind: 'ready' }>,
  reason: string,
  now: Date,
  directory: Directory,
): UnmergeStep {
  const preview = texts.unmergePreview(plan, reason, now, directory)
  return open({ step: 'confirming', number: plan.appeal.number, reason, preview })
}
