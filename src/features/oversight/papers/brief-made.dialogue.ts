import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import { briefTexts as texts } from './brief.texts.ts'

/** What the errand brought; without files it failed. */
export const BriefMade = z.object({
  numbers: z.array(z.string()),
  pages: z.number().int(),
  files: z.array(z.object({ sha256: z.string(), name: z.string(), kind: z.enum(['image', 'file']) })),
})
export type BriefMade = z.infer<typeof BriefMade>

const State = z.object({ step: z.literal('shown') })

/** The page came back: the PDF to print, the picture for the phone. */
export const briefMadeDialogue: Dialogue<z.infer<typeof State>, object, never> = {
  name: 'oversight.brief-made',
  version: 1,
  schema: State,
  finalSteps: ['shown'],
  idleMinutes: 1,
  start(_turn, _facts, beginning) {
    const made = BriefMade.safeParse(beginning.data).data
    const shown = { step: 'shown' } as const
    if (made === undefined || made.files.length === 0) return step(shown, [{ text: texts.failed() }])
    const { numbers, pages, files } = made
    const hasPicture = files.some(({ kind }) => kind === 'image')
    return step(shown, [{ text: texts.made(numbers, pages, hasPicture), files }])
  },
  next: (state) => step(state),
  resume: () => [],
}
