import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import { markingTexts as texts } from './marking.texts.ts'
import type { ListedOffer, MatchingEffect, MatchingQuery, WhoFits } from './matching.effects.ts'

const Done = z.object({ step: z.literal('done') })
const done = { step: 'done' } as const

/** “已标政策”: what companies are matched against, and what no longer is. */
export const offersDialogue: Dialogue<
  z.infer<typeof Done>,
  { readonly offers?: readonly ListedOffer[] },
  never
> = {
  name: 'policy.offers',
  version: 1,
  schema: Done,
  finalSteps: ['done'],
  idleMinutes: 1,
  needs: (): Readonly<Record<string, MatchingQuery>> => ({ offers: { ask: 'policy.offers' } }),
  start: (_turn, { offers = [] }) => step(done, [{ text: texts.offers(offers) }]),
  next: (state) => step(state),
  resume: () => [],
}

/** “哪些企业符合 X”: for staff; nobody is written to. */
export const whoFitsDialogue: Dialogue<z.infer<typeof Done>, { readonly who?: WhoFits }, never> = {
  name: 'policy.who-fits',
  version: 1,
  schema: Done,
  finalSteps: ['done'],
  idleMinutes: 1,
  needs(state, turn, beginning): Readonly<Record<string, MatchingQuery>> {
    const { words = '' } = (beginning?.data ?? {}) as { words?: string }
    if (state !== undefined || turn.by.chat.kind === 'group') return {}
    return { who: { ask: 'policy.whoFits', words } }
  },
  start(turn, { who }, beginning) {
    const { words } = beginning.data as { words: string }
    if (turn.by.chat.kind === 'group') return step(done, [{ text: texts.onlyInPrivate() }])
    return step(done, [{ text: who?.title === undefined ? texts.noOffer(words) : texts.whoFits(who) }])
  },
  next: (state) => step(state),
  resume: () => [],
}

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('confirming'), doc: z.string(), title: z.string() }),
  z.object({ step: z.literal('closed') }),
  z.object({ step: z.literal('kept') }),
  z.object({ step: z.literal('refused') }),
])
type CloseState = z.infer<typeof State>
type Taken = Step<CloseState, MatchingEffect>

const choices = () => [
  { id: 'yes', label: texts.closeLabels.yes },
  { id: 'no', label: texts.closeLabels.no },
]

/** “停止申报 X”: no longer matched, after a look at which it is. */
export const closeOfferDialogue: Dialogue<
  CloseState,
  { readonly offers?: readonly ListedOffer[] },
  MatchingEffect
> = {
  name: 'policy.close-offer',
  version: 1,
  schema: State,
  finalSteps: ['closed', 'kept', 'refused'],
  idleMinutes: 30,
  needs(state, turn, beginning): Readonly<Record<string, MatchingQuery>> {
    const { words = '' } = (beginning?.data ?? {}) as { words?: string }
    if (state !== undefined || words === '' || turn.by.chat.kind === 'group') return {}
    return { offers: { ask: 'policy.offers', words } }
  },
  start(turn, { offers = [] }, beginning): Taken {
    const { words } = beginning.data as { words: string }
    const refuse = (text: string): Taken => step({ step: 'refused' }, [{ text }])
    if (turn.by.chat.kind === 'group') return refuse(texts.onlyInPrivate())
    if (words === '') return refuse(texts.closeWhich())
    const running = offers.filter(({ state }) => state !== 'closed')
    const [only] = running
    if (only === undefined) return refuse(texts.noOffer(words))
    if (running.length > 1) return refuse(texts.severalOffers(running.map(({ title }) => title)))
    const state: CloseState = { step: 'confirming', doc: only.doc, title: only.title }
    return step(state, closeOfferDialogue.resume(state))
  },
  next(state, turn): Taken {
    if (state.step !== 'confirming') return step(state)
    const { doc, title } = state
    if (turn.kind === 'yes') return step({ step: 'closed' }, [], [{ kind: 'policy.closeOffer', doc, title }])
    if (turn.kind === 'silence') return step({ step: 'kept' })
    if (turn.kind === 'no' || turn.kind === 'cancel' || turn.kind === 'skip')
      return step({ step: 'kept' }, [{ text: texts.left() }])
    return step(state, closeOfferDialogue.resume(state))
  },
  choices: (state) => (state.step === 'confirming' ? choices() : []),
  resume: (state) =>
    state.step === 'confirming' ? [{ text: texts.confirmClosing(state.title), choices: choices() }] : [],
}
