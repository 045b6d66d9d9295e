import type { Doing } from '../../../conversation/feature.ts'
import type { AppealState } from '../../../kernel/appeal-terms.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsStore } from '../appeals.store.ts'
import {
  type AppealAct,
  appealMoves,
  goesBack,
  type MoveRefusal,
  type MoverRole,
  nextState,
  reopenedTo,
} from './appeal-moves.ts'

export interface MoveAsked {
  readonly number: string
  readonly act: AppealAct
  readonly role: MoverRole
  readonly note: string | null
  /** Done by a sealed asker of another one that is merged into it: nobody in particular. */
  readonly anonymously?: boolean
  /** What else changes with it; the state is the table's. */
  readonly change?: (appeal: Appeal) => Partial<Appeal>
}

/** `moved` with the appeal as it is now, or why it was left as it was: somebody else was faster, most likely. */
export type MoveResult =
  | { readonly kind: 'moved'; readonly appeal: Appeal }
  | { readonly kind: 'refused'; readonly appeal: Appeal; readonly why: MoveRefusal }
  | { readonly kind: 'missing' }

/**
 * One change of an appeal: the table decides, the history is written, the audit notes it. An appeal just filed
 * is accepted on the way when staff dispatch it, as two entries of the history.
 */
export async function moveAppeal(asked: MoveAsked, store: AppealsStore, doing: Doing): Promise<MoveResult> {
  const { number, act, role, note, anonymously = false } = asked
  const appeal = await store.find(number, doing.work)
  if (appeal === undefined) return { kind: 'missing' }
  const next = nextAfter(appeal, act, role, note, doing.work.at)
  if (typeof next !== 'string') return { kind: 'refused', appeal, why: next.refused }
  const { via } = appealMoves[appeal.status][act] ?? {}
  const from = via ?? appeal.status
  const to = await leadsTo(appeal, act, next, store, doing)
  if (via !== undefined)
    noteMove(
      appeal,
      { act: 'accept', from: appeal.status, to: via, role, note: null, anonymously },
      store,
      doing,
    )
  const moved: Appeal = { ...appeal, ...asked.change?.(appeal), status: to }
  await store.save(moved, doing.work)
  noteMove(appeal, { act, from, to, role, note, anonymously }, store, doing)
  auditFor({ number, sealed: moved.sealed || anonymously }, `appeals.${act}`, role, { from, to }, doing)
  await doing.tell({ kind: 'appealMoved', number, act, from, to })
  // Whoever heard of it may have changed it further: a pause that ends moves the deadlines on.
  return { kind: 'moved', appeal: (await store.find(number, doing.work)) ?? moved }
}

/** What the table says of this appeal now; imported ones may not say when they were closed. */
export function nextAfter(
  { status, closedAt, resolvedAt, filedAt }: Appeal,
  act: AppealAct,
  role: MoverRole,
  note: string | null,
  now: Date,
): ReturnType<typeof nextState> {
  return nextState(status, act, role, note, { closedAt: closedAt ?? resolvedAt ?? filedAt, now })
}

/** What is undone goes back to the state before it, as the history has it. */
async function leadsTo(
  appeal: Appeal,
  act: AppealAct,
  next: AppealState,
  store: AppealsStore,
  doing: Doing,
): Promise<AppealState> {
  if (act === 'reopen') return reopenedTo(appeal.unit)
  const undone = goesBack[act]
  if (undone === undefined) return next
  const history = await store.history(appeal.number, doing.work)
  const before = history.findLast((event) => event.act === undone)?.from ?? next
  // A unit that was taken off meanwhile cannot be gone back to.
  return act === 'resume' && appeal.unit === null && before !== 'sentBack' ? 'accepted' : before
}

interface Noted {
  readonly act: AppealAct
  readonly from: Appeal['status']
  readonly to: Appeal['status']
  readonly role: MoverRole
  readonly note: string | null
  readonly anonymously: boolean
}

function noteMove(appeal: Appeal, { anonymously, ...noted }: Noted, store: AppealsStore, doing: Doing): void {
  store.note(
    {
      ...noted,
      number: appeal.number,
      at: doing.work.at,
      by: anonymously ? null : actorOf(appeal, noted.role, doing),
    },
    doing.work,
  )
}

/** What a sealed asker does is done by nobody in particular, and what the house does by nobody at all. */
export function actorOf(appeal: Pick<Appeal, 'sealed'>, role: MoverRole, doing: Doing): string | null {
  if (role === 'house' || (role === 'asker' && appeal.sealed)) return null
  return doing.by.person.code ?? null
}

/** The audit names its actor beside the number, but for a sealed asker's own acts. */
export function auditFor(
  appeal: Pick<Appeal, 'sealed' | 'number'>,
  action: string,
  role: MoverRole,
  detail: Readonly<Record<string, string | number | boolean | null>>,
  doing: Doing,
): void {
  doing.audit(action, appeal.number, detail, { anonymously: role === 'asker' && appeal.sealed })
}
