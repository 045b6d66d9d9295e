import { z } from 'zod'
import { type Step, step } from '../../conversation/dialogue.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Choice } from '../../kernel/letter-draft.ts'
import { giveChoices, giveTexts as texts } from './give.texts.ts'
import { AddresseeState, Wish } from './plan-giving.ts'
import type { AppealGlance, TaskPlan, TasksEffect } from './tasks.effects.ts'

/** One thing to be given: about an appeal or none, to each of these. */
export const Item = z.object({
  appeal: z.string().nullable(),
  /** The appeal in a line, as whoever gives may see it. */
  about: z.string().nullable(),
  to: z.array(AddresseeState),
})
export type Item = z.infer<typeof Item>

export const GiveState = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('whichAppeal'),
    wish: Wish,
    /** Each candidate in a line; empty where it was not looked up. */
    lines: z.array(z.string()).default([]),
  }),
  z.object({
    step: z.literal('toWhom'),
    wish: Wish,
    question: z.string(),
    options: z.array(z.object({ label: z.string(), to: AddresseeState })),
  }),
  z.object({ step: z.literal('when'), wish: Wish, question: z.string() }),
  z.object({
    step: z.literal('confirming'),
    wish: Wish,
    ...Item.shape,
    /** Where several appeals were named at once. */
    more: z.array(Item).default([]),
    dueAt: z.string().nullable(),
    preview: z.string(),
  }),
  z.object({ step: z.literal('given') }),
  z.object({ step: z.literal('refused') }),
  z.object({ step: z.literal('abandoned') }),
])
export type GiveState = z.infer<typeof GiveState>
export type OpenGiving = Extract<GiveState, { wish: Wish }>
export type ConfirmingGiving = Extract<GiveState, { step: 'confirming' }>
export type GiveStep = Step<GiveState, TasksEffect>

/** What was looked up. */
export interface GiveKnown {
  readonly directory?: Directory
  /** The appeal that is meant, and each further one in `glance1`, `glance2`, …. */
  readonly glance?: AppealGlance
  readonly [further: `glance${number}`]: AppealGlance | undefined
  /** The candidates, of which one is asked for. */
  readonly [candidate: `candidate${number}`]: AppealGlance | undefined
  readonly plan?: TaskPlan
  /** Numbers of the list that the giver was shown last. */
  readonly shown?: readonly string[]
  /** Numbers of what the words may mean by the firm they name. */
  readonly meant?: readonly string[]
}

export const refused = (text: string): GiveStep =>
  step<GiveState, TasksEffect>({ step: 'refused' }, [{ text }])
export const abandoned = (text: string): GiveStep =>
  step<GiveState, TasksEffect>({ step: 'abandoned' }, [{ text }])

export function choicesOf(state: GiveState): readonly Choice[] {
  if (state.step === 'confirming') return giveChoices
  if (state.step === 'whichAppeal')
    return [
      ...state.wish.candidates.map((label, i): Choice => ({ id: `appeal-${i}`, label })),
      ...(state.wish.of > 0 ? [] : [{ id: 'every', label: texts.allOfThem }]),
      { id: 'none', label: texts.noneOfThem },
    ]
  return state.step === 'toWhom' ? state.options.map(({ label }, i) => ({ id: `to-${i}`, label })) : []
}

export function questionOf(state: GiveState): string | undefined {
  if (state.step === 'whichAppeal') return texts.whichAppeal(state.wish.of, state.lines)
  if (state.step === 'confirming') return state.preview
  return 'question' in state ? state.question : undefined
}

export function showing(state: GiveState): GiveStep {
  const text = questionOf(state)
  return step<GiveState, TasksEffect>(state, text === undefined ? [] : [{ text, choices: choicesOf(state) }])
}
