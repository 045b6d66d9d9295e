import { z } from 'zod'
import { type Dialogue, type Effect, step } from '../../../conversation/dialogue.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import { pictureTexts as texts } from './picture.texts.ts'

const State = z.object({ step: z.literal('shown') })
type PictureState = z.infer<typeof State>

/** What the errand brought; without a file it could not be drawn. */
export interface Drawn {
  readonly figure: number
  readonly title: string
  readonly file?: FileRef
}

/** The picture of an answer came back. */
export const pictureDialogue: Dialogue<PictureState, object, Effect> = {
  name: 'oversight.picture',
  version: 1,
  schema: State,
  finalSteps: ['shown'],
  idleMinutes: 5,
  start(_turn, _facts, beginning) {
    const { figure, title, file } = beginning.data as Drawn
    // The answer has been given in words: a picture that failed is not worth a letter of its own.
    return step<PictureState, Effect>(
      { step: 'shown' },
      file === undefined ? [] : [{ text: texts.drawn(title, figure), files: [file] }],
    )
  },
  next: (state) => step<PictureState, Effect>(state),
  resume: () => [],
}
