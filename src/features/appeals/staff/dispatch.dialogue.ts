import { z } from 'zod'
import { type Dialogue, type Query, type Say, type Step, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import { shortNumber } from '../appeal-number.ts'
import type { AppealsEffect, DispatchPlan, Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { spoken } from '../asker/status.dialogue.ts'
import { MOST_DAYS, USUAL_DAYS } from '../deadlines.ts'
import { mayBeDispatched } from '../life/appeal-moves.ts'
import { findUnits } from './find-unit.ts'
import { type DispatchAsked, readDispatch } from './read-command.ts'
import { dispatchChoices, staffTexts as texts } from './staff.texts.ts'

const About = {
  number: z.string(),
  summary: z.string(),
  sealed: z.boolean(),
  days: z.number(),
}
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('asking'), ...About, question: z.string() }),
  z.object({
    step: z.literal('confirming'),
    ...About,
    unit: z.string(),
    unitName: z.string(),
    preview: z.string(),
  }),
  z.object({ step: z.literal('dispatched') }),
  z.object({ step: z.literal('refused') }),
  z.object({ step: z.literal('abandoned') }),
])
export type DispatchState = z.infer<typeof State>
type DispatchStep = Step<DispatchState, AppealsEffect>
type Open = Extract<DispatchState, { step: 'asking' | 'confirming' }>

interface Known {
  readonly directory?: Directory
  readonly lookup?: Lookup
  readonly plan?: DispatchPlan
}

/** What is to be dispatched whither, as far as the words and what was said before go. */
interface Wish {
  readonly unitWords: string
  readonly days: number
}

/** 派单: to which unit, in how many working days; seen in full before it goes. */
export const dispatchDialogue: Dialogue<DispatchState, Known, AppealsEffect> = {
  name: 'appeals.dispatch',
  version: 1,
  schema: State,
  finalSteps: ['dispatched', 'refused', 'abandoned'],
  idleMinutes: 24 * 60,

  needs(state, turn, beginning, known): Readonly<Record<string, Query>> {
    if (!may(turn.by.person, 'appeal.dispatch')) return {}
    const directory: Query = { ask: 'membership.directory' }
    if (state === undefined) {
      const number = (beginning?.data as DispatchAsked | undefined)?.number
      if (number === undefined) return {}
      const lookup: Query = { ask: 'appeals.lookup', number } as Query
      return { directory, lookup, ...planFor(startWish(beginning?.data as DispatchAsked, known), known) }
    }
    if (turn.kind !== 'say' || (state.step !== 'asking' && state.step !== 'confirming')) return {}
    return { directory, ...planFor(wishIn(state, turn.said.text), known) }
  },

  start(turn, known, beginning) {
    const refused = (text: string): DispatchStep =>
      step<DispatchState, AppealsEffect>({ step: 'refused' }, [{ text }])
    const asked = beginning.data as DispatchAsked
    if (!may(turn.by.person, 'appeal.dispatch')) return refused(texts.dispatchNotForYou())
    if (asked.number === undefined || known.lookup === undefined) return refused(texts.whichAppeal())
    if (known.lookup.kind === 'last-year') return refused(appealsTexts.lastYear(known.lookup.number))
    if (known.lookup.kind === 'none') return refused(appealsTexts.noSuchNumber(spoken(asked.number)))
    const { appeal } = known.lookup
    if (!mayBeDispatched(appeal.status)) return refused(texts.notDispatchable(appeal))
    const { number, summary, sealed } = appeal
    const about = { number, summary, sealed, days: asked.days ?? USUAL_DAYS[appeal.urgency] }
    return settle({ step: 'asking', ...about, question: '' }, startWish(asked, known), known, turn)
  },

  next(state, turn, known) {
    if (state.step !== 'asking' && state.step !== 'confirming') return step(state)
    switch (turn.kind) {
      case 'cancel':
      case 'no':
        return step<DispatchState, AppealsEffect>({ step: 'abandoned' }, [
          { text: texts.notDispatched(state.number) },
        ])
      case 'silence':
        return step<DispatchState, AppealsEffect>({ step: 'abandoned' }, [
          { text: texts.timedOut(state.number) },
        ])
      case 'yes':
        if (state.step === 'confirming') return dispatched(state)
        return step(state, dispatchDialogue.resume(state))
      case 'say':
        return settle(state, wishIn(state, turn.said.text), known, turn)
      default:
        return step(state, dispatchDialogue.resume(state))
    }
  },

  choices: (state) => (state.step === 'confirming' ? dispatchChoices : []),
  number: (state) => (state.step === 'confirming' ? shortNumber(state.number) : undefined),
  resume(state): readonly Say[] {
    if (state.step === 'asking') return [{ text: state.question }]
    return state.step === 'confirming' ? [{ text: state.preview, choices: dispatchChoices }] : []
  },
}

