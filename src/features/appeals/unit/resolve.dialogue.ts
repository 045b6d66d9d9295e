import { z } from 'zod'
import { type Dialogue, type Query, type Say, type Step, step } from '../../../conversation/dialogue.ts'
import { may } from '../../../kernel/person.ts'
import { shortNumber } from '../appeal-number.ts'
import type { AppealsEffect, Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { spoken } from '../asker/status.dialogue.ts'
import { nextState } from '../life/appeal-moves.ts'
import { type Reported, readReport } from '../staff/read-command.ts'
import { resolveChoices, unitTexts as texts } from './unit.texts.ts'

const About = { number: z.string(), summary: z.string() }
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('reporting'), ...About }),
  z.object({ step: z.literal('confirming'), ...About, done: z.string() }),
  z.object({ step: z.literal('resolved') }),
  z.object({ step: z.literal('refused') }),
  z.object({ step: z.literal('abandoned') }),
])
export type ResolveState = z.infer<typeof State>
type ResolveStep = Step<ResolveState, AppealsEffect>

interface Known {
  readonly lookup?: Lookup
}

/** 0312 已办结 …: what was done, read back, because the asker gets these very words. */
export const resolveDialogue: Dialogue<ResolveState, Known, AppealsEffect> = {
  name: 'appeals.resolve',
  version: 1,
  schema: State,
  finalSteps: ['resolved', 'refused', 'abandoned'],
  idleMinutes: 24 * 60,

  needs(state, _turn, beginning): Readonly<Record<string, Query>> {
    const number = state === undefined ? (beginning?.data as Reported | undefined)?.number : undefined
    return number === undefined ? {} : { lookup: { ask: 'appeals.lookup', number } as Query }
  },

  start(turn, { lookup }, beginning) {
    const { number, words } = beginning.data as Reported
    const refused = (text: string): ResolveStep =>
      step<ResolveState, AppealsEffect>({ step: 'refused' }, [{ text }])
    if (!may(turn.by.person, 'appeal.resolve')) return refused(texts.notForYou())
    if (number === undefined) return refused(texts.which('办结'))
    if (lookup?.kind === 'last-year') return refused(appealsTexts.lastYear(lookup.number))
    if (lookup?.kind !== 'found' || lookup.as === 'asker') return refused(texts.notYours(spoken(number)))
    const { appeal } = lookup
    const role = lookup.as === 'staff' ? 'staff' : 'handler'
    if (typeof nextState(appeal.status, 'resolve', role, 'done') !== 'string')
      return refused(appealsTexts.cannot(appeal.number, appeal.status, '办结'))
    return withReport({ number: appeal.number, summary: appeal.summary }, words)
  },

  next(state, turn) {
    if (state.step !== 'reporting' && state.step !== 'confirming') return step(state)
    switch (turn.kind) {
      case 'silence':
        return step<ResolveState, AppealsEffect>({ step: 'abandoned' }, [
          { text: texts.timedOut(state.number) },
        ])
      case 'cancel':
      case 'no':
        return step<ResolveState, AppealsEffect>({ step: 'abandoned' }, [
          { text: texts.notResolved(state.number) },
        ])
      case 'yes': {
        if (state.step === 'reporting') return step(state, resolveDialogue.resume(state))
        const { number, done } = state
        return step<ResolveState, AppealsEffect>(
          { step: 'resolved' },
          [],
          [{ kind: 'appeals.resolve', number, done }],
        )
      }
      case 'say': {
        const words = readReport(turn.said.text, 'resolve')?.words ?? turn.said.text.trim()
        return withReport(state, words === '' && state.step === 'confirming' ? state.done : words)
      }
      default:
        return step(state, resolveDialogue.resume(state))
    }
  },

  choices: (state) => (state.step === 'confirming' ? resolveChoices : []),
  number: (state) => (state.step === 'confirming' ? shortNumber(state.number) : undefined),
  resume(state): readonly Say[] {
    if (state.step === 'reporting') return [{ text: texts.whatWasDone(state.number) }]
    if (state.step !== 'confirming') return []
    return [{ text: texts.previewResolve(state.number, state.summary, state.done), choices: resolveChoices }]
  },
}

function withReport({ number, summary }: { number: string; summary: string }, done: string): ResolveStep {
  const state: ResolveState =
    done === '' ? { step: 'reporting', number, summary } : { step: 'confirming', number, summary, done }
  return step(state, resolveDialogue.resume(state))
}
