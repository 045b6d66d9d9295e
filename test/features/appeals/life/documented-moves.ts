import type { AppealAct, MoverRole } from '../../../../src/features/appeals/life/appeal-moves.ts'
import type { AppealState } from '../../../../src/kernel/appeal-terms.ts'

/**
 * Who may do what from where, written down by itself, as it is documented: nothing here is derived from the code.
 * Roles: A asker, S staff, H handler of the lead unit, T the house itself (time, law). A supporting unit (协办) moves
 * nothing. `!` after an act: a reason is owed. `<30d`: only within thirty days after it was closed.
 */
const TABLE = `
filed       accept     S     accepted
filed       dispatch   S     dispatched
filed       resolve!   S     resolved
filed       pause!     S     paused
filed       withdraw   A     withdrawn
filed       refer!     S T   referred
filed       merge      S     merged

accepted    dispatch   S     dispatched
accepted    resolve!   S     resolved
accepted    pause!     S     paused
accepted    withdraw   A     withdrawn
accepted    refer!     S T   referred
accepted    merge      S     merged

dispatched  dispatch   S     dispatched
dispatched  acknowledge H    inProgress
dispatched  sendBack!  H     sentBack
dispatched  resolve!   S H   resolved
dispatched  pause!     S H   paused
dispatched  withdraw   A     withdrawn
dispatched  refer!     S T   referred
dispatched  merge      S     merged

inProgress  dispatch   S     dispatched
inProgress  sendBack!  H     sentBack
inProgress  resolve!   S H   resolved
inProgress  pause!     S H   paused
inProgress  withdraw   A     withdrawn
inProgress  refer!     S T   referred
inProgress  merge      S     merged

paused      resume     S H T inProgress
paused      dispatch   S     dispatched
paused      sendBack!  H     sentBack
paused      resolve!   S H   resolved
paused      withdraw   A     withdrawn
paused      refer!     S T   referred
paused      merge      S     merged

sentBack    dispatch   S     dispatched
sentBack    resolve!   S     resolved
sentBack    pause!     S     paused
sentBack    withdraw   A     withdrawn
sentBack    refer!     S T   referred
sentBack    merge      S     merged

resolved    close      A S T closed
resolved    reopen!    A S   inProgress

closed      reopen!    A S   inProgress <30d

referred    reopen!    S     inProgress

merged      unmerge!   S     accepted
merged      withdraw   A     withdrawn
`

export interface Documented {
  readonly from: AppealState
  readonly act: AppealAct
  readonly by: readonly MoverRole[]
  /** Of `resume` and `unmerge` the state before; without a unit `reopen` leads to `accepted`. */
  readonly to: AppealState
  readonly owesReason: boolean
  readonly withinDays: number | null
}

const ROLES: Readonly<Record<string, MoverRole>> = { A: 'asker', S: 'staff', H: 'handler', T: 'house' }

export const documentedMoves: readonly Documented[] = TABLE.split('\n')
  .map((line) => line.trim().split(/\s+/))
  .filter(([from]) => from !== '' && from !== undefined)
  .map(([from = '', act = '', ...rest]) => {
    const within = rest.at(-1)?.startsWith('<') ? Number.parseInt(rest.pop()?.slice(1) ?? '', 10) : null
    return {
      from: from as AppealState,
      act: act.replace('!', '') as AppealAct,
      to: rest.at(-1) as AppealState,
      by: rest.slice(0, -1).map((one) => ROLES[one] as MoverRole),
      owesReason: act.endsWith('!'),
      withinDays: within,
    }
  })

export const findDocumented = (from: AppealState, act: string): Documented | undefined =>
  documentedMoves.find((one) => one.from === from && one.act === act)
