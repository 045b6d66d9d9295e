import { z } from 'zod'
import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { OrderedNumber } from '../life/acting-on.ts'
import { progressChoices, progressTexts as texts } from './progress.texts.ts'
import { readProgress } from './read-progress.ts'

export const ProgressOrder = z.object({
  number: OrderedNumber.optional(),
  words: z.string(),
  about: z.enum(['progress', 'contact']),
})
export type ProgressOrder = z.infer<typeof ProgressOrder>

/** 0312 进展 …: read back, because the asker gets these very words. */
export const progressDialogue = previewedOrder({
  name: 'appeals.progress',
  version: 1,
  schema: ProgressOrder,
  ask: 'appeals.progress-plan',
  does: 'appeals.progress',
  choices: progressChoices,
  amend: (order: ProgressOrder, text: string): ProgressOrder => {
    const asked = readProgress(text, order.number)
    return asked === undefined
      ? { ...order, words: text, about: 'progress' }
      : { ...order, words: asked.words, about: asked.about }
  },
  texts: { left: texts.left, timedOut: texts.timedOut },
})
