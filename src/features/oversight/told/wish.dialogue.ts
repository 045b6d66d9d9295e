import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import { morningMinute, Wish } from './read-wish.ts'
import type { ToldEffect } from './told.effects.ts'
import { toldTexts as texts } from './told.texts.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('askingHour') }),
  z.object({ step: z.literal('settled') }),
  z.object({ step: z.literal('left') }),
])
type WishState = z.infer<typeof State>
type WishStep = Step<WishState, ToldEffect>

/** Nobody is awake before, and in the evening it is no morning digest. */
export const EARLIEST = 5 * 60
export const LATEST = 21 * 60

const settled = (wish: Wish): WishStep =>
  step<WishState, ToldEffect>({ step: 'settled' }, [], [{ kind: 'oversight.wishDigest', wish }])

const ask = (text: string): WishStep => step<WishState, ToldEffect>({ step: 'askingHour' }, [{ text }])

function atHour(minute: number | null, unread: string): WishStep {
  if (minute === null) return ask(unread)
  return minute < EARLIEST || minute > LATEST
    ? ask(texts.hourOutside(EARLIEST, LATEST))
    : settled({ kind: 'hour', minute })
}

/** 早报几点发、发不发: one's own wish binds nobody else, so it takes no yes and is undone by another word. */
export const wishDialogue: Dialogue<WishState, object, ToldEffect> = {
  name: 'oversight.digestWish',
  version: 1,
  schema: State,
  finalSteps: ['settled', 'left'],
  idleMinutes: 30,
  start(_turn, _known, beginning) {
    const wish = Wish.parse(beginning.data)
    return wish.kind === 'hour' ? atHour(wish.minute, texts.askHour()) : settled(wish)
  },
  next(state, turn) {
    if (state.step !== 'askingHour') return step<WishState, ToldEffect>(state)
    switch (turn.kind) {
      case 'say':
        return atHour(morningMinute(turn.said.text), texts.hourNotRead())
      case 'silence':
        return step<WishState, ToldEffect>({ step: 'left' })
      case 'no':
      case 'skip':
      case 'cancel':
        return step<WishState, ToldEffect>({ step: 'left' }, [{ text: texts.hourKept() }])
      default:
        return ask(texts.askHour())
    }
  },
  /** Whoever has gone on to something else has no use for the question any more. */
  standsAlone: (state) => state.step === 'askingHour',
  resume: (state) => (state.step === 'askingHour' ? [{ text: texts.askHour() }] : []),
}
