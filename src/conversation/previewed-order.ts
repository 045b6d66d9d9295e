/** 预览后确认: the one road of an order that binds somebody: what is missing is asked, the rest shown, then a yes. */
import { z } from 'zod'
import type { Choice, FileRef } from '../kernel/letter-draft.ts'
import { type Dialogue, type Effect, type Query, type Step, step } from './dialogue.ts'
import type { Turn } from './turn.ts'

/** What an order would mean now, as the service that will carry it out sees it. */
export type Plan<Order> =
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'asking'; readonly question: string }
  /** With the order as it was understood: full numbers, settled times. */
  | {
      readonly kind: 'ready'
      readonly order: Order
      readonly preview: string
      readonly number?: string
      /** On offer beside yes and no: another way to do it, which is shown before it counts. */
      readonly ways?: readonly Choice[]
      /** Shown with the preview: a picture that goes with what is ordered. */
      readonly files?: readonly FileRef[]
    }

export interface PlanQuery<Order, Ask extends Query['ask']> extends Query {
  readonly ask: Ask
  readonly order: Order
}

export interface OrderEffect<Order, Kind extends Effect['kind']> extends Effect {
  readonly kind: Kind
  readonly order: Order
}

interface Spec<Order, Ask extends Query['ask'], Kind extends Effect['kind']> {
  readonly name: `${string}.${string}`
  readonly version: number
  readonly schema: z.ZodType<Order>
  readonly ask: Ask
  readonly does: Kind
  /** What is pressed for yes and no. */
  readonly choices: readonly Choice[] | ((order: Order) => readonly Choice[])
  /** Without a word for so long it is left; a day where it is left out. */
  readonly idleMinutes?: number
  /** Words said while something is missing, or to change what was shown. */
  amend(order: Order, text: string, now: Date, awaited: 'answer' | 'yes'): Order
  /** The order by the way that was chosen of those on offer. */
  by?(order: Order, way: string): Order
  readonly texts: {
    readonly left: (order: Order) => string
    /** Left out, nothing is said: nobody waits for it. */
    readonly timedOut?: (order: Order) => string
  }
  /** A text is being dictated: whatever is said belongs to it, to the end or while something is asked. */
  readonly takesAll?: boolean | 'while-asking'
}

export type OrderState<Order> =
  | { readonly step: 'asking'; readonly order: Order; readonly question: string }
  | {
      readonly step: 'confirming'
      readonly order: Order
      readonly preview: string
      readonly number: string | null
      readonly ways?: readonly Choice[] | undefined
      readonly files?: readonly FileRef[] | undefined
    }
  | { readonly step: 'done' }
  | { readonly step: 'refused' }
  | { readonly step: 'abandoned' }

const Shown = z.object({
  sha256: z.string(),
  name: z.string(),
  kind: z.enum(['image', 'file', 'voice', 'video']),
})

