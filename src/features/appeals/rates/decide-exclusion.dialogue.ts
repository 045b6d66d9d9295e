import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { decideChoices, exclusionTexts as texts } from './exclusion.texts.ts'
import { DecisionOrder, readExclusionDecision } from './read-exclusion.ts'

/** 同意剔除 0275: what is taken out of which rate, shown once more. */
export const decideExclusionDialogue = previewedOrder<
  DecisionOrder,
  'appeals.plan-exclusion-decision',
  'appeals.decide-exclusion'
>({
  name: 'appeals.decide-exclusion',
  version: 1,
  schema: DecisionOrder,
  ask: 'appeals.plan-exclusion-decision',
  does: 'appeals.decide-exclusion',
  choices: decideChoices,
  amend(order, text) {
    const said = readExclusionDecision(text)
    if (said !== undefined) return { ...order, grant: said.grant, words: said.words }
    return order.grant ? order : { ...order, words: text }
  },
  texts: { left: () => texts.decideLeft(), timedOut: () => texts.decideTimedOut() },
})
