/** 诉求流转: which act leads from which state to which, who may do it, and whether a reason is owed. Pure. */
import type { AppealState } from '../../../kernel/appeal-terms.ts'

export const appealActs = [
  'accept',
  'dispatch',
  'acknowledge',
  'sendBack',
  'pause',
  'resume',
  'resolve',
  'close',
  'reopen',
  'withdraw',
  'refer',
  'merge',
  'unmerge',
] as const
export type AppealAct = (typeof appealActs)[number]

/**
 * In whose name somebody acts; one person may hold several roles and acts in one at a time. `handler` is the lead
 * unit's; a `supporter`'s (协办单位) is told and asked, and moves nothing.
 */
export const moverRoles = ['asker', 'staff', 'handler', 'supporter', 'house'] as const
export type MoverRole = (typeof moverRoles)[number]

export interface Move {
  /** Of `resume` and `unmerge` where there is no history to go back by; see `goesBack`. */
  readonly to: AppealState
  readonly by: readonly MoverRole[]
  /** Why has to be said, and is kept in the history. */
  readonly owesReason: boolean
  /** Passed through on the way, as an entry of its own: what is dispatched was accepted. */
  readonly via?: 'accepted'
  /** Calendar days since it was closed; afterwards it is a new matter. */
  readonly withinDays?: number
}

/** How long somebody may still say that it is not solved after all. */
export const REOPEN_DAYS = 30

const move = (to: AppealState, by: readonly MoverRole[], owesReason = false): Move => ({ to, by, owesReason })
const accepting = (one: Move): Move => ({ ...one, via: 'accepted' })

const dispatch = move('dispatched', ['staff'])
const withdraw = move('withdrawn', ['asker'])
/** Asked for by law's own routes, so the reason names the route. */
const refer = move('referred', ['staff', 'house'], true)
const merge = move('merged', ['staff'])
const resolve = move('resolved', ['handler', 'staff'], true)
/** Staff may settle what never needed a unit; the unit may not settle what it does not have. */
const resolveByStaff = move('resolved', ['staff'], true)
const sendBack = move('sentBack', ['handler'], true)
const pause = move('paused', ['handler', 'staff'], true)
const pauseByStaff = move('paused', ['staff'], true)
const reopen = move('inProgress', ['asker', 'staff'], true)

/**
 * Every state of CONTRACTS. Only `withdrawn` is where nothing moves again: what was withdrawn is said anew.
 * `paused` stops the clock and binds nobody: it may be dispatched elsewhere, merged, or sent back by a unit that
 * learned while waiting that it is not theirs.
 */
export const appealMoves: Readonly<Record<AppealState, Partial<Readonly<Record<AppealAct, Move>>>>> = {
  filed: {
    accept: move('accepted', ['staff']),
    dispatch: accepting(dispatch),
    resolve: accepting(resolveByStaff),
    pause: accepting(pauseByStaff),
    withdraw,
    refer,
    merge,
  },
  accepted: { dispatch, resolve: resolveByStaff, pause: pauseByStaff, withdraw, refer, merge },
  // Dispatching again gives it to another unit, or to the same with another due date.
  dispatched: {
    dispatch,
    acknowledge: move('inProgress', ['handler']),
    sendBack,
    resolve,
    pause,
    withdraw,
    refer,
    merge,
  },
  inProgress: { dispatch, sendBack, resolve, pause, withdraw, refer, merge },
  paused: {
    resume: move('inProgress', ['handler', 'staff', 'house']),
    dispatch,
    sendBack,
    resolve,
    withdraw,
    refer,
    merge,
  },
  sentBack: { dispatch, resolve: resolveByStaff, pause: pauseByStaff, withdraw, refer, merge },
  // What was done without a unit goes back to staff, see `reopenedTo`.
  resolved: { close: move('closed', ['asker', 'staff', 'house']), reopen },
  closed: { reopen: { ...reopen, withinDays: REOPEN_DAYS } },
  withdrawn: {},
  // Wrongly sent away, it is taken back by those who sent it.
  referred: { reopen: move('inProgress', ['staff'], true) },
  // A merged one is still its asker's to withdraw.
  merged: { unmerge: move('accepted', ['staff'], true), withdraw },
}

export type MoveRefusal = 'not-from-here' | 'not-yours' | 'reason-owed' | 'too-late'

const DAY_MS = 86_400_000

/**
 * The state after the act, or why it is not to be. An empty reason counts as none.
 * @param since when the present state began and what time it is, for the moves that have an end.
 */
export function nextState(
  from: AppealState,
  act: AppealAct,
  role: MoverRole,
  reason: string | null,
  since?: { readonly closedAt: Date; readonly now: Date },
): AppealState | { readonly refused: MoveRefusal } {
  const found = appealMoves[from][act]
  if (found === undefined) return { refused: 'not-from-here' }
  if (!found.by.includes(role)) return { refused: 'not-yours' }
  if (found.owesReason && (reason ?? '').trim() === '') return { refused: 'reason-owed' }
  if (found.withinDays !== undefined && since !== undefined) {
    if (since.now.getTime() - since.closedAt.getTime() > found.withinDays * DAY_MS)
      return { refused: 'too-late' }
  }
  return found.to
}

/** A reopened appeal that no unit ever had is with staff again, not with nobody. */
export const reopenedTo = (unit: string | null): AppealState => (unit === null ? 'accepted' : 'inProgress')

/** Of an act that undoes another: which, since the state before it is the one gone back to. */
export const goesBack: Partial<Readonly<Record<AppealAct, AppealAct>>> = {
  resume: 'pause',
  unmerge: 'merge',
}

/** What can be given to a unit now: an appeal just filed is accepted by being dispatched. */
export function mayBeDispatched(state: AppealState): boolean {
  return appealMoves[state].dispatch !== undefined
}
