/** What a model filled in, over what the words say by themselves. Its names were checked to stand in the text. */

import type { ModelQuestion } from './model-question.ts'
import type { Slots } from './slots.ts'
import { markPeriods } from './words/periods-said.ts'

export function slotsOfModel(model: ModelQuestion, heard: Slots, at: Date): Slots {
  const periodOf = (words: string | null) =>
    words === null ? null : (markPeriods(words, at).periods[0] ?? null)
  const isList = model.order === 'oldest' || model.order === 'newest'
  return {
    ...heard,
    kind: model.kind,
    act: null,
    of: model.measure ?? heard.of,
    category: model.category ?? heard.category,
    period: periodOf(model.period) ?? heard.period,
    with: periodOf(model.comparedWith) ?? heard.with,
    by: model.by ?? heard.by,
    order: model.order === 'most' || model.order === 'least' ? model.order : heard.order,
    listOrder:
      isList && (model.order === 'oldest' || model.order === 'newest') ? model.order : heard.listOrder,
    top: model.top ?? heard.top,
    mine: model.mine || heard.mine,
  }
}
