import { z } from 'zod'
import { type Dialogue, type Say, type Step, step } from '../../../conversation/dialogue.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import { declineTexts as texts } from './decline.texts.ts'
import type { Declining } from './decline-words.ts'

const Named = z.object({ number: z.number().int(), title: z.string() })
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('choosing'), declines: z.boolean(), drives: z.array(Named) }),
  z.object({ step: z.literal('noted') }),
  z.object({ step: z.literal('left') }),
])
type DeclineState = z.infer<typeof State>
type Named = z.infer<typeof Named>

export interface DeclineQuery {
  readonly ask: 'donations.mayDecline'
  readonly declining: Declining
}
/** The drives that can be meant, or why there is none. */
export type Declinable = { readonly drives: readonly Named[] } | { readonly problem: string }

/** Free: one line takes it back. */
export interface DeclineEffect {
  readonly kind: 'donations.decline'
  readonly number: number
  readonly declines: boolean
}

type Taken = Step<DeclineState, DeclineEffect>

const left = (text: string): Taken => step<DeclineState, DeclineEffect>({ step: 'left' }, [{ text }])

function note({ number, title }: Named, declines: boolean): Taken {
  const text = declines ? texts.declined(number, title) : texts.accepted(number, title)
  return step<DeclineState, DeclineEffect>(
    { step: 'noted' },
    [{ text }],
    [{ kind: 'donations.decline', number, declines }],
  )
}

const choicesOf = (state: DeclineState): readonly Choice[] =>
  state.step === 'choosing' ? texts.choices(state.drives) : []
const ask = (state: DeclineState): readonly Say[] =>
  state.step === 'choosing' ? [{ text: texts.which(), choices: choicesOf(state) }] : []

/**
 * 这个募捐别再发我: done at once, because whoever is sent information may refuse it in an easy way (Personal Information
 * Protection Law art. 24), and one line takes it back.
 */
export const declineDialogue: Dialogue<DeclineState, { readonly found?: Declinable }, DeclineEffect> = {
  name: 'donations.decline',
  version: 1,
  schema: State,
  finalSteps: ['noted', 'left'],
  idleMinutes: 30,
  needs(state, _turn, beginning) {
    if (state !== undefined) return {}
    const declining = (beginning?.data ?? { declines: true }) as Declining
    return { found: { ask: 'donations.mayDecline', declining } satisfies DeclineQuery }
  },
  start(_turn, { found }, beginning) {
    const { declines } = (beginning.data ?? { declines: true }) as Declining
    if (found === undefined) return left(texts.noneOut())
    if ('problem' in found) return left(found.problem)
    const [only] = found.drives
    if (only === undefined) return left(texts.noneOut())
    if (found.drives.length === 1) return note(only, declines)
    const state: DeclineState = { step: 'choosing', declines, drives: [...found.drives] }
    return step<DeclineState, DeclineEffect>(state, ask(state))
  },
  next(state, turn) {
    if (state.step !== 'choosing') return step<DeclineState, DeclineEffect>(state)
    if (turn.kind === 'choose') {
      const chosen = state.drives.find(({ number }) => turn.choice === `drive-${number}`)
      if (chosen !== undefined) return note(chosen, state.declines)
    }
    if (turn.kind === 'cancel' || turn.kind === 'no') return left(texts.left())
    if (turn.kind === 'silence') return step<DeclineState, DeclineEffect>({ step: 'left' })
    return step<DeclineState, DeclineEffect>(state, ask(state))
  },
  choices: choicesOf,
  resume: ask,
}
