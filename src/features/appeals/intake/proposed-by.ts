import { readingIn } from '../../../conversation/model-reading.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { findPlace } from '../reading/place-and-time.ts'
import type { Draft } from './intake-state.ts'

/** What a model made of these words, each in the place that the rules would fill; checked before it came here. */
export function proposedBy(turn: Turn): Draft['proposed'] {
  const { category, urgency, summary, place, wanted, companyName } = readingIn(turn)?.appeal ?? {}
  return {
    ...(category === undefined ? {} : { category }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(summary === undefined ? {} : { summary }),
    ...(place === undefined ? {} : { place }),
    ...(wanted === undefined ? {} : { wish: wanted }),
    // Where it is is not whose it is.
    ...(companyName === undefined || findPlace(companyName) !== undefined ? {} : { company: companyName }),
  }
}

/** Of what is said later only what stands beside the matter: what it is about was settled by its first words. */
export function proposedLater(draft: Draft, turn: Turn): Draft {
  const { place, wish } = proposedBy(turn)
  const later = { ...(place === undefined ? {} : { place }), ...(wish === undefined ? {} : { wish }) }
  return { ...draft, proposed: { ...later, ...draft.proposed } }
}
