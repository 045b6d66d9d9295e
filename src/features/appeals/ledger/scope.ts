/** 10月、金融办、没办完的: which matters a ledger or a rate is of, as plain data. */
import { z } from 'zod'
import {
  type AppealState,
  appealStateLabels,
  appealStates,
  type Category,
  categories,
  categoryLabels,
  isOpen,
} from '../../../kernel/appeal-terms.ts'
import { dayNumber, shanghaiMidnight } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { chambersNamed } from '../../../kernel/directory.ts'
import { findPeriod } from '../../../kernel/spoken-period.ts'
import { readUnit } from '../staff/find-unit.ts'
import { unread } from '../staff/unread.ts'
import type { LedgerFilter } from './ledger.store.ts'

export const Scope = z.object({
  /** Days in China, both included; null: from the first, or to the last. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  /** As it was said, with the days it means. */
  period: z.string().nullable(),
  unit: z.string().nullable(),
  category: z.enum(categories).nullable(),
  chamber: z.string().nullable(),
  states: z.array(z.enum(appealStates)).nullable(),
})
export type Scope = z.infer<typeof Scope>

export const EVERYTHING: Scope = {
  from: null,
  until: null,
  period: null,
  unit: null,
  category: null,
  chamber: null,
  states: null,
}

/** The first moment of the first day, and the first that is no longer the last day. */
export function momentsOf({ from, until }: Pick<Scope, 'from' | 'until'>): {
  readonly from?: Date
  readonly before?: Date
} {
  const begins = (day: string, plus: number) =>
    shanghaiMidnight(dayNumber(new Date(`${day}T00:00:00+08:00`)) + plus)
  return {
    ...(from === null ? {} : { from: begins(from, 0) }),
    ...(until === null ? {} : { before: begins(until, 1) }),
  }
}

export function ledgerFilterOf(scope: Scope): LedgerFilter {
  const { from, before } = momentsOf(scope)
  return {
    ...(from === undefined ? {} : { filedFrom: from }),
    ...(before === undefined ? {} : { filedBefore: before }),
    ...(scope.states === null ? {} : { states: scope.states }),
    ...(scope.unit === null ? {} : { unit: scope.unit }),
    ...(scope.category === null ? {} : { category: scope.category }),
    ...(scope.chamber === null ? {} : { chamber: scope.chamber }),
  }
}

const stateWords: readonly (readonly [states: readonly AppealState[], words: RegExp])[] = [
  [appealStates.filter(isOpen), /没有?办(?:完|结|好)|未办(?:结|完)?|在办|待办|没了结|未销号|没销号/u],
  [['resolved', 'closed'], /(?:已经?)?办(?:结|完|好)了?|已销号/u],
  ...appealStates
    .filter((state) => state !== 'resolved')
    .map((state) => [[state], new RegExp(appealStateLabels[state], 'u')] as const),
]

export interface ScopeRead {
  readonly scope: Scope
  /** Units and chambers that one name could mean several of. */
  readonly several: readonly string[]
  /** What nothing accounts for. */
  readonly unread: readonly string[]
}

/** What is left of the words once the command's own are taken out. */
export function readScope(text: string, command: RegExp, directory: Directory, now: Date): ScopeRead {
  let rest = text.replace(command, ' ')
  const period = findPeriod(rest, now)
  if (period !== undefined) rest = rest.replace(period.words, ' ')
  const chambers = chambersNamed(directory, rest)
  const [chamber] = chambers.filter(({ name }) => rest.includes(name)).concat(chambers)
  if (chamber !== undefined) rest = withoutChamber(rest, chamber.name)
  const states = stateWords.find(([, words]) => words.test(rest))
  if (states !== undefined) rest = rest.replace(states[1], ' ')
  const found = readUnit(rest, directory)
  const [unit] = found.units
  if (unit !== undefined) rest = found.rest
  const category = categoryIn(rest)
  if (category !== undefined) rest = rest.replace(categoryLabels[category], ' ')
  const isOneUnit = found.units.length === 1
  return {
    scope: {
      from: period?.period.from ?? null,
      until: period?.period.to ?? null,
      period: period?.period.label ?? null,
      unit: isOneUnit ? (unit?.code ?? null) : null,
      category: category ?? null,
      chamber: chamber?.code ?? null,
      states: states === undefined ? null : [...states[0]],
    },
    several: found.units.length > 1 ? found.units.map(({ name }) => name) : [],
    unread: unread(rest, [
      /全县|全市|全区|全部|所有|各类|类|情况|单位|部门|数据|我|发|看|查|并|或|在|由|是|有|吗|哪些|多少|目前|现在|截至|至今|为止|统计|汇总|登记|时间|期间|数|率|度/gu,
    ]),
  }
}

const categoryIn = (text: string): Category | undefined =>
  // 其他 is a word before it is a category.
  categories.find((category) => category !== 'other' && text.includes(categoryLabels[category]))

function withoutChamber(text: string, name: string): string {
  const short = name.replace(/(?:行业)?(?:商会|协会|商协会)$/u, '')
  return text.replace(name, ' ').replace(new RegExp(`${short}(?:行业)?(?:商会|协会)?`, 'u'), ' ')
}
