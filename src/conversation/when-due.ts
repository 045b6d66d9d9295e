import type { Work } from '../kernel/work.ts'
import type { Doing } from './feature.ts'

interface Timed {
  due(doing: Doing): Promise<void>
  nextDueAt(work: Work): Promise<Date | undefined>
}

/**
 * For whoever has nothing to do before the time that they name: `act` is called once `next` has come, and what `next`
 * said is asked once in a pass of the clock. A pass follows every few turns, and most find nothing.
 */
export function whenDue(
  next: (work: Work) => Promise<Date | undefined>,
  act: (doing: Doing) => Promise<void>,
): Timed {
  const asked = new WeakMap<Work, Date | undefined>()
  return {
    async due(doing) {
      const { work } = doing
      const at = await next(work)
      if (at === undefined || at > work.at) asked.set(work, at)
      else await act(doing)
    },
    nextDueAt: async (work) => (asked.has(work) ? asked.get(work) : next(work)),
  }
}
