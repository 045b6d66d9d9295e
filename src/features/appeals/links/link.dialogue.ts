import { z } from 'zod'
import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { OrderedNumber } from '../life/acting-on.ts'
import { movesTexts } from '../life/moves.texts.ts'
import { linkChoices } from './links.texts.ts'

export const LinkOrder = z.object({ number: OrderedNumber.optional(), unitWords: z.string() })
export type LinkOrder = z.infer<typeof LinkOrder>

/** 链接 0312: a new one voids the one before, so that it is asked about. */
export const linkDialogue = previewedOrder({
  name: 'appeals.link',
  version: 1,
  schema: LinkOrder,
  ask: 'appeals.link-plan',
  does: 'appeals.link',
  choices: linkChoices,
  amend: (order: LinkOrder, text: string): LinkOrder => ({ ...order, unitWords: text }),
  texts: { left: movesTexts.left, timedOut: () => movesTexts.timedOut('链接') },
})
