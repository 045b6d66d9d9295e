import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import { signupsTexts as texts } from '../signups.texts.ts'

const State = z.object({ step: z.literal('told') })
type BookState = z.infer<typeof State>

/** What the errand brings back. */
export type BroughtBook =
  | { readonly sha256: string; readonly name: string; readonly title: string; readonly rows: number }
  | { readonly failed: true }

/** The workbook that was asked for, in the keeper's own chat. */
export const bookDialogue: Dialogue<BookState, object, never> = {
  name: 'signups.book',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 5,
  start(_turn, _known, beginning) {
    const book = beginning.data as BroughtBook
    if ('failed' in book) return step<BookState, never>({ step: 'told' }, [{ text: texts.bookFailed() }])
    const { sha256, name, title, rows } = book
    return step<BookState, never>({ step: 'told' }, [
      { text: texts.book(title, rows), files: [{ sha256, name, kind: 'file' }] },
    ])
  },
  next: (state) => step<BookState, never>(state),
  resume: () => [],
}
