import { z } from 'zod'
import { type Step, step } from '../../conversation/dialogue.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Choice } from '../../kernel/letter-draft.ts'
import { AddresseeState } from './plan-giving.ts'
import { declinedChoices, reviewChoices, sureChoices, reviewTexts as texts } from './review.texts.ts'
import { taskStates } from './task.ts'
import type { FoundTask, TaskPlan, TasksEffect } from './tasks.effects.ts'

const About = {
  task: z.string(),
  /** The addressee as people call it. */
  who: z.string(),
  state: z.enum(taskStates),
  dueAt: z.string().nullable(),
}
export const ReviewState = z.discriminatedUnion('step', [
  z.object({ step: z.literal('waiting'), ...About }),
  z.object({ step: z.literal('wording'), ...About }),
  z.object({
    step: z.literal('confirming'),
    ...About,
    act: z.enum(['return', 'reassign', 'cancel']),
    words: z.string(),
    to: AddresseeState.nullable(),
    newDueAt: z.string().nullable(),
    preview: z.string(),
  }),
  z.object({ step: z.literal('settled') }),
  z.object({ step: z.literal('left') }),
])
export type ReviewState = z.infer<typeof ReviewState>
export type OpenReview = Extract<ReviewState, { task: string }>
export type Subject = Pick<OpenReview, 'task' | 'who' | 'state' | 'dueAt'>
export type ReviewStep = Step<ReviewState, TasksEffect>

/** What was looked up. */
export interface ReviewKnown {
  readonly found?: FoundTask
  readonly directory?: Directory
  readonly plan?: TaskPlan
}

export function choicesOf(state: ReviewState): readonly Choice[] {
  if (state.step === 'waiting') return state.state === 'declined' ? declinedChoices : reviewChoices
  return state.step === 'confirming' ? sureChoices : []
}

/** What is asked in an open state. */
export function questionOf(state: ReviewState): string | undefined {
  if (state.step === 'wording') return texts.howAgain(state.task)
  if (state.step === 'confirming') return state.preview
  if (state.step !== 'waiting') return undefined
  return (state.state === 'declined' ? texts.refusalAgain : texts.reportAgain)(state.task)
}

export function showing(state: ReviewState): ReviewStep {
  const text = questionOf(state)
  return step<ReviewState, TasksEffect>(
    state,
    text === undefined ? [] : [{ text, choices: choicesOf(state) }],
  )
}

export const left = (text: string): ReviewStep => step<ReviewState, TasksEffect>({ step: 'left' }, [{ text }])
export const settled = (effect: TasksEffect): ReviewStep =>
  step<ReviewState, TasksEffect>({ step: 'settled' }, [], [effect])

export const subjectOf = ({ task, who, state, dueAt }: Subject): Subject => ({ task, who, state, dueAt })

export function wording(about: Subject): ReviewStep {
  return showing({ step: 'wording', ...subjectOf(about) })
}
