import { z } from 'zod'
import {
  type Dialogue,
  type Effect,
  type Query,
  type Say,
  type Step,
  step,
} from '../../conversation/dialogue.ts'
import type { Turn } from '../../conversation/turn.ts'
import { dayOf } from '../../kernel/clock.ts'
import { type Answered, type Directory, responsibilityOn, scopeOf } from '../../kernel/directory.ts'
import { findPlaces } from './asking/names/places.ts'
import { type TermOfDuty, dutyTexts as texts } from './duty.texts.ts'
import { AskedDuty, readDuty } from './read-duty.ts'

const State = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('choosing'),
    asked: AskedDuty,
    options: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
  z.object({ step: z.literal('answered') }),
])
type DutyState = z.infer<typeof State>
type DutyStep = Step<DutyState, Effect>

interface Known {
  readonly directory?: Directory
}

/** More firms than these are no choice that fits on a phone. */
const MOST_OPTIONS = 6

/** 谁包: who answered for a firm or a chamber on a day, with dates and deputies, from the roster alone. */
export const dutyDialogue: Dialogue<DutyState, Known, Effect> = {
  name: 'oversight.duty',
  version: 1,
  schema: State,
  finalSteps: ['answered'],
  idleMinutes: 15,
  needs: (): Readonly<Record<string, Query>> => ({ directory: { ask: 'membership.directory' } }),
  start: (turn, { directory }, beginning) => answer(AskedDuty.parse(beginning.data), directory, turn),
  next(state, turn, { directory }) {
    if (state.step === 'answered' || turn.kind === 'silence') return over([])
    if (turn.kind === 'cancel' || turn.kind === 'no' || turn.kind === 'skip') return over([texts.ended()])
    if (turn.kind === 'choose' && directory !== undefined) {
      const option = state.options[Number(turn.choice.replace('option-', ''))]
      if (option !== undefined) return told({ company: option.code }, state.asked, directory, turn)
    }
    if (turn.kind !== 'say') return step(state, dutyDialogue.resume(state))
    const asked = readDuty(turn.said.text, turn.by.at) ?? { ...state.asked, text: turn.said.text }
    // Asked once: whoever says something else wants something else.
    return names(asked, directory) ? answer(asked, directory, turn) : over([texts.noneNamed()])
  },
  choices: (state) =>
    state.step === 'choosing' ? state.options.map(({ name }, i) => ({ id: `option-${i}`, label: name })) : [],
  resume(state): readonly Say[] {
    if (state.step !== 'choosing') return []
    const text = state.options.length === 0 ? texts.whichOne() : texts.whichCompany()
    return [{ text, choices: dutyDialogue.choices?.(state) ?? [] }]
  },
  standsAlone: (state) => state.step === 'choosing',
  takes: () => 'answers',
}

const over = (lines: readonly string[]): DutyStep =>
  step<DutyState, Effect>(
    { step: 'answered' },
    lines.map((text) => ({ text })),
  )

function names({ text }: AskedDuty, directory: Directory | undefined): boolean {
  if (directory === undefined) return false
  const { companies, chamber, leader } = findPlaces(directory, text)
  return companies.length > 0 || chamber !== null || leader !== null
}

function answer(asked: AskedDuty, directory: Directory | undefined, turn: Turn): DutyStep {
  if (directory === undefined) return over([texts.ended()])
  const { companies, chamber, leader } = findPlaces(directory, asked.text)
  const [company, ...others] = companies
  if (company !== undefined && others.length === 0)
    return told({ company: company.code }, asked, directory, turn)
  if (company === undefined && chamber !== null) return told({ chamber }, asked, directory, turn)
  if (company === undefined && leader !== null)
    return says(
      texts.whomOnDay(leader, scopeOf(directory, leader, asked.to), asked.to, dayOf(turn.by.at), directory),
      turn,
    )
  const options = companies.slice(0, MOST_OPTIONS).map(({ code, name }) => ({ code, name }))
  const state: DutyState = { step: 'choosing', asked, options }
  return step(state, dutyDialogue.resume(state))
}

function told(of: Answered, { from, to }: AskedDuty, directory: Directory, turn: Turn): DutyStep {
  const today = dayOf(turn.by.at)
  const text =
    from === to
      ? texts.onDay(of, from, today, directory)
      : texts.over(of, termsOf(of, from, to, directory), directory)
  return says(text, turn)
}

function says(text: string, turn: Turn): DutyStep {
  const lines: readonly Say[] =
    turn.by.chat.kind === 'group' ? [{ text }, { text: texts.inPrivate(), to: 'here' }] : [{ text }]
  return step<DutyState, Effect>({ step: 'answered' }, lines)
}

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** Within these days, who it was from when to when; days with nobody in between are said, before the first they are not. */
export function termsOf(of: Answered, from: string, to: string, directory: Directory): readonly TermOfDuty[] {
  const begins = directory.responsibilities.flatMap((one) => [
    ...(one.from === undefined ? [] : [one.from]),
    ...(one.until === undefined ? [] : [dayAfter(one.until)]),
  ])
  const days = [...new Set([from, ...begins.filter((day) => day > from && day <= to)])].sort()
  const found: { from: string | undefined; one: TermOfDuty['one'] }[] = []
  for (const day of days) {
    const one = responsibilityOn(directory, of, day)
    const last = found.at(-1)
    if (last === undefined ? one !== undefined : last.one !== one)
      found.push({ from: one?.from ?? (day === '' ? undefined : day), one })
  }
  return found.map(({ from: begin, one }, i) => {
    const next = found[i + 1]?.from
    return { from: begin, until: next === undefined ? one?.until : dayBefore(next), one }
  })
}
