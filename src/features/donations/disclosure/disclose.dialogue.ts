import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import type { Disclosable, DisclosableQuery, DisclosureWish, DrawDisclosure } from './disclosure.effects.ts'
import { disclosureTexts as texts } from './disclosure.texts.ts'

const State = z.object({ step: z.enum(['drawing', 'refused']) })
type DiscloseState = z.infer<typeof State>

/** 公示 募捐3: looks whether there is anything to disclose and has the picture drawn; the preview comes by itself. */
export const discloseDialogue: Dialogue<DiscloseState, { readonly found?: Disclosable }, DrawDisclosure> = {
  name: 'donations.disclose',
  version: 1,
  schema: State,
  finalSteps: ['drawing', 'refused'],
  idleMinutes: 5,
  needs(state, _turn, beginning) {
    if (state !== undefined) return {}
    const wish = beginning?.data as DisclosureWish
    return { found: { ask: 'donations.disclosable', wish } satisfies DisclosableQuery }
  },
  start(turn, { found }, beginning) {
    const refused = (text: string, to?: 'here') =>
      step<DiscloseState, DrawDisclosure>({ step: 'refused' }, [
        { text, ...(to === undefined ? {} : { to }) },
      ])
    if (turn.by.chat.kind === 'group') return refused(texts.notHere(), 'here')
    if (found?.kind !== 'ready') return refused(found?.text ?? texts.none())
    const { how, final } = beginning.data as DisclosureWish
    return step<DiscloseState, DrawDisclosure>(
      { step: 'drawing' },
      [{ text: texts.drawing(found.number) }],
      [{ kind: 'donations.drawDisclosure', number: found.number, how, final }],
    )
  },
  next: (state) => step<DiscloseState, DrawDisclosure>(state),
  resume: () => [],
}
