import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, type Step, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { readNumber } from '../../../kernel/chinese-numbers.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import { shortNumber } from '../appeal-number.ts'
import type { AppealsQuery, Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { spoken } from '../asker/status.dialogue.ts'
import { isRunning } from '../ladder/ladder.ts'
import { type ChangeTermAsked, readChangeTerm } from './read-terms-words.ts'
import type { TermPlan, TermsEffect, TermsQuery } from './terms.effects.ts'
import { changeTermChoices, termsTexts as texts } from './terms.texts.ts'

const when = z.coerce.date().nullable()
const About = { number: z.string(), summary: z.string(), dueAt: when, resolveDueAt: when, reason: z.string() }
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('asking'), ...About, days: z.number().nullable(), question: z.string() }),
  z.object({ step: z.literal('confirming'), ...About, days: z.number(), preview: z.string() }),
  z.object({ step: z.literal('changed') }),
  z.object({ step: z.literal('left') }),
])
type ChangeState = z.infer<typeof State>
type ChangeStep = Step<ChangeState, TermsEffect>
type Open = Extract<ChangeState, { step: 'asking' | 'confirming' }>

interface Known {
  readonly lookup?: Lookup
  readonly plan?: TermPlan
}

const left = (text: string): ChangeStep => step<ChangeState, TermsEffect>({ step: 'left' }, [{ text }])

/** 改时限: how many working days from now, why, and what day that is, before it is so. */
export const changeTermDialogue: Dialogue<ChangeState, Known, TermsEffect> = {
  name: 'appeals.change-term',
  version: 1,
  schema: State,
  finalSteps: ['changed', 'left'],
  idleMinutes: 24 * 60,
  needs(state, turn, beginning, known): Readonly<Record<string, Query>> {
    if (!may(turn.by.person, 'appeal.dispatch')) return {}
    if (state === undefined) {
      const { number, days } = (beginning as Beginning).data as ChangeTermAsked
      if (number === undefined) return {}
      const { lookup } = known as Known
      const found = lookup?.kind === 'found' ? lookup.appeal.number : undefined
      return { lookup: { ask: 'appeals.lookup', number } as AppealsQuery, ...planOf(found, days) }
    }
    if (state.step !== 'asking' && state.step !== 'confirming') return {}
    return planOf(state.number, wish(state, turn).days)
  },
  start(turn, { lookup, plan }, beginning) {
    const { number, days, reason } = beginning.data as ChangeTermAsked
    if (!may(turn.by.person, 'appeal.dispatch')) return left(texts.changeNotForYou())
    if (number === undefined) return left(texts.whichToChange())
    if (lookup?.kind === 'last-year') return left(appealsTexts.lastYear(lookup.number))
    if (lookup?.kind !== 'found') return left(appealsTexts.noSuchNumber(spoken(number)))
    const { appeal } = lookup
    if (!isRunning({ ...appeal, dueAt: appeal.dueAt ?? appeal.filedAt }))
      return left(texts.notChangeable(appeal.number))
    const { summary, dueAt, resolveDueAt } = appeal
    return settle({ number: appeal.number, summary, dueAt, resolveDueAt }, { days, reason }, plan, turn)
  },
  next(state, turn, { plan }) {
    if (state.step !== 'asking' && state.step !== 'confirming') return step<ChangeState, TermsEffect>(state)
    switch (turn.kind) {
      case 'cancel':
      case 'no':
        return left(texts.notChanged(state.number))
      case 'silence':
        return left(texts.changeTimedOut(state.number))
      case 'yes': {
        if (state.step !== 'confirming')
          return step<ChangeState, TermsEffect>(state, changeTermDialogue.resume(state))
        const { number, days, reason } = state
        return step<ChangeState, TermsEffect>(
          { step: 'changed' },
          [],
          [{ kind: 'appeals.changeTerm', number, days, reason }],
        )
      }
      case 'say':
        return settle(state, wish(state, turn), plan, turn)
      default:
        return step<ChangeState, TermsEffect>(state, changeTermDialogue.resume(state))
    }
  },
  choices: (state) => (state.step === 'confirming' ? changeTermChoices : []),
  number: (state) => (state.step === 'confirming' ? shortNumber(state.number) : undefined),
  resume(state) {
    if (state.step === 'asking') return [{ text: state.question }]
    return state.step === 'confirming' ? [{ text: state.preview, choices: changeTermChoices }] : []
  },
}

function planOf(number: string | undefined, days: number | undefined): Readonly<Record<string, Query>> {
  if (number === undefined || days === undefined) return {}
  return { plan: { ask: 'appeals.term-plan', number, days } as TermsQuery }
}

interface Wish {
  readonly days: number | undefined
  readonly reason: string
}

/** 改成5天, 五天, or the reason that was asked for. */
function wish(state: Open, turn: Turn): Wish {
  const { reason } = state
  const before = state.days ?? undefined
  if (turn.kind !== 'say') return { days: before, reason }
  const text = turn.said.text.trim()
  const read = readChangeTerm(`改时限 ${text}`)
  const days = read?.days ?? (before === undefined ? readNumber(text) : undefined)
  if (days === undefined) return { days: before, reason: text }
  const words = (read?.reason ?? '').replace(/^(?:改成|改为|改到|给)\s*/u, '')
  return { days, reason: words === '' || readNumber(words) === days ? reason : words }
}

function settle(
  about: Pick<Open, 'number' | 'summary' | 'dueAt' | 'resolveDueAt'>,
  { days, reason }: Wish,
  plan: TermPlan | undefined,
  turn: Turn,
): ChangeStep {
  const { number, summary, dueAt, resolveDueAt } = about
  const same = { number, summary, dueAt, resolveDueAt, reason }
  const ask = (question: string, kept: number | null): ChangeStep =>
    step<ChangeState, TermsEffect>({ step: 'asking', ...same, days: kept, question }, [{ text: question }])
  if (days === undefined || plan === undefined) return ask(texts.howManyDays(number), null)
  if (days < 1 || days > plan.most) return ask(texts.daysOutOfRange(plan.most), null)
  if (plan.dueAt === null) return left(texts.missingYear(plan.missingYear ?? turn.by.at.getFullYear()))
  if (plan.lastAt !== null && plan.dueAt > plan.lastAt)
    return ask(texts.tooLate(number, plan.most, dayAndHour(plan.lastAt, turn.by.at)), null)
  if (reason === '') return ask(texts.whyChange(number), days)
  const preview = texts.changePreview(same, same, plan.dueAt, days, turn.by.at)
  const confirming: ChangeState = { step: 'confirming', ...same, days, preview }
  return step<ChangeState, TermsEffect>(confirming, changeTermDialogue.resume(confirming))
}
