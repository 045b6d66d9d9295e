import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import { formatNumber, yearOf } from '../appeal-number.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import type { UnsealingEffect } from './sealing.effects.ts'

const State = z.object({ step: z.literal('looked') })

/** 再看启封 0266: the name once more, to one of the two whom it was unsealed for. */
export const lookAgainDialogue: Dialogue<z.infer<typeof State>, unknown, UnsealingEffect> = {
  name: 'appeals.look-again',
  version: 1,
  schema: State,
  finalSteps: ['looked'],
  idleMinutes: 1,
  start(turn, _known, beginning) {
    const { number } = beginning.data as { number: AppealNumber }
    const full = formatNumber(number.year ?? yearOf(turn.by.at), number.serial)
    return step<z.infer<typeof State>, UnsealingEffect>(
      { step: 'looked' },
      [],
      [{ kind: 'appeals.look-again', number: full }],
    )
  },
  next: (state) => step(state),
  resume: () => [],
}
