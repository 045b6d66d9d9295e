import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import { type Refusable, TOPICS, type Topic } from '../../../mailings/topics.ts'
import type { HeardPreference } from './preference-words.ts'
import { refusalsTexts as texts } from './refusals.texts.ts'

const State = z.object({ step: z.literal('told') })
type PreferenceState = z.infer<typeof State>

export interface PreferenceQuery {
  readonly ask: 'notices.refused'
}

export interface Prefer {
  readonly kind: 'notices.prefer'
  readonly refuse: readonly Topic[]
  readonly accept: readonly Topic[]
}

const isTopic = (one: Refusable): one is Topic => (TOPICS as readonly string[]).includes(one)

/**
 * 只收政策，不收活动: done at once, for to refuse has to be easy, it binds nobody else, and one word takes it back.
 */
export const preferenceDialogue: Dialogue<
  PreferenceState,
  { readonly refused?: readonly Refusable[] },
  Prefer
> = {
  name: 'notices.preference',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 5,
  needs: (state) =>
    state === undefined ? { refused: { ask: 'notices.refused' } satisfies PreferenceQuery } : {},
  start(turn, { refused = [] }, beginning) {
    const told = (text: string, effects: readonly Prefer[] = []) =>
      step<PreferenceState, Prefer>({ step: 'told' }, [{ text }], effects)
    if (turn.by.person.code === undefined) return told(texts.strangers())
    const before = refused.filter(isTopic)
    const heard = beginning.data as HeardPreference
    if (heard.what === 'ask') {
      const drives = refused.flatMap((one) => /^drive:(\d+)$/u.exec(one)?.[1] ?? []).map(Number)
      return told(texts.told(before, drives))
    }
    const { refuse, accept } = heard
    const after = [...new Set([...before.filter((topic) => !accept.includes(topic)), ...refuse])]
    return told(texts.kept(after), [{ kind: 'notices.prefer', refuse, accept }])
  },
  next: (state) => step<PreferenceState, Prefer>(state),
  resume: () => [],
}
