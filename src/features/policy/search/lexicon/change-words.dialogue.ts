import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../../conversation/dialogue.ts'
import type { LexiconEffect, LexiconOrder, LexiconPlan, LexiconQuery } from './lexicon.effects.ts'
import { lexiconTexts as texts } from './lexicon.texts.ts'
import { readLine } from './lexicon-line.ts'
import type { OrderData } from './recognise-lexicon.ts'

const Order = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), said: z.array(z.string()), written: z.array(z.string()) }),
  z.object({ kind: z.literal('remove'), said: z.string() }),
  z.object({ kind: z.literal('dismiss'), said: z.string() }),
])
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('confirming'), order: Order, preview: z.string() }),
  z.object({ step: z.literal('changed') }),
  z.object({ step: z.literal('refused') }),
  z.object({ step: z.literal('left') }),
])
type ChangeState = z.infer<typeof State>
type Taken = Step<ChangeState, LexiconEffect>

const choices = () => [
  { id: 'yes', label: texts.labels.yes },
  { id: 'no', label: texts.labels.no },
]

/** “加词 过桥 = 转贷”, “删词 过桥”, “不加词 过桥”: everybody's questions are searched so, hence a look and a yes. */
export const changeWordsDialogue: Dialogue<ChangeState, { readonly plan?: LexiconPlan }, LexiconEffect> = {
  name: 'policy.change-words',
  version: 1,
  schema: State,
  finalSteps: ['changed', 'refused', 'left'],
  idleMinutes: 30,
  needs(state, turn, beginning): Readonly<Record<string, LexiconQuery>> {
    if (state !== undefined || turn.by.chat.kind === 'group') return {}
    const read = readOrder(beginning?.data as OrderData)
    return 'text' in read ? {} : { plan: { ask: 'policy.plan-words', order: read } }
  },
  start(turn, { plan }, beginning): Taken {
    const refuse = (text: string): Taken => step({ step: 'refused' }, [{ text }])
    if (turn.by.chat.kind === 'group') return refuse(texts.onlyInPrivate())
    const order = readOrder(beginning.data as OrderData)
    if ('text' in order) return refuse(order.text)
    if (plan === undefined) return step({ step: 'refused' })
    if (plan.kind === 'refused') return refuse(plan.text)
    const state: ChangeState = { step: 'confirming', order: copy(order), preview: plan.preview }
    return step(state, changeWordsDialogue.resume(state))
  },
  next(state, turn): Taken {
    if (state.step !== 'confirming') return step(state)
    switch (turn.kind) {
      case 'yes':
        return step({ step: 'changed' }, [], [{ kind: 'policy.changeWords', order: state.order }])
      case 'silence':
        return step({ step: 'left' })
      case 'no':
      case 'cancel':
      case 'skip':
        return step({ step: 'left' }, [{ text: texts.left() }])
      default:
        return step(state, changeWordsDialogue.resume(state))
    }
  },
  choices: (state) => (state.step === 'confirming' ? choices() : []),
  resume: (state) => (state.step === 'confirming' ? [{ text: state.preview, choices: choices() }] : []),
}

function readOrder({ verb, words }: OrderData): LexiconOrder | { readonly text: string } {
  if (words.trim() === '') return { text: verb === 'add' ? texts.howToAdd() : texts.howToRemove() }
  if (verb !== 'add') return { kind: verb, said: words }
  const read = readLine(words)
  return 'fault' in read ? { text: texts.fault(read.fault, read.form) } : { kind: 'add', ...read }
}

const copy = (order: LexiconOrder) =>
  order.kind === 'add' ? { ...order, said: [...order.said], written: [...order.written] } : order
