import type { Cancel, Clock } from '../kernel/clock.ts'

/** Until when an account sends nothing, by the house's clock: the platform said so, or it is not there. */
export function openStandstill(clock: Clock, onOver: () => void) {
  let held: Date | undefined
  let resting: Date | undefined
  let cancel: Cancel | undefined

  function until(): Date | undefined {
    const ends = [held, resting].filter((at) => at !== undefined && at > clock.now()) as Date[]
    return ends.sort((a, b) => b.getTime() - a.getTime())[0]
  }

  function plan(): void {
    cancel?.()
    const at = until()
    cancel = at && clock.at(at, () => (until() === undefined ? onOver() : plan()))
  }

  return {
    until,
    /** The platform asked for it; a shorter time than is known already changes nothing. */
    hold(at: Date): void {
      if (held === undefined || at > held) held = at
      plan()
    },
    /** The account is not there: nobody need try letter by letter. */
    rest(at: Date): void {
      resting = at
      plan()
    },
    endRest(): void {
      resting = undefined
      plan()
    },
  }
}

export type Standstill = ReturnType<typeof openStandstill>
