import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { officeTexts as texts } from './office.texts.ts'
import { findNumber, OfficeOrder, readOfficeOrder } from './office-order.ts'
import type { OfficeEffect, OfficePlan, UnansweredQuery } from './unanswered.effects.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('asking'), order: OfficeOrder, question: z.string() }),
  z.object({ step: z.literal('confirming'), order: OfficeOrder, preview: z.string(), wider: z.number() }),
  z.object({ step: z.literal('done') }),
  z.object({ step: z.literal('refused') }),
  z.object({ step: z.literal('left') }),
])
type OfficeState = z.infer<typeof State>
type Open = Extract<OfficeState, { order: OfficeOrder }>
type Taken = Step<OfficeState, OfficeEffect>

/** What the recogniser hands over. */
export interface OfficeData {
  readonly order: OfficeOrder
}

/** 答, 更正, 审核, 退回, 不答 W-0003: what is missing is asked, the rest read back, and a yes does it. */
export const officeDialogue: Dialogue<OfficeState, { readonly plan?: OfficePlan }, OfficeEffect> = {
  name: 'policy.office',
  version: 1,
  schema: State,
  finalSteps: ['done', 'refused', 'left'],
  idleMinutes: 24 * 60,
  needs(state, turn, beginning): Readonly<Record<string, UnansweredQuery>> {
    const plan = (order: OfficeOrder | undefined): Readonly<Record<string, UnansweredQuery>> =>
      order === undefined ? {} : { plan: { ask: 'policy.planOffice', order } }
    if (state !== undefined) return 'order' in state ? plan(changed(state, turn)) : {}
    const data = beginning?.data as OfficeData | undefined
    return turn.by.chat.kind === 'private' ? plan(data?.order) : {}
  },
  start(turn, { plan }, beginning) {
    const { order } = beginning.data as OfficeData
    if (turn.by.chat.kind === 'group') return refused(texts.onlyInPrivate())
    return settle(order, plan)
  },
  next(state, turn, { plan }): Taken {
    if (!('order' in state)) return step(state)
    const order = changed(state, turn)
    if (order !== undefined) return settle(order, plan)
    switch (turn.kind) {
      case 'silence':
        return step({ step: 'left' }, [{ text: texts.timedOut(state.order) }])
      case 'cancel':
      case 'no':
        return step({ step: 'left' }, [{ text: texts.left(state.order) }])
      case 'yes':
        return state.step === 'confirming'
          ? step({ step: 'done' }, [], [{ kind: 'policy.office', order: state.order }])
          : step(state, officeDialogue.resume(state))
      default:
        return step(state, officeDialogue.resume(state))
    }
  },
  choices: (state) => (state.step === 'confirming' ? choicesOf(state) : []),
  number: (state) => (state.step === 'confirming' ? state.order.number?.slice(2) : undefined),
  // What is dictated may hold any words.
  takes: (state) => (state.step === 'asking' ? 'all' : 'rest'),
  resume(state) {
    if (state.step === 'asking') return [{ text: state.question }]
    return state.step === 'confirming' ? [{ text: state.preview, choices: choicesOf(state) }] : []
  },
}

const choicesOf = ({ order, wider }: Extract<OfficeState, { step: 'confirming' }>) => [
  { id: 'yes', label: texts.labels[order.verb] },
  { id: 'no', label: texts.labels.no },
  ...(wider > 0 && !order.wide ? [{ id: 'wide', label: texts.labels.wide(wider) }] : []),
]

/** The order with what was said now; undefined where nothing of it changes. */
function changed({ step: at, order }: Open, turn: Turn): OfficeOrder | undefined {
  if (turn.kind === 'choose')
    return at === 'confirming' && turn.choice === 'wide' ? { ...order, wide: true } : undefined
  if (turn.kind !== 'say') return undefined
  const text = turn.said.text.trim()
  const again = readOfficeOrder(text)
  if (again !== undefined) {
    const isSame = again.verb === order.verb && again.number === (order.number ?? again.number)
    return isSame
      ? { ...again, words: again.words || order.words }
      : { ...again, number: again.number ?? order.number }
  }
  const number = order.number === null ? findNumber(text) : undefined
  if (number !== undefined) return { ...order, number }
  return takesWords.includes(order.verb) ? { ...order, words: text } : undefined
}

/** Of these the words are the order, so that others said before the yes replace them. */
const takesWords: readonly OfficeOrder['verb'][] = [
  'answer',
  'correct',
  'return',
  'dismiss',
  'withdraw',
  'audience',
  'reword',
  'renew',
  'merge',
]

const refused = (text: string): Taken => step({ step: 'refused' }, [{ text }])

function settle(order: OfficeOrder, plan: OfficePlan | undefined): Taken {
  if (plan === undefined) return step({ step: 'refused' })
  if (plan.kind === 'refused') return refused(plan.text)
  const state: OfficeState =
    plan.kind === 'asking'
      ? { step: 'asking', order, question: plan.question }
      : { step: 'confirming', order: plan.order, preview: plan.preview, wider: plan.wider }
  return step(state, officeDialogue.resume(state))
}