/** A dialogue whose service does the thinking: it asks for a plan before each step and does what was planned. */
export function previewedOrder<Order extends object, Ask extends Query['ask'], Kind extends Effect['kind']>(
  spec: Spec<Order, Ask, Kind>,
): Dialogue<OrderState<Order>, { readonly plan?: Plan<Order> }, OrderEffect<Order, Kind>> {
  type State = OrderState<Order>
  type OneStep = Step<State, OrderEffect<Order, Kind>>

  const schema = z.discriminatedUnion('step', [
    z.object({ step: z.literal('asking'), order: spec.schema, question: z.string() }),
    z.object({
      step: z.literal('confirming'),
      order: spec.schema,
      preview: z.string(),
      number: z.string().nullable(),
      ways: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
      files: z.array(Shown).optional(),
    }),
    z.object({ step: z.literal('done') }),
    z.object({ step: z.literal('refused') }),
    z.object({ step: z.literal('abandoned') }),
  ]) as unknown as z.ZodType<State>

  const planOf = (order: Order): Readonly<Record<string, Query>> => ({
    plan: { ask: spec.ask, order } satisfies PlanQuery<Order, Ask> as Query,
  })
  const choicesOf = ({ order, ways = [] }: Extract<State, { step: 'confirming' }>) => [
    ...(typeof spec.choices === 'function' ? spec.choices(order) : spec.choices),
    ...ways,
  ]
  /** The order with what was said or chosen now; undefined where this turn changes nothing. */
  function amended(state: Extract<State, { order: Order }>, turn: Turn): Order | undefined {
    if (turn.kind === 'say')
      return spec.amend(
        state.order,
        turn.said.text.trim(),
        turn.by.at,
        state.step === 'asking' ? 'answer' : 'yes',
      )
    const isOffered =
      turn.kind === 'choose' &&
      state.step === 'confirming' &&
      state.ways?.some(({ id }) => id === turn.choice)
    return isOffered ? spec.by?.(state.order, turn.choice) : undefined
  }

  function settle(order: Order, plan: Plan<Order> | undefined): OneStep {
    if (plan === undefined) return step<State, OrderEffect<Order, Kind>>({ step: 'refused' })
    if (plan.kind === 'refused')
      return step<State, OrderEffect<Order, Kind>>({ step: 'refused' }, [{ text: plan.text }])
    const state: State =
      plan.kind === 'asking'
        ? { step: 'asking', order, question: plan.question }
        : {
            step: 'confirming',
            order: plan.order,
            preview: plan.preview,
            number: plan.number ?? null,
            ...(plan.ways === undefined ? {} : { ways: plan.ways }),
            ...(plan.files === undefined ? {} : { files: plan.files }),
          }
    return step<State, OrderEffect<Order, Kind>>(state, dialogue.resume(state))
  }

  const dialogue: Dialogue<State, { readonly plan?: Plan<Order> }, OrderEffect<Order, Kind>> = {
    name: spec.name,
    version: spec.version,
    schema,
    finalSteps: ['done', 'refused', 'abandoned'],
    idleMinutes: spec.idleMinutes ?? 24 * 60,
    needs(state, turn, beginning) {
      if (state === undefined) return planOf(beginning?.data as Order)
      const order = 'order' in state ? amended(state, turn) : undefined
      return order === undefined ? {} : planOf(order)
    },
    start: (_turn, { plan }, beginning) => settle(beginning.data as Order, plan),
    next(state, turn, { plan }) {
      if (!('order' in state)) return step(state)
      const order = amended(state, turn)
      if (order !== undefined) return settle(order, plan)
      switch (turn.kind) {
        case 'silence':
          return step<State, OrderEffect<Order, Kind>>(
            { step: 'abandoned' },
            spec.texts.timedOut === undefined ? [] : [{ text: spec.texts.timedOut(state.order) }],
          )
        case 'cancel':
        case 'no':
          return step<State, OrderEffect<Order, Kind>>({ step: 'abandoned' }, [
            { text: spec.texts.left(state.order) },
          ])
        case 'yes':
          if (state.step !== 'confirming') return step(state, dialogue.resume(state))
          return step<State, OrderEffect<Order, Kind>>(
            { step: 'done' },
            [],
            [{ kind: spec.does, order: state.order }],
          )
        default:
          return step(state, dialogue.resume(state))
      }
    },
    choices: (state) => (state.step === 'confirming' ? choicesOf(state) : []),
    number: (state) => (state.step === 'confirming' ? (state.number ?? undefined) : undefined),
    takes: (state) =>
      (spec.takesAll && state.step === 'asking') || (spec.takesAll === true && state.step === 'confirming')
        ? 'all'
        : 'rest',
    resume(state) {
      if (state.step === 'asking') return [{ text: state.question }]
      if (state.step !== 'confirming') return []
      const { preview, files } = state
      return [{ text: preview, choices: choicesOf(state), ...(files === undefined ? {} : { files }) }]
    },
  }
  return dialogue
}
