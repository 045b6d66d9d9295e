import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import { noticesTexts as texts } from '../notices.texts.ts'

const State = z.object({ step: z.literal('noted') })
type ReceiptState = z.infer<typeof State>

export interface Receive {
  readonly kind: 'notices.receive'
  readonly notice: string
  readonly words: string
}

/** What `notices.awaited` answers: the notice these words can be an answer to, here and by this person. */
export interface Awaited {
  readonly id: string
  readonly number: number
}

/** 收到, said to us: in answer to the notice's letter, with a mention, or in private. A group hears nothing back. */
export const receiptDialogue: Dialogue<ReceiptState, { readonly awaited?: Awaited }, Receive> = {
  name: 'notices.receipt',
  version: 1,
  schema: State,
  finalSteps: ['noted'],
  idleMinutes: 5,
  needs: (state) => (state === undefined ? { awaited: { ask: 'notices.awaited' } } : {}),
  start(turn, { awaited }) {
    const noted: ReceiptState = { step: 'noted' }
    if (awaited === undefined)
      return step<ReceiptState, Receive>(noted, [{ text: texts.noted(), to: 'here' }])
    const words = 'said' in turn ? (turn.said?.text ?? '') : ''
    const says = turn.by.chat.kind === 'private' ? [{ text: texts.received(awaited.number) }] : []
    return step<ReceiptState, Receive>(noted, says, [{ kind: 'notices.receive', notice: awaited.id, words }])
  },
  next: (state) => step<ReceiptState, Receive>(state),
  resume: () => [],
}
