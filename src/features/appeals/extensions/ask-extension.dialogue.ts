import { z } from 'zod'
import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { OrderedNumber } from '../life/acting-on.ts'
import { askChoices, extensionTexts as texts } from './extensions.texts.ts'
import { readTerm } from './read-extension.ts'

export const ExtensionOrder = z.object({
  number: OrderedNumber.optional(),
  days: z.number().optional(),
  reason: z.string(),
})
export type ExtensionOrder = z.infer<typeof ExtensionOrder>

/** 改成3天 changes the days, anything else is the reason. */
function amend(order: ExtensionOrder, text: string): ExtensionOrder {
  const { days, reason } = readTerm(text.replace(/^(?:改成|改为|改|那就|就|延|申请|最多)+/, ''))
  return {
    ...order,
    ...(days === undefined ? {} : { days }),
    ...(reason === '' ? {} : { reason }),
  }
}

/** 申请延期 0312 5天 理由…: the new day and hour are shown before it goes to those who grant it. */
export const askExtensionDialogue = previewedOrder({
  name: 'appeals.extension',
  version: 1,
  schema: ExtensionOrder,
  ask: 'appeals.extension-plan',
  does: 'appeals.extension',
  choices: askChoices,
  amend,
  texts: { left: texts.left, timedOut: texts.timedOut },
})
