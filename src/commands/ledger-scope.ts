import { EVERYTHING, type Scope } from '../features/appeals/ledger/scope.ts'
import {
  appealStateLabels,
  appealStates,
  categories,
  categoryLabels,
  isOpen,
} from '../kernel/appeal-terms.ts'
import type { Directory } from '../kernel/directory.ts'
import { HouseError } from '../kernel/errors.ts'
import { text, type VerbArgs } from './verb.ts'

export const scopeArgs = {
  from: { type: 'string', description: 'first day, YYYY-MM-DD in China' },
  until: { type: 'string', description: 'last day' },
  unit: { type: 'string', description: 'code or name of the unit' },
  category: { type: 'string', description: 'code or Chinese name of the category' },
  chamber: { type: 'string', description: 'code or name of the chamber; sealed ones are then left out' },
} as const
export const stateArg = { type: 'string', description: 'open, or a state by code or Chinese name' } as const

/** As they stand on the command line. */
export interface ScopeWords {
  readonly from: string | undefined
  readonly until: string | undefined
  readonly unit: string | undefined
  readonly category: string | undefined
  readonly chamber: string | undefined
  readonly state: string | undefined
}

export const scopeWords = (args: VerbArgs): ScopeWords => ({
  from: text(args.from),
  until: text(args.until),
  unit: text(args.unit),
  category: text(args.category),
  chamber: text(args.chamber),
  state: text(args.state),
})

/** @throws HouseError `usage` that names what is not known. */
export function readScopeWords(words: ScopeWords, directory: Directory): Scope {
  const from = dayIn('--from', words.from)
  const until = dayIn('--until', words.until)
  if (from !== null && until !== null && from > until)
    throw new HouseError('usage', '--until lies before --from.')
  const period = from === null && until === null ? null : `${from ?? '最早'}至${until ?? '现在'}`
  return {
    ...EVERYTHING,
    from,
    until,
    period,
    unit: named('--unit', words.unit, [...directory.units.values()]),
    chamber: named('--chamber', words.chamber, [...directory.chambers.values()]),
    category: oneOf('--category', words.category, categories, categoryLabels),
    states:
      words.state === undefined
        ? null
        : words.state === 'open'
          ? appealStates.filter(isOpen)
          : [oneOf('--state', words.state, appealStates, appealStateLabels) ?? 'filed'],
  }
}

function dayIn(option: string, day: string | undefined): string | null {
  if (day === undefined) return null
  const date = new Date(`${day}T00:00:00Z`)
  if (/^\d{4}-\d{2}-\d{2}$/u.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day))
    return day
  throw new HouseError('usage', `${option} takes a day such as 2026-10-01.`)
}

function named(
  option: string,
  given: string | undefined,
  among: readonly { readonly code: string; readonly name: string }[],
): string | null {
  if (given === undefined) return null
  const found = among.find(({ code, name }) => code === given || name === given)
  if (found !== undefined) return found.code
  throw new HouseError('usage', `${option}: the roster has no ${given}; there are ${list(among)}.`)
}

const list = (among: readonly { readonly code: string }[]) =>
  among.length > 20 ? `${among.length} others` : among.map(({ code }) => code).join(', ')

function oneOf<T extends string>(
  option: string,
  given: string | undefined,
  all: readonly T[],
  labels: Readonly<Record<T, string>>,
): T | null {
  if (given === undefined) return null
  const found = all.find((one) => one === given || labels[one] === given)
  if (found !== undefined) return found
  throw new HouseError('usage', `${option} takes one of ${all.join(', ')}.`)
}
