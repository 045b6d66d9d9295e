import type { Doing } from '../../../conversation/feature.ts'
import type { Calendar } from '../../../kernel/working-days.ts'
import type { DispatchPlan } from '../appeals.effects.ts'
import { workingDaysFrom } from '../deadlines.ts'
import { handlersOf } from '../life/appeal-letters.ts'

/** What dispatching would mean, for the preview. */
export async function planDispatch(
  unit: string,
  days: number,
  calendar: Calendar,
  doing: Doing,
): Promise<DispatchPlan> {
  const handlers = handlersOf(unit, await doing.directory())
  const chats = await Promise.all(handlers.map(({ code }) => doing.reach(code)))
  return {
    dueAt: workingDaysFrom(days, doing.work.at, calendar),
    handlers: handlers.length,
    reachable: chats.filter((chat) => chat !== undefined).length,
  }
}
