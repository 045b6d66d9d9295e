import { openDesks } from '../../conversation/desk.ts'
import type { Feature } from '../../conversation/feature.ts'
import { askDesk } from './ask.desk.ts'
import type { AskParts } from './ask-parts.ts'
import { dutyDesk } from './duty.desk.ts'
import { figuresDesk } from './figures/figures.desk.ts'
import { papersDesk } from './papers/papers.desk.ts'
import type { PapersParts } from './papers/papers-parts.ts'
import { toldDesk } from './told/told.desk.ts'
import type { ToldParts } from './told/told-parts.ts'

export interface OversightParts extends AskParts, ToldParts, PapersParts {}

/** 督查: what leaders ask, and what they are told, within what they answer for. Nothing here changes an appeal. */
export function oversightFeature(parts: OversightParts): Feature {
  return openDesks('oversight', [
    toldDesk(parts),
    dutyDesk(),
    papersDesk(parts),
    askDesk(parts),
    figuresDesk(parts),
  ])
}
