import { z } from 'zod'
import { type Dialogue, type Effect, step } from '../../conversation/dialogue.ts'
import { groupTexts as texts } from './group.texts.ts'

export type ListeningEffect = Effect & { readonly kind: 'membership.listen'; readonly on: boolean }

const State = z.object({ step: z.literal('done') })

interface Known {
  readonly listening?: boolean
  readonly overhears?: boolean
}

/** “本群收诉求 开”, said in the group: switched, or told how it stands. */
export const listeningDialogue: Dialogue<z.infer<typeof State>, Known, ListeningEffect> = {
  name: 'membership.listening',
  version: 1,
  schema: State,
  finalSteps: ['done'],
  idleMinutes: 1,
  needs: () => ({
    listening: { ask: 'membership.listening' },
    overhears: { ask: 'membership.overhears' },
  }),
  start(turn, { listening = false, overhears = true }, beginning) {
    const { on, allowed } = beginning.data as { on: boolean | null; allowed: boolean }
    const done = { step: 'done' } as const
    const here = (text: string) => [{ text, to: 'here' }] as const
    if (turn.by.chat.kind === 'private') return step(done, here(texts.switchInGroup()))
    if (on === null) return step(done, here(listening ? texts.isOn() : texts.isOff()))
    if (!allowed) return step(done, here(texts.maySwitch()))
    if (on && !overhears) return step(done, here(texts.cannotOverhear()))
    if (on === listening) return step(done, here(on ? texts.isOn() : texts.isOff()))
    return step(done, here(on ? texts.switchedOn() : texts.switchedOff()), [
      { kind: 'membership.listen', on },
    ])
  },
  next: (state) => step(state),
  resume: () => [],
}
