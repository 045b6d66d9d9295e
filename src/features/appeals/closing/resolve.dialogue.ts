import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { movesTexts } from '../life/moves.texts.ts'
import { resolveChoices } from './closing.texts.ts'
import { ResolveOrder, readResolve, reportWords } from './read-resolve.ts'

/** 0312 已办结 …: what was done and of which kind it is, read back, because the asker gets these very words. */
export const resolveDialogue = previewedOrder({
  name: 'appeals.resolve',
  version: 2,
  schema: ResolveOrder,
  ask: 'appeals.plan-resolve',
  does: 'appeals.resolve',
  choices: resolveChoices,
  amend(order, text) {
    const { closeKind, words } = readResolve(text, false) ?? reportWords(text, order.closeKind)
    // 已解释 alone changes the kind and keeps the report.
    return { ...order, closeKind, words: words === '' ? order.words : words }
  },
  texts: {
    left: () => movesTexts.left(),
    timedOut: () => movesTexts.timedOut('办结'),
  },
})