function dispatched({ number, unit, days }: Extract<DispatchState, { step: 'confirming' }>): DispatchStep {
  return step<DispatchState, AppealsEffect>(
    { step: 'dispatched' },
    [],
    [{ kind: 'appeals.dispatch', number, unit, days }],
  )
}

/** Without a unit named, the one whose field it is is proposed. */
function startWish({ unitWords, days }: DispatchAsked, known: Known): Wish {
  const appeal = known.lookup?.kind === 'found' ? known.lookup.appeal : undefined
  const usual = appeal === undefined ? 0 : USUAL_DAYS[appeal.urgency]
  const units = [...(known.directory?.units.values() ?? [])]
  const own =
    unitWords === ''
      ? units.filter((unit) => appeal !== undefined && unit.categories.includes(appeal.category))
      : []
  return { unitWords: own.length === 1 ? (own[0]?.name ?? '') : unitWords, days: days ?? usual }
}

/** 改成5天, 给供电公司, 供电公司: what changes and what stays. */
function wishIn(state: Open, text: string): Wish {
  const asked = readDispatch(`派单 ${text}`)
  const words = (asked?.unitWords ?? '').replace(/^(?:改成|改为|换成|改|换|应该)+/, '').trim()
  const before = state.step === 'confirming' ? state.unitName : ''
  return { unitWords: words === '' ? before : words, days: asked?.days ?? state.days }
}

function planFor({ unitWords, days }: Wish, known: Known): Readonly<Record<string, Query>> {
  const [unit, ...others] = known.directory === undefined ? [] : findUnits(unitWords, known.directory)
  if (unit === undefined || others.length > 0) return {}
  return { plan: { ask: 'appeals.plan', unit: unit.code, days } as Query }
}

function settle(
  state: Open,
  { unitWords, days }: Wish,
  { directory, plan }: Known,
  turn: Turn,
): DispatchStep {
  const { number, summary, sealed } = state
  const about = { number, summary, sealed }
  const ask = (question: string, kept: number): DispatchStep =>
    step<DispatchState, AppealsEffect>({ step: 'asking', ...about, days: kept, question }, [
      { text: question },
    ])
  if (directory === undefined) return ask(texts.whichAppeal(), days)
  const all = [...directory.units.values()].map(({ name }) => name)
  const units = findUnits(unitWords, directory)
  const [unit, ...others] = units
  if (unit === undefined)
    return ask(unitWords === '' ? texts.whichUnit(number, all) : texts.unknownUnit(unitWords, all), days)
  if (others.length > 0) return ask(texts.severalUnits(units.map(({ name }) => name)), days)
  if (days < 1 || days > MOST_DAYS) return ask(texts.daysOutOfRange(MOST_DAYS), state.days)
  if (plan === undefined) return ask(texts.whichUnit(number, all), days)
  const going = { number, summary, sealed, days, unit: unit.code, unitName: unit.name }
  const confirming: DispatchState = {
    step: 'confirming',
    ...going,
    preview: texts.preview(going, plan, turn.by.at),
  }
  return step(confirming, dispatchDialogue.resume(confirming))
}
