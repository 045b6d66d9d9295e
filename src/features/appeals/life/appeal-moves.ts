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

/** In whose name somebody acts; one person may hold several roles and acts in one at a time. */
export type MoverRole = 'asker' | 'staff' | 'handler' | 'house'

export interface Move {
  readonly to: AppealState
  readonly by: readonly MoverRole[]
  /** Why has to be said, and is kept in the history. */
  readonly owesReason: boolean
}

const move = (to: AppealState, by: readonly MoverRole[], owesReason = false): Move => ({ to, by, owesReason })

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

/** Every state of CONTRACTS; `closed`, `withdrawn` and `referred` are where nothing moves again. */
export const appealMoves: Readonly<Record<AppealState, Partial<Readonly<Record<AppealAct, Move>>>>> = {
  filed: { accept: move('accepted', ['staff']), withdraw, refer, merge },
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
  paused: { resume: move('inProgress', ['handler', 'staff', 'house']), dispatch, resolve, withdraw, refer },
  sentBack: { dispatch, resolve: resolveByStaff, withdraw, refer, merge },
  // What was done without a unit goes back to staff, see `reopenedTo`.
  resolved: {
    close: move('closed', ['asker', 'staff', 'house']),
    reopen: move('inProgress', ['asker', 'staff'], true),
  },
  closed: {},
  withdrawn: {},
  referred: {},
  merged: { unmerge: move('accepted', ['staff'], true) },
}

export type MoveRefusal = 'not-from-here' | 'not-yours' | 'reason-owed'

/** The state after the act, or why it is not to be. An empty reason counts as none. */
export function nextState(
  from: AppealState,
  act: AppealAct,
  role: MoverRole,
  reason: string | null,
): AppealState | { readonly refused: MoveRefusal } {
  const found = appealMoves[from][act]
  if (found === undefined) return { refused: 'not-from-here' }
  if (!found.by.includes(role)) return { refused: 'not-yours' }
  if (found.owesReason && (reason ?? '').trim() === '') return { refused: 'reason-owed' }
  return found.to
}

/** A reopened appeal that no unit ever had is with staff again, not with nobody. */
export const reopenedTo = (unit: string | null): AppealState => (unit === null ? 'accepted' : 'inProgress')

/** What can be given to a unit now: an appeal just filed is accepted by being dispatched. */
export function mayBeDispatched(state: AppealState): boolean {
  return state === 'filed' || appealMoves[state].dispatch !== undefined
}
