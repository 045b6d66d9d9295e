import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import { thanksTexts as texts } from './thanks.texts.ts'

const State = z.object({ step: z.literal('thanked') })
type State = z.infer<typeof State>

/** What the errand brought: one for each gift, without a file where it could not be drawn. */
export interface Certificates {
  readonly drawn: readonly { readonly gift: string; readonly file?: FileRef }[]
}
/** Free: that donors are thanked was part of what staff confirmed when they booked. */
export interface ThankEffect extends Certificates {
  readonly kind: 'donations.thank'
}

/** The certificates came back to whoever booked the gifts, and go on to the donors. */
export const thankDialogue: Dialogue<State, Record<never, never>, ThankEffect> = {
  name: 'donations.thank',
  version: 1,
  schema: State,
  finalSteps: ['thanked'],
  idleMinutes: 5,
  start(_turn, _known, beginning) {
    const { drawn } = beginning.data as Certificates
    const missing = drawn.filter(({ file }) => file === undefined).length
    return step<State, ThankEffect>(
      { step: 'thanked' },
      missing === 0 ? [] : [{ text: texts.notDrawn(missing) }],
      [{ kind: 'donations.thank', drawn }],
    )
  },
  next: (state) => step<State, ThankEffect>(state),
  resume: () => [],
}
