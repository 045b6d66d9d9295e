/** What one turn asks for, before names are looked up. */
import { z } from 'zod'
import type { Beginning } from '../../conversation/dialogue.ts'
import type { Turn } from '../../conversation/turn.ts'
import { Question } from './asking/question.ts'
import { Asked, readAsked } from './asking/read-asked.ts'

/** What a reading hands over: the words, and the figure of the letter that they answer. */
export const AskData = z.object({
  asked: Asked,
  figure: z.number().int().nullable(),
  /** A model has looked at the words already. */
  modelRead: z.boolean().optional(),
})
export type AskData = z.infer<typeof AskData>

export const AskState = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('choosing'),
    asks: z.string(),
    options: z.array(z.object({ label: z.string(), question: Question })),
  }),
  z.object({ step: z.literal('answered') }),
])
export type AskState = z.infer<typeof AskState>
export type Pending =
  | {
      readonly kind: 'asked'
      readonly asked: Asked
      readonly figure: number | null
      readonly modelRead?: boolean | undefined
    }
  | { readonly kind: 'question'; readonly question: Question }

/** The same in `needs` and in the step. */
export function pendingOf(
  state: AskState | undefined,
  turn: Turn,
  beginning: Beginning | undefined,
): Pending | undefined {
  if (state === undefined) {
    const data = AskData.safeParse(beginning?.data)
    return data.success ? { kind: 'asked', ...data.data } : undefined
  }
  if (state.step === 'choosing') {
    const option = chosenOf(state.options, turn)
    if (option !== undefined) return { kind: 'question', question: option.question }
  }
  if (turn.kind !== 'say') return undefined
  const asked = readAsked(turn.said.text, turn.by.at)
  return asked === undefined ? undefined : { kind: 'asked', asked, figure: null }
}

type Options = Extract<AskState, { step: 'choosing' }>['options']

/** By its button or number, or by words that only one of them carries: 铸造那家. */
function chosenOf(options: Options, turn: Turn): Options[number] | undefined {
  if (turn.kind === 'choose') return options[Number(turn.choice.replace('option-', ''))]
  if (turn.kind !== 'say') return undefined
  const said = turn.said.text.replace(/[\s，。,.？?]|那家|那个|那件|这家|这个|这件|的|是|我问|我说/gu, '')
  const fitting = said.length < 2 ? [] : options.filter(({ label }) => label.includes(said))
  return fitting.length === 1 ? fitting[0] : undefined
}
