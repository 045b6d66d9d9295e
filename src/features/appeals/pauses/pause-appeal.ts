import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { may } from '../../../kernel/person.ts'
import type { FoundMoment } from '../../../kernel/spoken-moment.ts'
import { momentAt } from '../../../kernel/spoken-moment.ts'
import {
  addWorkingTime,
  type Calendar,
  missingYearSentence,
  workingDaysBetween,
} from '../../../kernel/working-days.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { actingOn, numberIn } from '../life/acting-on.ts'
import { tellStaff, writeToAsker, writeToUnit } from '../life/appeal-letters.ts'
import { explainRefusal } from '../life/dispatch-appeal.ts'
import { moveAppeal } from '../life/move-appeal.ts'
import { asOutside } from '../sealing/outward.ts'
import { type PauseReasonCode, ruleOf } from './pause-reasons.ts'
import { type Pausing, pausesTexts as texts } from './pauses.texts.ts'
import type { PauseOrder } from './read-pause.ts'

export interface PausingParts {
  readonly store: AppealsStore
  readonly calendar: Calendar
}

/** What pausing would mean: for which reason, until when, and who hears of it. */
export async function planPause(
  order: PauseOrder,
  { store, calendar }: PausingParts,
  doing: Doing,
): Promise<Plan<PauseOrder>> {
  if (order.number === undefined && may(doing.by.person, 'appeal.pause'))
    return { kind: 'refused', text: texts.whichPause() }
  const asked = { number: order.number, act: 'appeal.pause', what: '暂停', move: 'pause' } as const
  const acting = await actingOn(asked, store, doing)
  if (acting.kind === 'may-not') return { kind: 'refused', text: acting.text }
  const { appeal, role } = acting
  const { at } = doing.work
  if (role !== 'staff' && appeal.urgency === 'critical')
    return { kind: 'refused', text: texts.criticalRuns(appeal.number) }
  const { reason } = order
  if (reason === undefined) {
    const question = order.words === '' ? texts.whyPause(appeal.number) : texts.unknownReason(order.words)
    return { kind: 'asking', question }
  }
  const rule = ruleOf(reason)
  if (role !== 'staff' && rule.byStaffOnly === true)
    return { kind: 'refused', text: texts.staffReason(rule.label) }
  const until = pauseUntil(reason, order.until, at, calendar)
  if (until.kind !== 'until') return until
  const { wakeAt, shortened } = until
  const shown = role === 'staff' ? appeal : asOutside(appeal)
  const pausing = { reason, words: order.words, wakeAt }
  return {
    kind: 'ready',
    order: { ...order, number: numberIn(appeal.number), wakeAt: wakeAt.toISOString() },
    preview: texts.preview(shown, pausing, shortened, await whoHears(appeal, doing), at),
    number: shortNumber(appeal.number),
  }
}

async function whoHears(appeal: Appeal, doing: Doing): Promise<readonly string[]> {
  const unit = appeal.unit === null ? undefined : (await doing.directory()).units.get(appeal.unit)?.name
  return ['诉求人', ...(unit === undefined || doing.by.person.unit === appeal.unit ? [] : [unit]), '工作人员']
}

type Until =
  | { readonly kind: 'until'; readonly wakeAt: Date; readonly shortened: Date | null }
  | { readonly kind: 'asking'; readonly question: string }
  | { readonly kind: 'refused'; readonly text: string }

/** Never longer than the reason allows; where a year's calendar is missing, not at all rather than by a guess. */
function pauseUntil(
  reason: PauseReasonCode,
  until: FoundMoment['moment'] | undefined,
  now: Date,
  calendar: Calendar,
): Until {
  const { longestDays } = ruleOf(reason)
  const longest = addWorkingTime(now, { days: longestDays }, calendar)
  const wanted = until === undefined ? longest : momentAt(until, now, calendar)
  if (!(wanted instanceof Date)) return { kind: 'refused', text: missingYearSentence(wanted.missingYear) }
  if (wanted <= now) return { kind: 'asking', question: texts.alreadyPast(wanted, now) }
  if (longest instanceof Date) {
    const isLonger = wanted > longest
    return { kind: 'until', wakeAt: isLonger ? longest : wanted, shortened: isLonger ? wanted : null }
  }
  const days = workingDaysBetween(now, wanted, calendar)
  return typeof days === 'number' && days <= longestDays
    ? { kind: 'until', wakeAt: wanted, shortened: null }
    : { kind: 'refused', text: missingYearSentence(longest.missingYear) }
}

/** 暂停, as it was shown; planned once more, because the appeal may have moved meanwhile. */
export async function pauseAppeal(order: PauseOrder, parts: PausingParts, doing: Doing): Promise<void> {
  const { at } = doing.work
  const reply = (text: string) =>
    doing.post(`${doing.turnKey}:paused`, { to: doing.by.home, text, origin: 'automatic' })
  const plan = await planPause(order, parts, doing)
  if (plan.kind !== 'ready') return reply(plan.kind === 'asking' ? plan.question : plan.text)
  const { reason, words, number } = plan.order
  const shown = new Date(order.wakeAt ?? plan.order.wakeAt ?? at)
  const acting = await actingOn(
    { number, act: 'appeal.pause', what: '暂停', move: 'pause' },
    parts.store,
    doing,
  )
  if (acting.kind === 'may-not' || reason === undefined || shown <= at) return
  const pausing: Pausing = { reason, words, wakeAt: shown }
  const change = () => ({ pauseReason: reason, pausedAt: at, wakeAt: shown })
  const { role, appeal: before } = acting
  const result = await moveAppeal(
    { number: before.number, act: 'pause', role, note: texts.note(pausing), change },
    parts.store,
    doing,
  )
  if (result.kind !== 'moved') return explainRefusal(result, before.number, doing)
  const { appeal } = result
  reply(texts.paused(appeal.number, pausing, at))
  await writeToAsker(appeal, 'paused', texts.askerPaused(appeal.number, pausing, at), parts.store, doing)
  const by = role === 'staff' ? '工作人员' : await unitName(appeal, doing)
  await tellStaff(appeal, 'paused', texts.otherPaused(appeal, by, pausing, at), doing)
  await writeToUnit(appeal, 'paused', texts.otherPaused(asOutside(appeal), by, pausing, at), doing)
}

async function unitName(appeal: Appeal, doing: Doing): Promise<string> {
  return (await doing.directory()).units.get(appeal.unit ?? '')?.name ?? '承办单位'
}
