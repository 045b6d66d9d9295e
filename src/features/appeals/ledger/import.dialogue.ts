import { type Dialogue, type Query, step } from '../../../conversation/dialogue.ts'
import {
  type OrderEffect,
  type OrderState,
  type Plan,
  previewedOrder,
} from '../../../conversation/previewed-order.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { ImportOrder } from './ledger.orders.ts'
import { importChoices, ledgerTexts as texts } from './ledger.texts.ts'

type State = OrderState<ImportOrder>
type Does = OrderEffect<ImportOrder, 'appeals.import-ledger'>

const previewed = previewedOrder<ImportOrder, 'appeals.plan-import', 'appeals.import-ledger'>({
  name: 'appeals.import-ledger',
  version: 1,
  schema: ImportOrder,
  ask: 'appeals.plan-import',
  does: 'appeals.import-ledger',
  choices: importChoices,
  amend: (order) => order,
  texts: { left: () => texts.importLeft(), timedOut: () => texts.importTimedOut() },
})

/** The last file of what was sent; another one takes the place of the one before. */
export function fileIn(turn: Turn): string | undefined {
  if (turn.kind !== 'say') return undefined
  return turn.said.pieces.flatMap(({ files = [] }) => files).findLast(({ kind }) => kind === 'file')?.sha256
}

/** 导入台账: the file is read, what would change is shown, and a yes does it. */
export const importDialogue: Dialogue<State, { readonly plan?: Plan<ImportOrder> }, Does> = {
  ...previewed,
  needs(state, turn, beginning, known) {
    const sha256 = fileIn(turn)
    if (state === undefined || sha256 === undefined)
      return previewed.needs?.(state, turn, beginning, known) ?? {}
    if (!('order' in state)) return {}
    return { plan: { ask: 'appeals.plan-import', order: { sha256 } } as Query }
  },
  next(state, turn, known) {
    const sha256 = fileIn(turn)
    if (sha256 === undefined || !('order' in state)) return previewed.next(state, turn, known)
    const begun = previewed.start(turn, known, { data: { sha256 }, onTop: false, frame: '' })
    // What cannot be read is said, and the next file is waited for.
    if (begun.state.step !== 'refused') return begun
    return step<State, Does>(state.step === 'asking' ? state : { ...state }, begun.says)
  },
}
