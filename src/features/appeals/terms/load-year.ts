/** 加载放假通知: the year is kept, open deadlines follow, and whoever waited for one is told. */
import type { Doing } from '../../../conversation/feature.ts'
import type { CalendarYear } from '../../../kernel/calendar-year.ts'
import { dayAndHour, shanghaiDate } from '../../../kernel/clock.ts'
import type { CalendarYearsStore } from '../../../kernel/live-calendar.ts'
import { bundledYears, loadCalendar } from '../../../kernel/working-days.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsStore } from '../appeals.store.ts'
import type { Deadlines, TermsCalendar } from '../deadlines.ts'
import { writeToAsker, writeToUnit } from '../life/appeal-letters.ts'
import { auditFor } from '../life/move-appeal.ts'
import { recompute } from './recompute.ts'
import type { TermsStore } from './terms.store.ts'
import { termsTexts as texts } from './terms.texts.ts'
import { withTerms } from './terms-calendar.ts'

export interface TermsParts {
  readonly store: AppealsStore
  readonly termsStore: TermsStore
  readonly calendarYears: CalendarYearsStore
  readonly calendar: TermsCalendar
}

export interface Changed {
  readonly appeal: Appeal
  readonly deadlines: Deadlines
}

/** What loading this year would change, and the calendar as it would be. */
export async function planYear(
  year: CalendarYear,
  { store, termsStore, calendarYears, calendar }: TermsParts,
  doing: Doing,
): Promise<{ readonly changed: readonly Changed[]; readonly replaces: boolean }> {
  const loaded = (await calendarYears.list(doing.work)).map(({ data }) => data)
  const plain = loadCalendar([...bundledYears, ...loaded, year], calendar.hours)
  const after = calendar.terms === undefined ? plain : withTerms(plain, calendar.terms)
  // A notice may reach back into the December before.
  const numbers = await termsStore.listAffected(shanghaiDate(year.year - 1, 12, 1), doing.work)
  return {
    changed: await changedBy(numbers, store, calendar, after, doing),
    replaces: calendar.years.has(year.year),
  }
}

async function changedBy(
  numbers: readonly string[],
  store: AppealsStore,
  before: TermsCalendar,
  after: TermsCalendar,
  doing: Doing,
): Promise<readonly Changed[]> {
  const found = await Promise.all(numbers.map((number) => store.find(number, doing.work)))
  const changed: Changed[] = []
  for (const appeal of found) {
    if (appeal === undefined) continue
    const gives = appeal.resolveDueAt === null ? await store.history(appeal.number, doing.work) : []
    const deadlines = recompute(appeal, gives, before, after)
    if (differs(appeal, deadlines)) changed.push({ appeal, deadlines })
  }
  return changed
}

const differs = (before: Deadlines, after: Deadlines) =>
  (['contactDueAt', 'resolveDueAt', 'dueAt'] as const).some(
    (which) => before[which]?.getTime() !== after[which]?.getTime(),
  )

/** Keeps the year and recomputes, all in one transaction; staff get one summary, which is also given back. */
export async function loadYear(
  year: CalendarYear,
  loadedBy: string,
  parts: TermsParts,
  doing: Doing,
): Promise<string> {
  const { changed } = await planYear(year, parts, doing)
  await parts.calendarYears.save(year, loadedBy, doing.work)
  doing.audit('calendar.load', String(year.year), { holidays: year.holidays.length, appeals: changed.length })
  await applyChanges(changed, texts.becauseOf(year.year), parts.store, doing)
  const summary = texts.loaded(year, changed, doing.work.at)
  await doing.request({
    kind: 'staff.tell',
    key: `calendar:${year.year}:${doing.turnKey}`,
    text: summary,
    ...(doing.by.person.code === undefined ? {} : { except: doing.by.person.code }),
  })
  return summary
}

/** What could not be computed when it was filed and can be now: filed beside the loading, imported, or the program knows more years. */
export async function settleUnknown(parts: TermsParts, doing: Doing): Promise<void> {
  const numbers = await parts.termsStore.listWithoutTerm(doing.work)
  if (numbers.length === 0) return
  const changed = await changedBy(numbers, parts.store, parts.calendar, parts.calendar, doing)
  await applyChanges(changed, texts.becauseKnown(), parts.store, doing)
}

async function applyChanges(
  changed: readonly Changed[],
  why: string,
  store: AppealsStore,
  doing: Doing,
): Promise<void> {
  const { at } = doing.work
  for (const { appeal, deadlines } of changed) {
    const { number, status } = appeal
    const after = { ...appeal, ...deadlines }
    await store.save(after, doing.work)
    const note = `${texts.change(owed(appeal), owed(deadlines), at)}（${why}）`
    store.note(
      { number, at, act: 'changeTerm', from: status, to: status, role: 'house', by: null, note },
      doing.work,
    )
    auditFor(after, 'appeals.changeTerm', 'house', { dueAt: deadlines.dueAt?.toISOString() ?? null }, doing)
    await doing.tell({ kind: 'termChanged', number })
    if (appeal.dueAt !== null || deadlines.dueAt === null) continue
    await writeToAsker(
      after,
      'term',
      texts.askerNowKnown(after, dayAndHour(deadlines.dueAt, at)),
      store,
      doing,
    )
    await writeToUnit(after, 'term', texts.unitNowKnown(number, dayAndHour(deadlines.dueAt, at)), doing)
  }
}

/** The deadline a change is told by: what is owed next, or the resolution where only that changed. */
const owed = ({ dueAt, resolveDueAt }: Deadlines) => ({ dueAt, resolveDueAt })
