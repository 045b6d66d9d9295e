import type { Answers, Desk } from '../../../conversation/desk.ts'
import type { Query } from '../../../conversation/dialogue.ts'
import type { GiftsParts } from '../gifts/gifts-parts.ts'
import type { DriveAsked } from './asked.ts'
import { occasionsOf } from './occasions.ts'
import { tellDrive } from './tell-drive.ts'

type ToldQuery =
  /** How drives stand, for whoever may see that; undefined where there is nothing they may see. */
  | (Query & { readonly ask: 'donations.told' } & DriveAsked)
  /** Drives as names of a time: 防汛那次. */
  | (Query & { readonly ask: 'donations.occasions' })

/** What other features may hear of the drives: sums and numbers of entries, and nobody who gave. */
export function toldDesk(parts: GiftsParts): Desk {
  return {
    answers: {
      'donations.told': (query, doing) => tellDrive(parts, query, doing),
      'donations.occasions': (_query, doing) => occasionsOf(parts, doing),
    } satisfies Answers<ToldQuery>,
  }
}
