import { z } from 'zod'
import { type Dialogue, type Query, type Step, step } from '../../../conversation/dialogue.ts'
import { may } from '../../../kernel/person.ts'
import { formatNumber, shortNumber, yearOf } from '../appeal-number.ts'
import { spoken } from '../asker/status.dialogue.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import type { DecideEffect, ExtensionShown, ExtensionsQuery } from './extensions.effects.ts'
import { decideChoices, extensionTexts as texts } from './extensions.texts.ts'
import { type ExtensionDecision, readDecision } from './read-extension.ts'

const About = { application: z.string(), number: z.string(), text: z.string() }
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('waiting'), ...About }),
  z.object({ step: z.literal('reasoning'), ...About }),
  z.object({ step: z.literal('decided') }),
  z.object({ step: z.literal('left') }),
])
export type DecideState = z.infer<typeof State>
type DecideStep = Step<DecideState, DecideEffect>
type Open = Extract<DecideState, { step: 'waiting' | 'reasoning' }>

/** What whoever may grant it is handed. */
export interface ExtensionInvitation {
  readonly application: string
  readonly number: string
  readonly text: string
}

interface Known {
  readonly pending?: readonly ExtensionShown[]
}

/** 延期审批: yes with a button, no with a reason. */
export const decideExtensionDialogue: Dialogue<DecideState, Known, DecideEffect> = {
  name: 'appeals.decide-extension',
  version: 1,
  schema: State,
  finalSteps: ['decided', 'left'],
  idleMinutes: 3 * 24 * 60,

  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    if (state !== undefined || isInvitation(beginning?.data)) return {}
    if (!may(turn.by.person, 'appeal.grant-extension')) return {}
    const number = (beginning?.data as ExtensionDecision | undefined)?.number ?? null
    return { pending: { ask: 'appeals.extensions', number } satisfies ExtensionsQuery as Query }
  },

  start(_turn, { pending }, beginning) {
    if (isInvitation(beginning.data)) return wait(beginning.data)
    const say = (text: string): DecideStep => step<DecideState, DecideEffect>({ step: 'left' }, [{ text }])
    const { verb, number, reason } = beginning.data as ExtensionDecision
    if (pending === undefined) return say(texts.decideNotForYou())
    const [only, ...others] = pending
    if (only === undefined) return say(texts.nonePending(number === undefined ? null : spoken(number)))
    if (others.length > 0) return say(texts.several(pending.map((one) => one.number)))
    const about = { application: only.id, number: only.number, text: only.text }
    if (verb === 'grant') return wait(about)
    return reason === '' ? askWhy(about) : refuse(about, reason)
  },

  next(state, turn) {
    if (state.step !== 'waiting' && state.step !== 'reasoning') return step(state)
    switch (turn.kind) {
      case 'silence':
        return step<DecideState, DecideEffect>({ step: 'left' })
      case 'cancel':
        return step<DecideState, DecideEffect>({ step: 'left' }, [{ text: texts.notGranted(state.number) }])
      case 'yes':
        return state.step === 'waiting' ? grant(state) : again(state)
      case 'no':
        return state.step === 'waiting' ? askWhy(state) : again(state)
      case 'say': {
        const decision = readDecision(turn.said.text)
        if (decision?.number !== undefined && !isAbout(state.number, decision.number, turn.by.at))
          return step<DecideState, DecideEffect>(state, [], [{ kind: 'appeals.other-extension', decision }])
        if (state.step === 'reasoning') return refuse(state, (decision?.reason || turn.said.text).trim())
        if (decision === undefined) return again(state)
        // 同意延期 in words, to what was read out, is a yes.
        if (decision.verb === 'grant') return grant(state)
        return decision.reason === '' ? askWhy(state) : refuse(state, decision.reason)
      }
      default:
        return again(state)
    }
  },

  choices: (state) => (state.step === 'waiting' ? decideChoices : []),
  claims: (state, { text }) => {
    const number = state.step === 'waiting' ? readDecision(text)?.number : undefined
    return number !== undefined && 'number' in state && Number(shortNumber(state.number)) === number.serial
      ? 'mine'
      : 'other'
  },
  number: (state) => (state.step === 'waiting' ? shortNumber(state.number) : undefined),
  resume(state) {
    if (state.step === 'waiting') return [{ text: texts.again(state.number), choices: decideChoices }]
    return state.step === 'reasoning' ? [{ text: texts.whyNot(state.number) }] : []
  },
  standsAlone: (state) => state.step === 'waiting',
}

const isInvitation = (data: unknown): data is ExtensionInvitation => Object(data).application !== undefined

const isAbout = (number: string, { year, serial }: AppealNumber, at: Date) =>
  number === formatNumber(year ?? yearOf(at), serial)

const again = (state: Open): DecideStep => step(state, decideExtensionDialogue.resume(state))

function wait({ application, number, text }: ExtensionInvitation): DecideStep {
  return step<DecideState, DecideEffect>({ step: 'waiting', application, number, text }, [
    { text, choices: decideChoices },
  ])
}

function askWhy({ application, number, text }: ExtensionInvitation): DecideStep {
  return again({ step: 'reasoning', application, number, text })
}

const grant = ({ application }: ExtensionInvitation): DecideStep =>
  step<DecideState, DecideEffect>(
    { step: 'decided' },
    [],
    [{ kind: 'appeals.decide-extension', id: application, granted: true, reason: null }],
  )

function refuse(about: ExtensionInvitation, reason: string): DecideStep {
  if (reason === '') return askWhy(about)
  return step<DecideState, DecideEffect>(
    { step: 'decided' },
    [],
    [{ kind: 'appeals.decide-extension', id: about.application, granted: false, reason }],
  )
}
