import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, type Step, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { CalendarYear } from '../../../kernel/calendar-year.ts'
import { may } from '../../../kernel/person.ts'
import type { Changed } from './load-year.ts'
import { readNotice } from './read-notice.ts'
import { type CalendarAsked, readCalendarAsked } from './read-terms-words.ts'
import type { TermsEffect, TermsQuery, YearsKnown } from './terms.effects.ts'
import { calendarChoices, termsTexts as texts } from './terms.texts.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('awaiting'), year: z.number() }),
  z.object({ step: z.literal('confirming'), year: CalendarYear, preview: z.string() }),
  z.object({ step: z.literal('loaded') }),
  z.object({ step: z.literal('left') }),
])
type CalendarState = z.infer<typeof State>
type CalendarStep = Step<CalendarState, TermsEffect>

interface Known {
  readonly years?: YearsKnown
  readonly plan?: { readonly changed: readonly Changed[]; readonly replaces: boolean }
}

const left = (text: string): CalendarStep => step<CalendarState, TermsEffect>({ step: 'left' }, [{ text }])

/** 工作日历 2027 + the notice: read, shown day by day with what it changes, loaded with a yes. */
export const calendarDialogue: Dialogue<CalendarState, Known, TermsEffect> = {
  name: 'appeals.calendar',
  version: 1,
  schema: State,
  finalSteps: ['loaded', 'left'],
  idleMinutes: 24 * 60,
  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    if (!may(turn.by.person, 'roster.manage')) return {}
    const asked = (beginning as Beginning | undefined)?.data as CalendarAsked | undefined
    if (state === undefined && asked?.notice === undefined && asked?.year === undefined)
      return { years: { ask: 'appeals.calendar-years' } }
    const read = noticeIn(state, turn, asked)
    return read !== undefined && 'year' in read
      ? { plan: { ask: 'appeals.calendar-plan', year: read.year } as TermsQuery }
      : {}
  },
  start(turn, known, beginning) {
    const asked = beginning.data as CalendarAsked
    if (!may(turn.by.person, 'roster.manage')) return left(texts.calendarNotForYou())
    if (asked.notice === undefined && asked.year === undefined)
      return left(
        known.years === undefined ? texts.whichYear() : texts.years(known.years.years, known.years.loaded),
      )
    return settle(undefined, turn, known, asked)
  },
  next(state, turn, known) {
    if (state.step !== 'awaiting' && state.step !== 'confirming')
      return step<CalendarState, TermsEffect>(state)
    const year = state.step === 'awaiting' ? state.year : state.year.year
    switch (turn.kind) {
      case 'cancel':
      case 'no':
        return left(texts.notLoaded(year))
      case 'silence':
        return left(texts.calendarTimedOut(year))
      case 'yes':
        return state.step === 'confirming'
          ? step<CalendarState, TermsEffect>(
              { step: 'loaded' },
              [],
              [{ kind: 'appeals.loadCalendar', year: state.year }],
            )
          : step<CalendarState, TermsEffect>(state, calendarDialogue.resume(state))
      case 'say':
        if (!looksLikeNotice(turn.said.text)) return step(state, calendarDialogue.resume(state))
        return settle(state, turn, known, state.step === 'confirming' ? pasted(turn, year) : undefined)
      default:
        return step<CalendarState, TermsEffect>(state, calendarDialogue.resume(state))
    }
  },
  choices: (state) => (state.step === 'confirming' ? calendarChoices : []),
  number: (state) => (state.step === 'confirming' ? String(state.year.year) : undefined),
  resume(state) {
    if (state.step === 'awaiting') return [{ text: texts.pasteNotice(state.year) }]
    return state.step === 'confirming' ? [{ text: state.preview, choices: calendarChoices }] : []
  },
  // A notice is long and speaks of many things.
  takes: (state) => (state.step === 'awaiting' ? 'all' : 'rest'),
}

/** 3月7日谁分包宏远机械 has a date in it and speaks of no holiday. */
const looksLikeNotice = (text: string) => /放假|上班|调休/u.test(text)

/** Pasted once more over what is being shown. */
function pasted(turn: Turn, year: number): CalendarAsked | undefined {
  const text = turn.kind === 'say' ? turn.said.text : ''
  return looksLikeNotice(text) ? { year, notice: readCalendarAsked(text)?.notice ?? text } : undefined
}

function noticeIn(state: CalendarState | undefined, turn: Turn, asked: CalendarAsked | undefined) {
  if (asked?.notice !== undefined) return readNotice(asked.notice, asked.year)
  if (turn.kind !== 'say' || !looksLikeNotice(turn.said.text)) return undefined
  if (state?.step === 'awaiting')
    return readNotice(readCalendarAsked(turn.said.text)?.notice ?? turn.said.text, state.year)
  const again = state?.step === 'confirming' ? pasted(turn, state.year.year) : undefined
  return again?.notice === undefined ? undefined : readNotice(again.notice, again.year)
}

function settle(
  state: CalendarState | undefined,
  turn: Turn,
  { plan }: Known,
  asked?: CalendarAsked,
): CalendarStep {
  const read = noticeIn(state, turn, asked)
  const year = state?.step === 'awaiting' ? state.year : asked?.year
  if (read === undefined || !('year' in read) || plan === undefined) {
    const mistakes = read !== undefined && 'mistakes' in read ? [{ text: texts.mistakes(read.mistakes) }] : []
    if (year === undefined) return step<CalendarState, TermsEffect>({ step: 'left' }, mistakes)
    const awaiting: CalendarState = { step: 'awaiting', year }
    return step<CalendarState, TermsEffect>(
      awaiting,
      mistakes.length > 0 ? mistakes : calendarDialogue.resume(awaiting),
    )
  }
  const confirming: CalendarState = {
    step: 'confirming',
    year: read.year,
    preview: texts.calendarPreview(read.year, plan.changed, plan.replaces, turn.by.at),
  }
  return step<CalendarState, TermsEffect>(confirming, calendarDialogue.resume(confirming))
}
