import { previewedOrder } from '../../../../conversation/previewed-order.ts'
import { WordsOrder } from './lexicon.effects.ts'
import { lexiconTexts as texts } from './lexicon.texts.ts'

/** “加词 过桥 = 转贷”, “删词 过桥”, “不加词 过桥”: everybody's questions are searched so, hence a look and a yes. */
export const changeWordsDialogue = previewedOrder({
  name: 'policy.change-words',
  version: 2,
  schema: WordsOrder,
  ask: 'policy.plan-words',
  does: 'policy.changeWords',
  choices: [
    { id: 'yes', label: texts.labels.yes },
    { id: 'no', label: texts.labels.no },
  ],
  idleMinutes: 30,
  amend: (order) => order,
  texts: { left: () => texts.left() },
})
