import type { Work } from '../kernel/work.ts'
import type { Doing } from './feature.ts'

interface Timed {
  due(doing: Doing): Promise<void>
  nextDueAt(work: Work): Promise<Date | undefined>
}

/** How often something was done in a pass of the clock: what was asked before it need no longer be so. */
const acts = new WeakMap<Work, number>()

/** Says that the clock made somebody act; what others asked in this pass is asked again. */
export function noteAct(work: Work): void {
  acts.set(work, (acts.get(work) ?? 0) + 1)
}

/** The same question asked once in a pass, as long as nobody acts in it. */
export function askedOnce<T>(ask: (work: Work) => Promise<T>): (work: Work) => Promise<T> {
  const asked = new WeakMap<Work, { readonly acts: number; readonly answer: Promise<T> }>()
  return (work) => {
    const now = acts.get(work) ?? 0
    const known = asked.get(work)
    if (known?.acts === now) return known.answer
    const answer = ask(work)
    asked.set(work, { acts: now, answer })
    return answer
  }
}

/**
 * For whoever has nothing to do before the time that they name: `act` is called once `next` has come. All are asked in
 * the same moment (due.ts), so that a store that answers with a single value asks the database together with the
 * others. A pass follows every few turns, and most find nothing.
 */
export function whenDue(
  next: (work: Work) => Promise<Date | undefined>,
  act: (doing: Doing) => Promise<void>,
): Timed {
  const nextDueAt = askedOnce(next)
  return {
    nextDueAt,
    async due(doing) {
      const { work } = doing
      const at = await nextDueAt(work)
      if (at === undefined || at > work.at) return
      noteAct(work)
      await act(doing)
    },
  }
}
