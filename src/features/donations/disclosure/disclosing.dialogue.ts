import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { DisclosureOrder } from './disclosure.effects.ts'
import { disclosureTexts as texts } from './disclosure.texts.ts'
import { meansPageOnly } from './disclosure-words.ts'

const toPage = (order: DisclosureOrder): DisclosureOrder => ({ ...order, how: 'page' })

/** The edition as it would be issued, with its picture: submitted on a yes, public only after a second person's. */
export const disclosingDialogue = previewedOrder({
  name: 'donations.disclosing',
  version: 1,
  schema: DisclosureOrder,
  ask: 'donations.disclosurePlan',
  does: 'donations.submitDisclosure',
  choices: texts.submitChoices(),
  amend: (order, text) => (meansPageOnly(text) ? toPage(order) : order),
  by: (order, way) => (way === texts.pageOnly().id ? toPage(order) : order),
  texts: {
    left: ({ number }) => texts.left(number),
    timedOut: ({ number }) => texts.timedOut(number),
  },
})
