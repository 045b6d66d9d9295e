import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import { circularTexts as texts } from './circular.texts.ts'
import { Circular } from './circular.ts'

/** What the errand brought; without a file it could not be written. */
export const CircularMade = z.object({
  circular: Circular,
  file: z.object({ sha256: z.string(), name: z.string(), kind: z.literal('file') }).nullable(),
})
export type CircularMade = z.infer<typeof CircularMade>

/** Begins a notice with this text: whom it goes to, its preview and the yes are asked there. */
export interface SendCircular {
  readonly kind: 'oversight.sendCircular'
  readonly text: string
}

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('shown'), circular: Circular }),
  z.object({ step: z.literal('left') }),
])
type MadeState = z.infer<typeof State>

const WANTS_SENT = /^(?:就?这样)?(?:作为|当|做成?)?(?:通知)?(?:发(?:出去|通知|吧|了吧)|群发|可以发)/u
const left = { step: 'left' } as const

/** 通报草稿: shown with its document; staff may have it sent as a notice. */
export const circularMadeDialogue: Dialogue<MadeState, object, SendCircular> = {
  name: 'oversight.circular-made',
  version: 1,
  schema: State,
  finalSteps: ['left'],
  idleMinutes: 120,
  start(_turn, _facts, beginning) {
    const made = CircularMade.safeParse(beginning.data).data
    if (made === undefined) return step<MadeState, SendCircular>(left, [{ text: texts.failed('') }])
    const { circular, file } = made
    return step<MadeState, SendCircular>({ step: 'shown', circular }, [
      {
        text: texts.made(circular, file !== null),
        choices: texts.choices(),
        ...(file === null ? {} : { files: [file] }),
      },
    ])
  },
  next(state, turn) {
    if (state.step === 'left') return step<MadeState, SendCircular>(state)
    const wantsSent = turn.kind === 'yes' || (turn.kind === 'say' && WANTS_SENT.test(turn.said.text.trim()))
    if (wantsSent)
      return step<MadeState, SendCircular>(
        left,
        [],
        [{ kind: 'oversight.sendCircular', text: texts.asNotice(state.circular) }],
      )
    if (turn.kind === 'silence') return step<MadeState, SendCircular>(left)
    if (turn.kind === 'no' || turn.kind === 'cancel' || turn.kind === 'skip')
      return step<MadeState, SendCircular>(left, [{ text: texts.left() }])
    return step<MadeState, SendCircular>(state, circularMadeDialogue.resume(state))
  },
  resume: (state) =>
    state.step === 'shown' ? [{ text: texts.still(state.circular.title), choices: texts.choices() }] : [],
  choices: (state) => (state.step === 'shown' ? texts.choices() : []),
  // It came by itself, or is looked at in peace; other talk is none of it and does not bring it up again.
  standsAlone: () => true,
  takes: () => 'answers',
}
