import { type Dialogue, type Query, step } from '../../../../conversation/dialogue.ts'
import {
  type OrderEffect,
  type OrderState,
  type Plan,
  previewedOrder,
} from '../../../../conversation/previewed-order.ts'
import type { Turn } from '../../../../conversation/turn.ts'
import { SheetOrder, withText } from '../gifts.orders.ts'
import { bookingTexts as texts } from './booking.texts.ts'

type State = OrderState<SheetOrder>
type Does = OrderEffect<SheetOrder, 'donations.import-gifts'>

const previewed = previewedOrder<SheetOrder, 'donations.plan-import', 'donations.import-gifts'>({
  name: 'donations.import-gifts',
  version: 1,
  schema: SheetOrder,
  ask: 'donations.plan-import',
  does: 'donations.import-gifts',
  choices: texts.choices(),
  amend: withText,
  takesAll: 'while-asking',
  texts: { left: texts.left },
})

function fileIn(turn: Turn): string | undefined {
  if (turn.kind !== 'say') return undefined
  return turn.said.pieces.flatMap(({ files = [] }) => files).findLast(({ kind }) => kind === 'file')?.sha256
}

/** 导入到账: the charity's sheet is read, what is new is shown, and a yes books it. Another file takes the place of the one before. */
export const importDialogue: Dialogue<State, { readonly plan?: Plan<SheetOrder> }, Does> = {
  ...previewed,
  needs(state, turn, beginning, known) {
    const sha256 = fileIn(turn)
    if (state === undefined || sha256 === undefined || !('order' in state))
      return previewed.needs?.(state, turn, beginning, known) ?? {}
    return { plan: { ask: 'donations.plan-import', order: { ...state.order, sha256 } } as Query }
  },
  next(state, turn, known) {
    const sha256 = fileIn(turn)
    if (sha256 === undefined || !('order' in state)) return previewed.next(state, turn, known)
    const data = { ...state.order, sha256 }
    const begun = previewed.start(turn, known, { data, onTop: false, frame: '' })
    // What cannot be read is said, and the next file is waited for.
    return begun.state.step === 'refused' ? step<State, Does>(state, begun.says) : begun
  },
}
