import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import type { KnownProfile, MatchingEffect, MatchingQuery } from './matching.effects.ts'
import { reminderTexts as texts } from './matching.texts.ts'
import { profileTexts } from './profile.texts.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('confirming'), text: z.string() }),
  z.object({ step: z.literal('on') }),
  z.object({ step: z.literal('off') }),
  z.object({ step: z.literal('declined') }),
  z.object({ step: z.literal('refused') }),
])
type RemindingState = z.infer<typeof State>
type Taken = Step<RemindingState, MatchingEffect>

const choices = () => [
  { id: 'yes', label: texts.labels.yes },
  { id: 'no', label: texts.labels.no },
]

/** “申报提醒”, “取消申报提醒”: nobody is reminded who did not ask for it; stopping takes one word. */
export const remindingDialogue: Dialogue<
  RemindingState,
  { readonly profile?: KnownProfile },
  MatchingEffect
> = {
  name: 'policy.reminding',
  version: 1,
  schema: State,
  finalSteps: ['on', 'off', 'declined', 'refused'],
  idleMinutes: 30,
  needs: (state): Readonly<Record<string, MatchingQuery>> =>
    state === undefined ? { profile: { ask: 'policy.companyProfile' } } : {},
  start(_turn, { profile }, beginning): Taken {
    const { on } = beginning.data as { on: boolean }
    if (profile?.company === undefined)
      return step({ step: 'refused' }, [{ text: profileTexts.withoutCompany() }])
    const isMine = profile.reminded.who === 'me'
    if (!on) {
      if (!isMine) return step({ step: 'off' }, [{ text: texts.wasOff() }])
      return step({ step: 'off' }, [{ text: texts.off() }], [{ kind: 'policy.remind', on: false }])
    }
    if (isMine) return step({ step: 'on' }, [{ text: texts.already() }])
    const state: RemindingState = { step: 'confirming', text: texts.confirm(profile) }
    return step(state, remindingDialogue.resume(state))
  },
  next(state, turn): Taken {
    if (state.step !== 'confirming') return step(state)
    if (turn.kind === 'yes')
      return step({ step: 'on' }, [{ text: texts.on() }], [{ kind: 'policy.remind', on: true }])
    if (turn.kind === 'silence') return step({ step: 'declined' })
    if (turn.kind === 'no' || turn.kind === 'cancel' || turn.kind === 'skip')
      return step({ step: 'declined' }, [{ text: texts.declined() }])
    return step(state, remindingDialogue.resume(state))
  },
  choices: (state) => (state.step === 'confirming' ? choices() : []),
  resume: (state) => (state.step === 'confirming' ? [{ text: state.text, choices: choices() }] : []),
}
