import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import type { LibraryQuery } from './library.effects.ts'
import { type ListedDocument, libraryTexts as texts } from './library.texts.ts'

const Done = z.object({ step: z.literal('done') })
const done = { step: 'done' } as const

/** “有哪些政策文件”: what this person may ask about here; one line a document. */
export const listDialogue: Dialogue<
  z.infer<typeof Done>,
  { readonly documents?: readonly ListedDocument[] },
  never
> = {
  name: 'policy.list',
  version: 1,
  schema: Done,
  finalSteps: ['done'],
  idleMinutes: 1,
  needs: (): Readonly<Record<string, LibraryQuery>> => ({ documents: { ask: 'policy.documents' } }),
  start: (_turn, { documents = [] }) => step(done, [{ text: texts.documents(documents) }]),
  next: (state) => step(state),
  resume: () => [],
}
