/** An answer in a form in which the store's and the slow one can be held against each other. */
import type {
  Measure,
  Question,
  QuestionOf,
  Where,
} from '../../../../src/features/oversight/asking/question.ts'
import { NOWHERE } from '../../../../src/features/oversight/asking/question.ts'
import type { Measured } from '../../../../src/features/oversight/measures/measures.store.ts'

/** Figures as they are told, and every number of a matter that is named anywhere in the answer. */
export interface Answer {
  readonly figures: unknown
  readonly numbers: readonly string[]
}

export const answer = (figures: unknown, numbers: readonly string[]): Answer => ({
  figures,
  numbers: numbers.toSorted(),
})

const THREE_RATES = ['response', 'resolution', 'satisfaction'] as const

/** Means differ in the last digits by the order in which they were summed. */
export const rounded = (value: Measured): Measured =>
  value.kind === 'days' && value.mean !== null
    ? { ...value, mean: Math.round(value.mean * 1e6) / 1e6 }
    : value

export const whereOf = (question: Question): Where => ('where' in question ? question.where : NOWHERE)
export const measuresOf = (of: Measure | null): readonly Measure[] => (of === null ? THREE_RATES : [of])
/** 融资类占多少: of everything, without what narrows it. */
export const whole = ({ leader, mine }: Where): Where => ({ ...NOWHERE, leader, mine })

/** Of what many groups are made is not looked up for all: the first two and the last, which may be nobody's. */
export const some = <T>(groups: readonly T[]) => [...groups.slice(0, 2), ...groups.slice(2).slice(-1)]

interface Timed {
  readonly filedAt: Date
  readonly dueAt: Date | null
}

/** What a list is put in order by, where that was asked for; what has no time limit stands last. */
export function timesBy(
  order: QuestionOf<'count'>['order'],
  matters: readonly Timed[],
): readonly number[] | undefined {
  if (order === 'usual') return undefined
  if (order === 'latest') return matters.map(({ dueAt }) => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER)
  return matters.map(({ filedAt }) => filedAt.getTime())
}
