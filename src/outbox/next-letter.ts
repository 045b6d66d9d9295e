import { LANES } from './lane.ts'
import type { Letter } from './letter.ts'
import type { Lines } from './lines.ts'
import type { AccountPace } from './pace.ts'

/** Broadcasts that hang must not take every connection: a quarter is left to the answers. */
const forBroadcasts = (atOnce: number) => Math.max(1, atOnce - Math.ceil(atOnce / 4))

/**
 * The letter in hand that may leave now, or how many milliseconds it is until one may; infinite when an answer has to
 * come first, or nothing is in hand.
 */
export function nextLetter(lines: Lines, pace: AccountPace, atOnce: number, now: number): Letter | number {
  let soonest = Number.POSITIVE_INFINITY
  if (lines.onTheirWay() >= atOnce) return soonest
  for (const lane of LANES) {
    if (lines.inHand(lane) === 0) continue
    if (lane === 'mailings' && lines.broadcastsOnTheirWay() >= forBroadcasts(atOnce)) continue
    const wait = pace.accountWaitMs(lane, now)
    if (wait > 0) {
      soonest = Math.min(soonest, wait)
      continue
    }
    for (const letter of lines.heads(lane)) {
      const own = pace.chatWaitMs(letter.to, lane, now)
      if (own === 0) return letter
      soonest = Math.min(soonest, own)
    }
  }
  return soonest
}
