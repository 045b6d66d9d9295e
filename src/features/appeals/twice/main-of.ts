import type { Work } from '../../../kernel/work.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsStore } from '../appeals.store.ts'

/** From the appeal itself to the one it is handled under: itself alone where it is not merged. */
export async function chainOf(
  number: string,
  store: Pick<AppealsStore, 'find'>,
  work: Work,
): Promise<readonly Appeal[]> {
  const chain: Appeal[] = []
  for (let next: string | null = number; next !== null; ) {
    const appeal: Appeal | undefined = await store.find(next, work)
    // A chain that bites its tail would be our mistake; it must not hang the house.
    if (appeal === undefined || chain.some((one) => one.number === appeal.number)) break
    chain.push(appeal)
    next = appeal.status === 'merged' ? appeal.mergedInto : null
  }
  return chain
}

/** The appeal under which this one is handled; itself where it is not merged. */
export async function mainOf(
  number: string,
  store: Pick<AppealsStore, 'find'>,
  work: Work,
): Promise<Appeal | undefined> {
  return (await chainOf(number, store, work)).at(-1)
}

/** How many companies speak; who did not say theirs, or is sealed, counts as one of their own. */
export function countCompanies(appeals: readonly Pick<Appeal, 'number' | 'company'>[]): number {
  return new Set(appeals.map(({ number, company }) => company?.code ?? company?.name ?? number)).size
}
