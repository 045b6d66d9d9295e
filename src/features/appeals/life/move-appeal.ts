import type { Doing } from '../../../conversation/feature.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { type AppealAct, type MoverRole, nextState, reopenedTo } from './appeal-moves.ts'

export interface MoveAsked {
  readonly number: string
  readonly act: AppealAct
  readonly role: MoverRole
  readonly note: string | null
  /** What else changes with it; the state is the table's. */
  readonly change?: (appeal: Appeal) => Partial<Appeal>
}

/** `moved` with the appeal as it is now, or why it was left as it was: somebody else was faster, most likely. */
export type MoveResult =
  | { readonly kind: 'moved'; readonly appeal: Appeal }
  | { readonly kind: 'refused'; readonly appeal: Appeal }
  | { readonly kind: 'missing' }

/**
 * One change of an appeal: the table decides, the history is written, the audit notes it. An appeal just filed
 * is accepted on the way when staff dispatch it, as two entries of the history.
 */
export async function moveAppeal(asked: MoveAsked, store: AppealsStore, doing: Doing): Promise<MoveResult> {
  const { number, act, role, note } = asked
  const appeal = await store.find(number, doing.work)
  if (appeal === undefined) return { kind: 'missing' }
  let from = appeal.status
  if (act === 'dispatch' && from === 'filed') {
    from = 'accepted'
    noteMove(appeal, { act: 'accept', from: appeal.status, to: from, role, note: null }, store, doing)
  }
  const next = nextState(from, act, role, note)
  if (typeof next !== 'string') return { kind: 'refused', appeal }
  const to = act === 'reopen' ? reopenedTo(appeal.unit) : next
  const moved: Appeal = { ...appeal, ...asked.change?.(appeal), status: to }
  await store.save(moved, doing.work)
  noteMove(appeal, { act, from, to, role, note }, store, doing)
  auditFor(moved, `appeals.${act}`, role, { from, to }, doing)
  await doing.tell({ kind: 'appealMoved', number, act, from, to })
  return { kind: 'moved', appeal: { ...moved, version: moved.version + 1 } }
}

interface Noted {
  readonly act: AppealAct
  readonly from: Appeal['status']
  readonly to: Appeal['status']
  readonly role: MoverRole
  readonly note: string | null
}

function noteMove(appeal: Appeal, noted: Noted, store: AppealsStore, doing: Doing): void {
  store.note(
    { ...noted, number: appeal.number, at: doing.work.at, by: actorOf(appeal, noted.role, doing) },
    doing.work,
  )
}

/** What a sealed asker does is done by nobody in particular. */
export function actorOf(appeal: Pick<Appeal, 'sealed'>, role: MoverRole, doing: Doing): string | null {
  return role === 'asker' && appeal.sealed ? null : (doing.by.person.code ?? null)
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
