import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import type { Ending, ValidityQuery } from './validity.effects.ts'
import { validityTexts as texts } from './validity.texts.ts'

const Done = z.object({ step: z.literal('done') })

/** “快到期的文件”: staff see what ends soon and what ended lately. */
export const endingDialogue: Dialogue<z.infer<typeof Done>, { readonly ending?: Ending }, never> = {
  name: 'policy.ending',
  version: 1,
  schema: Done,
  finalSteps: ['done'],
  idleMinutes: 1,
  needs: (_state, turn): Readonly<Record<string, ValidityQuery>> =>
    turn.by.chat.kind === 'private' ? { ending: { ask: 'policy.ending' } } : {},
  start(_turn, { ending }) {
    if (ending === undefined) return step({ step: 'done' as const }, [{ text: texts.onlyInPrivate() }])
    return step({ step: 'done' as const }, [{ text: texts.ending(ending.soon, ending.past, ending.days) }])
  },
  next: (state) => step(state),
  resume: () => [],
}
