/** The figures of a month for the circular, of everything that the office sees. */
import type { Category } from '../../../kernel/appeal-terms.ts'
import type { Person } from '../../../kernel/person.ts'
import type { Work } from '../../../kernel/work.ts'
import { type Measure, NOWHERE, type Period } from '../asking/question.ts'
import type { Group, Measured, MeasuresStore } from '../measures/measures.store.ts'
import { monthBefore, periodOfMonth } from './month.ts'

/** What is told of a month and of the one before. */
export const TOLD = [
  'fresh',
  'done',
  'backlog',
  'response',
  'resolution',
  'satisfaction',
  'onTime',
  'days',
  'unsatisfied',
  'sentBack',
  'referred',
  'withdrawn',
  'merged',
] as const satisfies readonly Measure[]
export type Told = (typeof TOLD)[number]
export type Figures = Readonly<Record<Told, Measured>>

export interface CircularFigures {
  readonly period: Period
  readonly before: Period
  readonly now: Figures
  readonly was: Figures
  /** As it stands today. */
  readonly overdue: Measured
  readonly categories: readonly (Group & { readonly was: number })[]
  readonly units: { readonly resolution: readonly Group[]; readonly onTime: readonly Group[] }
}

export async function figuresOf(
  month: string,
  person: Person,
  measures: MeasuresStore,
  work: Work,
): Promise<CircularFigures> {
  const period = periodOfMonth(month, work.at)
  const before = periodOfMonth(monthBefore(month), work.at)
  const sight = { person, day: period.to, where: NOWHERE }
  const asked = [period, before].flatMap((one) => TOLD.map((of) => ({ of, period: one })))
  const told = await measures.measureAll(sight, [...asked, { of: 'overdue', period: null }], work)
  const figures = (from: number) =>
    Object.fromEntries(TOLD.map((of, at) => [of, told[from + at]])) as unknown as Figures
  const grouped = (of: Measure, by: 'category' | 'unit', over: Period) =>
    measures.grouped(sight, { of, by, period: over, among: [] }, work)
  const [fresh, freshThen] = [
    await grouped('fresh', 'category', period),
    await grouped('fresh', 'category', before),
  ]
  return {
    period,
    before,
    now: figures(0),
    was: figures(TOLD.length),
    overdue: told.at(-1) as Measured,
    categories: joined(fresh, freshThen),
    units: {
      resolution: await grouped('resolution', 'unit', period),
      onTime: await grouped('onTime', 'unit', period),
    },
  }
}

const countOf = (group: Group | undefined) => (group?.value.kind === 'count' ? group.value.n : 0)

/** A category that only the month before had is told as well: it fell to nothing. */
function joined(now: readonly Group[], was: readonly Group[]): CircularFigures['categories'] {
  const gone = was.filter(({ code }) => !now.some((one) => one.code === code))
  return [
    ...now,
    ...gone.map(({ code }): Group => ({ code: code as Category | null, value: { kind: 'count', n: 0 } })),
  ].map((one) => ({ ...one, was: countOf(was.find(({ code }) => code === one.code)) }))
}

/** A month in which nothing at all happened is no news. */
export const isEmpty = ({ now }: Pick<CircularFigures, 'now'>): boolean =>
  countOf({ code: null, value: now.fresh }) + countOf({ code: null, value: now.done }) === 0
