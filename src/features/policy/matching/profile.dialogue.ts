import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import { dayOf } from '../../../kernel/clock.ts'
import type { KnownProfile, MatchingEffect, MatchingQuery } from './matching.effects.ts'
import { matchingTexts } from './matching.texts.ts'
import { profileTexts as texts } from './profile.texts.ts'
import { FIELD_NAMES, FIELDS } from './profile-fields.ts'
import { readFacts } from './read-facts.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('telling'), times: z.number() }),
  z.object({ step: z.literal('dropping'), key: z.string().optional() }),
  z.object({ step: z.literal('dropped') }),
  z.object({ step: z.literal('done') }),
  z.object({ step: z.literal('refused') }),
])
type ProfileState = z.infer<typeof State>
type Taken = Step<ProfileState, MatchingEffect>
type Known = { readonly profile?: KnownProfile }

/** What the recogniser hands over. */
export interface ProfileData {
  /** What was said of the company at once. */
  readonly words: string
  readonly drop: boolean
}

const MOST_UNREAD = 2

const choices = () => [
  { id: 'yes', label: texts.dropLabels.yes },
  { id: 'no', label: texts.dropLabels.no },
]

/** “企业资料”: what is known of one's own company, told, changed and deleted in words. */
export const profileDialogue: Dialogue<ProfileState, Known, MatchingEffect> = {
  name: 'policy.profile',
  version: 1,
  schema: State,
  finalSteps: ['dropped', 'done', 'refused'],
  idleMinutes: 30,
  needs(state, _turn, beginning): Readonly<Record<string, MatchingQuery>> {
    if (state !== undefined) return {}
    const { words = '' } = (beginning?.data ?? {}) as Partial<ProfileData>
    return { profile: { ask: 'policy.companyProfile', words } }
  },
  start(turn, { profile }, beginning): Taken {
    const { words, drop } = beginning.data as ProfileData
    if (profile?.company === undefined) return step({ step: 'refused' }, [{ text: texts.withoutCompany() }])
    if (turn.by.chat.kind === 'group')
      return step({ step: 'refused' }, [{ text: matchingTexts.onlyInPrivate() }])
    if (drop) {
      const key = FIELD_NAMES.find((name) => words.includes(FIELDS[name].label))
      const state: ProfileState = { step: 'dropping', ...(key === undefined ? {} : { key }) }
      return step(state, profileDialogue.resume(state))
    }
    if (Object.keys(profile.told).length > 0)
      return step(
        { step: 'telling', times: 0 },
        [{ text: `${matchingTexts.noted(profile.told)}${texts.goOn()}` }],
        [{ kind: 'policy.keepFacts', facts: profile.told }],
      )
    return step({ step: 'telling', times: 0 }, [{ text: texts.known(profile, dayOf(turn.by.at)) }])
  },
  next(state, turn): Taken {
    if (state.step === 'dropping') {
      if (turn.kind === 'yes') {
        const keys = state.key === undefined ? {} : { keys: [state.key] }
        return step({ step: 'dropped' }, [{ text: texts.dropped() }], [{ kind: 'policy.dropFacts', ...keys }])
      }
      if (turn.kind === 'silence') return step({ step: 'done' })
      if (turn.kind === 'no' || turn.kind === 'cancel' || turn.kind === 'skip')
        return step({ step: 'done' }, [{ text: texts.kept() }])
      return step(state, profileDialogue.resume(state))
    }
    if (state.step !== 'telling') return step(state)
    if (turn.kind === 'silence') return step({ step: 'done' })
    if (turn.kind === 'withdrawn' || turn.kind === 'edited') return step(state)
    if (turn.kind !== 'say') return step({ step: 'done' }, [{ text: texts.done() }])
    const facts = readFacts(turn.said.text, dayOf(turn.by.at))
    if (Object.keys(facts).length > 0)
      return step(
        { step: 'telling', times: 0 },
        [{ text: `${matchingTexts.noted(facts)}${texts.goOn()}` }],
        [{ kind: 'policy.keepFacts', facts }],
      )
    if (state.times + 1 >= MOST_UNREAD) return step({ step: 'done' }, [{ text: texts.done() }])
    return step({ step: 'telling', times: state.times + 1 }, [{ text: texts.nothingRead() }])
  },
  choices: (state) => (state.step === 'dropping' ? choices() : []),
  // More is welcome, not needed: other talk does not bring it up again.
  standsAlone: (state) => state.step === 'telling',
  resume(state) {
    if (state.step === 'telling') return [{ text: texts.goOn() }]
    if (state.step !== 'dropping') return []
    const label = FIELD_NAMES.find((name) => name === state.key)
    return [
      {
        text: texts.confirmDropping(label === undefined ? undefined : FIELDS[label].label),
        choices: choices(),
      },
    ]
  },
}
