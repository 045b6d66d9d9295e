import type { Doing } from '../../../conversation/feature.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import { DEFAULT_TERMS } from '../../../kernel/terms.ts'
import { addWorkingTime } from '../../../kernel/working-days.ts'
import { addWorkingMinutes } from '../../../kernel/working-time.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { owedNext, type TermsCalendar, workingDaysFrom } from '../deadlines.ts'
import { isRunning } from '../ladder/ladder.ts'
import { tellStaff, writeToAsker, writeToUnit } from '../life/appeal-letters.ts'
import { auditFor } from '../life/move-appeal.ts'
import type { TermPlan, TermsEffect } from './terms.effects.ts'
import { termsTexts as texts } from './terms.texts.ts'

interface Parts {
  readonly store: AppealsStore
  readonly calendar: TermsCalendar
}

/** When so many working days from now end; an appeal's longest term counts from its filing, its pauses left out. */
export async function planTerm(
  { number, days }: { readonly number: string; readonly days: number },
  { store, calendar }: Parts,
  doing: Doing,
): Promise<TermPlan | undefined> {
  const appeal = await store.find(number, doing.work)
  if (appeal === undefined || !may(doing.by.person, 'appeal.dispatch')) return undefined
  const most = (calendar.terms ?? DEFAULT_TERMS).longestWorkingDays
  const due = addWorkingTime(doing.work.at, { days: Math.min(Math.max(days, 1), most) }, calendar)
  const longest = workingDaysFrom(most, appeal.filedAt, calendar)
  const last = longest === null ? null : addWorkingMinutes(longest, appeal.pausedMinutes, calendar)
  return {
    dueAt: due instanceof Date ? due : null,
    lastAt: last instanceof Date ? last : null,
    most,
    missingYear: due instanceof Date ? null : due.missingYear,
  }
}

/** 改时限: the asker, the unit and the other staff are told what it was and what it is. */
export async function changeTerm(
  { number, days, reason }: Extract<TermsEffect, { kind: 'appeals.changeTerm' }>,
  parts: Parts,
  doing: Doing,
): Promise<void> {
  const { store } = parts
  const { at } = doing.work
  if (!may(doing.by.person, 'appeal.dispatch')) return
  const reply = (text: string) =>
    doing.post(`${doing.turnKey}:term`, { to: doing.by.home, text, origin: 'automatic' })
  const plan = await planTerm({ number, days }, parts, doing)
  const before = await store.find(number, doing.work)
  if (before === undefined || !isRunning({ ...before, dueAt: before.dueAt ?? before.filedAt }))
    return reply(texts.notChangeable(number))
  if (plan?.dueAt == null) return reply(texts.missingYear(plan?.missingYear ?? at.getUTCFullYear()))
  const changed = { ...before, resolveDueAt: plan.dueAt }
  // An older appeal has one deadline only; of one not yet spoken about, that word is still owed first.
  const dueAt = before.contactDueAt === null ? plan.dueAt : owedNext(changed)
  const after = { ...changed, dueAt }
  await store.save(after, doing.work)
  const was = before.resolveDueAt ?? before.dueAt
  const [old, now] = [was === null ? '未定' : dayAndHour(was, at), dayAndHour(plan.dueAt, at)]
  const { status } = before
  const note = `由 ${old} 改为 ${now}，${days} 个工作日：${reason}`
  store.note(
    {
      ...{ number, at, act: 'changeTerm', from: status, to: status, role: 'staff', note },
      by: doing.by.person.code ?? null,
    },
    doing.work,
  )
  auditFor(after, 'appeals.changeTerm', 'staff', { days, dueAt: plan.dueAt.toISOString() }, doing)
  await doing.tell({ kind: 'termChanged', number })
  reply(texts.changed(number, old, now))
  await writeToAsker(after, 'term', texts.askerChanged(number, now, reason), store, doing)
  await writeToUnit(after, 'term', texts.unitChanged(number, now, reason), doing)
  await tellStaff(after, 'term', texts.staffChanged(number, old, now, reason), doing)
}
