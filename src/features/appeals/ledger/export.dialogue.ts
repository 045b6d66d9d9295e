import type { Dialogue } from '../../../conversation/dialogue.ts'
import {
  type OrderEffect,
  type OrderState,
  type Plan,
  previewedOrder,
} from '../../../conversation/previewed-order.ts'
import { ExportOrder } from './ledger.orders.ts'
import { exportChoices, ledgerTexts as texts } from './ledger.texts.ts'

const previewed = previewedOrder<ExportOrder, 'appeals.plan-export', 'appeals.export-ledger'>({
  name: 'appeals.export-ledger',
  version: 1,
  schema: ExportOrder,
  ask: 'appeals.plan-export',
  does: 'appeals.export-ledger',
  choices: exportChoices,
  amend: (_order, text) => ({ text, scope: null }),
  texts: { left: () => texts.exportLeft(), timedOut: () => texts.exportTimedOut() },
})

/** A few rows go at once; many are counted first. */
export type ExportPlan = Plan<ExportOrder> & { readonly atOnce?: boolean }

/** 导出台账: the file comes in private, whoever asks where. */
export const exportDialogue: Dialogue<
  OrderState<ExportOrder>,
  { readonly plan?: ExportPlan },
  OrderEffect<ExportOrder, 'appeals.export-ledger'>
> = {
  ...previewed,
  start(turn, known, beginning) {
    const begun = previewed.start(turn, known, beginning)
    if (begun.state.step !== 'confirming' || known.plan?.atOnce !== true) return begun
    const sent = previewed.next(begun.state, { by: turn.by, kind: 'yes' }, known)
    // The file goes to one person; the group that they asked in hears only that it did.
    return { ...sent, says: [{ text: texts.inPrivate(), to: 'group' }] }
  },
}
