import type { Doing } from '../../../conversation/feature.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { appealMoves } from '../life/appeal-moves.ts'
import { lookUp } from '../look-up.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { chainOf, countCompanies, mainOf } from './main-of.ts'
import type { MergePlan, UnmergePlan } from './twice.effects.ts'
import type { TwiceStore } from './twice.store.ts'

export interface MergingParts {
  readonly store: AppealsStore
  readonly twice: TwiceStore
}

type Refused = Extract<MergePlan, { kind: 'refused' }>
const refused = (why: Refused['why'], number: string, other?: string): Refused => ({
  kind: 'refused',
  why,
  number,
  ...(other === undefined ? {} : { other }),
})

export const mayBeMerged = ({ status }: Pick<Appeal, 'status'>) => appealMoves[status].merge !== undefined

/** What may still take others in: whatever is open, and what was just resolved, whose answer is theirs too. */
export const mayTakeIn = ({ status }: Pick<Appeal, 'status'>) => isOpen(status) || status === 'resolved'

async function found(asked: AppealNumber, { store }: MergingParts, doing: Doing): Promise<Appeal | Refused> {
  const found = await lookUp(asked, store, doing)
  if (found.kind === 'found') return found.appeal
  return found.kind === 'last-year'
    ? refused('last-year', found.number)
    : refused('no-such-number', `${asked.year ?? ''}${asked.year === undefined ? '' : '-'}${asked.serial}`)
}

/** Which stays, which go into it, or why not. A number that is merged itself stands for its main one. */
export async function planMerge(
  asked: {
    readonly numbers: readonly AppealNumber[]
    readonly into: AppealNumber | undefined
    readonly either: boolean
  },
  parts: MergingParts,
  doing: Doing,
): Promise<MergePlan> {
  const all: Appeal[] = []
  for (const one of [...asked.numbers, ...(asked.into === undefined ? [] : [asked.into])]) {
    const appeal = await found(one, parts, doing)
    if ('kind' in appeal) return appeal
    all.push(appeal)
  }
  const named = asked.either ? furthest(all) : all.at(-1)
  if (named === undefined) return refused('no-such-number', '')
  const main = (await mainOf(named.number, parts.store, doing.work)) ?? named
  if (!mayTakeIn(main)) return refused('main-is-over', main.number)
  const others = all.filter(({ number }) => number !== named.number)
  const [first] = others
  if (first === undefined) return refused('same-number', named.number)
  for (const appeal of others) {
    const end = (await chainOf(appeal.number, parts.store, doing.work)).at(-1)
    if (appeal.number === main.number) return refused('merged-already', named.number, main.number)
    if (appeal.status === 'merged') return refused('merged-already', appeal.number, end?.number ?? '')
    if (!mayBeMerged(appeal)) return refused('not-mergeable', appeal.number)
  }
  const below = await Promise.all(
    [main, ...others].map(({ number, followers }) =>
      followers > 0 ? parts.twice.listFollowers(number, doing.work) : [],
    ),
  )
  const companies = countCompanies([main, ...others, ...below.flat()])
  const instead = main.number === named.number ? {} : { instead: named.number }
  return { kind: 'ready', main, merged: others, companies, ...instead }
}

/** What a unit has goes before what nobody has; otherwise the older one. */
function furthest(appeals: readonly Appeal[]): Appeal | undefined {
  const rank = ({ status, unit }: Appeal) => (status === 'merged' ? 0 : unit !== null ? 1 : 2)
  return [...appeals].sort(
    (a, b) =>
      rank(a) - rank(b) || a.filedAt.getTime() - b.filedAt.getTime() || a.number.localeCompare(b.number),
  )[0]
}

export async function planUnmerge(
  asked: AppealNumber,
  parts: MergingParts,
  doing: Doing,
): Promise<UnmergePlan> {
  const appeal = await found(asked, parts, doing)
  if ('kind' in appeal)
    return {
      kind: 'refused',
      why: appeal.why === 'last-year' ? 'last-year' : 'no-such-number',
      number: appeal.number,
    }
  const main = await mainOf(appeal.number, parts.store, doing.work)
  if (appeal.status !== 'merged' || main === undefined || main.number === appeal.number)
    return { kind: 'refused', why: 'not-merged', number: appeal.number }
  const history = await parts.store.history(appeal.number, doing.work)
  const back = history.findLast(({ act }) => act === 'merge')?.from ?? 'accepted'
  return { kind: 'ready', appeal, main, back }
}
