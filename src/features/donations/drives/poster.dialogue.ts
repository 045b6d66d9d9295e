import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import { posterTexts as texts } from './poster.texts.ts'

const State = z.object({ step: z.literal('shown') })
type PosterState = z.infer<typeof State>

/** What the errand brought; without a file it could not be drawn. */
export interface Drawn {
  readonly number: number
  readonly of: string
  readonly file?: FileRef
}
export interface DrawnQuery {
  readonly ask: 'donations.isCurrent'
  readonly number: number
  readonly of: string
}
/** Free: a picture that is kept reaches nobody before it is submitted and approved with the text. */
export interface KeepPoster extends Drawn {
  readonly kind: 'donations.keepPoster'
}

/** The poster came back: shown to whoever fills in the form, who goes on where they were. */
export const posterDialogue: Dialogue<PosterState, { readonly current?: boolean }, KeepPoster> = {
  name: 'donations.poster',
  version: 1,
  schema: State,
  finalSteps: ['shown'],
  idleMinutes: 5,
  needs(state, _turn, beginning) {
    if (state !== undefined) return {}
    const { number, of } = (beginning?.data ?? {}) as Drawn
    return { current: { ask: 'donations.isCurrent', number, of } satisfies DrawnQuery }
  },
  start(_turn, { current }, beginning) {
    const { number, of, file } = beginning.data as Drawn
    // The form changed meanwhile: another one is being drawn.
    if (current !== true) return step<PosterState, KeepPoster>({ step: 'shown' })
    return step<PosterState, KeepPoster>(
      { step: 'shown' },
      [file === undefined ? { text: texts.notDrawn(number) } : { text: texts.drawn(number), files: [file] }],
      [{ kind: 'donations.keepPoster', number, of, ...(file === undefined ? {} : { file }) }],
    )
  },
  next: (state) => step<PosterState, KeepPoster>(state),
  resume: () => [],
}
