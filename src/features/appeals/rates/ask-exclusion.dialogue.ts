import { type OrderState, previewedOrder } from '../../../conversation/previewed-order.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { askChoices, exclusionTexts as texts } from './exclusion.texts.ts'
import { ExclusionOrder, readReason } from './read-exclusion.ts'

const previewed = previewedOrder<ExclusionOrder, 'appeals.plan-exclusion', 'appeals.ask-exclusion'>({
  name: 'appeals.ask-exclusion',
  version: 1,
  schema: ExclusionOrder,
  ask: 'appeals.plan-exclusion',
  does: 'appeals.ask-exclusion',
  choices: askChoices,
  amend(order, text) {
    const { code, words } = readReason(text)
    return { ...order, code: code ?? order.code, words: words === '' ? order.words : words }
  },
  texts: { left: () => texts.left(), timedOut: () => texts.timedOut() },
})

/** While a reason's code is awaited, 01 is that code and no yes. */
function asWords(state: OrderState<ExclusionOrder> | undefined, turn: Turn): Turn {
  const isAnswer = turn.kind === 'yes' || turn.kind === 'no' || turn.kind === 'choose'
  if (state?.step !== 'asking' || !isAnswer || turn.said === undefined) return turn
  return /\d/u.test(turn.said.text) ? { by: turn.by, kind: 'say', said: turn.said } : turn
}

/** 申请剔除: the reason's code and what happened, shown before it goes to whoever grants it. */
export const askExclusionDialogue: typeof previewed = {
  ...previewed,
  needs: (state, turn, beginning, known) =>
    previewed.needs?.(state, asWords(state, turn), beginning, known) ?? {},
  next: (state, turn, known) => previewed.next(state, asWords(state, turn), known),
}
