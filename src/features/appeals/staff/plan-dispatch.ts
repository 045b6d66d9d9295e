import type { Doing } from '../../../conversation/feature.ts'
import { addWorkingTime } from '../../../kernel/working-days.ts'
import type { AppealsQuery, DispatchPlan, UnitPlan } from '../appeals.effects.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { handlersOf } from '../life/appeal-letters.ts'
import { firstUnitOf, sentBackBy } from './sent-back.ts'

type PlanQuery = Extract<AppealsQuery, { ask: 'appeals.plan' }>

/** From the second time that it comes back on it matters who had it first. */
const FROM_HAND_TO_HAND = 2

/** Who of a unit hears of it, and who cannot be written to. */
export async function planUnit(code: string, doing: Doing): Promise<UnitPlan> {
  const directory = await doing.directory()
  const handlers = handlersOf(code, directory)
  const chats = await Promise.all(handlers.map((one) => doing.reach(one.code)))
  const named = (isReached: boolean) =>
    handlers.filter((_, n) => (chats[n] !== undefined) === isReached).map(({ name }) => name)
  return { code, name: directory.units.get(code)?.name ?? code, told: named(true), unreached: named(false) }
}

/** What dispatching would mean, for the preview. */
export async function planDispatch(
  { number, units, days }: PlanQuery,
  { store, calendar, unitDoor }: AppealsParts,
  doing: Doing,
): Promise<DispatchPlan> {
  const directory = await doing.directory()
  const [lead = ''] = units
  const appeal = await store.find(number, doing.work)
  const history = await store.history(number, doing.work)
  const first = firstUnitOf(history)
  const name = (code: string) => directory.units.get(code)?.name ?? code
  const until = addWorkingTime(doing.work.at, { days }, calendar)
  const isMoved = appeal !== undefined && appeal.unit !== null && appeal.unit !== lead
  return {
    ...(until instanceof Date ? { dueAt: until } : { dueAt: null, missingYear: until.missingYear }),
    units: await Promise.all(units.map((code) => planUnit(code, doing))),
    sentBack: sentBackBy(lead, history, directory) ?? null,
    before: isMoved ? name(appeal.unit) : null,
    first:
      first !== undefined && first !== name(lead) && (appeal?.handOffs ?? 0) >= FROM_HAND_TO_HAND
        ? first
        : null,
    hasPages: unitDoor !== undefined,
  }
}
