/** A merged appeal as its own asker reads it: their number and their words, the progress of the main one. */
import type { Doing } from '../../../conversation/feature.ts'
import type { Appeal, AppealEvent } from '../appeal.ts'
import type { AppealsStore, Identity } from '../appeals.store.ts'
import { withoutIdentity } from '../sealed-text.ts'
import { chainOf } from './main-of.ts'

/** What was done, without the names of the one it was reported about: others read it too. */
export async function doneForFollowers(
  done: string,
  main: Pick<Appeal, 'number'>,
  store: AppealsStore,
  doing: Pick<Doing, 'directory' | 'work'>,
): Promise<string> {
  const asker = await store.askerOf(main.number, doing.work)
  if (asker === undefined) return done
  return withoutIdentity(done, asker.name, asker.company, await doing.directory())
}

/** Unchanged where it is not merged. Never to be saved. */
export async function asFollower(
  appeal: Appeal,
  store: AppealsStore,
  doing: Pick<Doing, 'directory' | 'work'>,
): Promise<Appeal> {
  if (appeal.status !== 'merged') return appeal
  const main = (await chainOf(appeal.number, store, doing.work)).at(-1)
  if (main === undefined || main.number === appeal.number) return appeal
  const resolution =
    main.resolution === null ? null : await doneForFollowers(main.resolution, main, store, doing)
  return {
    ...appeal,
    // Who has answered for themselves has nothing left to answer.
    status: main.status === 'resolved' && appeal.outcome !== null ? 'closed' : main.status,
    unit: main.unit,
    supporting: main.supporting,
    dueAt: main.dueAt,
    contactDueAt: main.contactDueAt,
    contactedAt: main.contactedAt,
    resolveDueAt: main.resolveDueAt,
    resolvedAt: main.resolvedAt,
    resolution,
    // The reason may be about another company.
    pauseReason: null,
    pausedAt: main.pausedAt,
    wakeAt: main.wakeAt,
    pausedMinutes: main.pausedMinutes,
    route: main.route,
    closeKind: main.closeKind,
    closedAt: main.closedAt,
    followers: main.followers,
  }
}

/** Their own steps, and those of the main one since the merge: without notes and without who. */
export async function historyAsFollower(
  number: string,
  store: AppealsStore,
  doing: Pick<Doing, 'work'>,
): Promise<readonly AppealEvent[]> {
  const own = await store.history(number, doing.work)
  const main = (await chainOf(number, store, doing.work)).at(-1)
  if (main === undefined || main.number === number) return own
  const mergedAt = own.findLast(({ act }) => act === 'merge')?.at
  if (mergedAt === undefined) return own
  const since = (await store.history(main.number, doing.work)).filter(
    ({ at, act }) => at >= mergedAt && SHARED_ACTS.has(act),
  )
  return [...own, ...since.map((event) => ({ ...event, number, by: null, note: null }))]
}

const SHARED_ACTS: ReadonlySet<AppealEvent['act']> = new Set([
  'dispatch',
  'acknowledge',
  'pause',
  'resume',
  'resolve',
  'reopen',
  'close',
  'refer',
])

/** Everything of theirs, merged ones as they read them. */
export async function ownAsFollower(
  who: Identity,
  store: AppealsStore,
  doing: Doing,
): Promise<readonly Appeal[]> {
  const own = await store.listOwn(who, doing.work)
  return Promise.all(own.map((appeal) => asFollower(appeal, store, doing)))
}
