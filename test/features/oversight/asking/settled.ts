import { NOWHERE, type Question } from '../../../../src/features/oversight/asking/question.ts'
import { readAsked } from '../../../../src/features/oversight/asking/read-asked.ts'
import { settleAsked } from '../../../../src/features/oversight/asking/settle.ts'
import type { Settled } from '../../../../src/features/oversight/asking/settled.ts'
import type { Occasion } from '../../../../src/kernel/standing.ts'
import { DIRECTORY } from '../small-directory.ts'

/** A Thursday. */
export const AT = new Date('2026-03-05T17:30:00+08:00')

export const OCCASIONS: readonly Occasion[] = [
  { title: '防汛救灾捐款', drive: 3, from: '2025-07-20', to: '2025-08-15' },
  { title: '暖冬行动', drive: 5, from: '2026-01-05', to: null },
]

/** Undefined: left to others. */
export function settledOf(said: string, previous: Question | null = null): Settled | undefined {
  const asked = readAsked(said, AT)
  if (asked === undefined) return undefined
  return settleAsked(asked, { directory: DIRECTORY, occasions: OCCASIONS, previous, shown: 5, at: AT })
}

export function questionOf(said: string, previous: Question | null = null): Question {
  const settled = settledOf(said, previous)
  if (settled?.kind !== 'question') throw new Error(`"${said}" is ${JSON.stringify(settled)}`)
  return settled.question
}

/** Where with the rest of it empty. */
export const where = (some: Partial<typeof NOWHERE>) => ({ ...NOWHERE, ...some })
