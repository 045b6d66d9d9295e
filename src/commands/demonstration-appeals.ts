import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { House } from '../app.ts'
import { type AppealEvent, type CloseKind, untouched } from '../features/appeals/appeal.ts'
import { counterOf, formatNumber, yearOf } from '../features/appeals/appeal-number.ts'
import { owedNext, termsOf, workingDaysFrom } from '../features/appeals/deadlines.ts'
import { appealStates, categories, urgencies } from '../kernel/appeal-terms.ts'
import { dayNumber, shanghaiMidnight } from '../kernel/clock.ts'
import { type Directory, responsibleLeader } from '../kernel/directory.ts'
import { DEFAULT_TERMS, usualDays } from '../kernel/terms.ts'
import type { Work } from '../kernel/work.ts'
import { loadCalendar, workingDaysBefore } from '../kernel/working-days.ts'

const Past = z.object({
  key: z.string(),
  state: z.enum(appealStates),
  asker: z.string(),
  company: z.string(),
  category: z.enum(categories),
  urgency: z.enum(urgencies),
  summary: z.string(),
  text: z.string(),
  unit: z.string().nullable(),
  satisfaction: z.enum(['satisfied', 'unsatisfied']).nullable(),
  sealed: z.boolean(),
  mergedInto: z.string().nullable(),
  history: z.array(
    z.object({
      state: z.enum(appealStates),
      daysAgo: z.number(),
      at: z.string(),
      by: z.string(),
      note: z.string(),
    }),
  ),
})
type Past = z.infer<typeof Past>

const ACTS = {
  filed: 'file',
  accepted: 'accept',
  dispatched: 'dispatch',
  inProgress: 'acknowledge',
  resolved: 'resolve',
  closed: 'close',
  paused: 'pause',
  sentBack: 'sendBack',
  withdrawn: 'withdraw',
  referred: 'refer',
  merged: 'merge',
} as const satisfies Record<Past['state'], AppealEvent['act']>

const calendar = loadCalendar()

/** A key of `pauseReasons`. */
const PAUSED_FOR = 'material'

function closeKindOf(state: Past['state']): CloseKind | null {
  if (state === 'withdrawn' || state === 'referred') return state
  return state === 'resolved' || state === 'closed' ? 'fixed' : null
}

/** Past appeals in every state, dated back from today so that the demonstration is never stale. */
export async function seedAppeals(house: House, file: string): Promise<void> {
  const past = z.array(Past).parse(JSON.parse(await readFile(join(file), 'utf8')))
  await house.storage.transactions.inOne(house.clock.now(), async (work) => {
    const directory = await house.people.directory(work)
    const numbers = new Map<string, string>()
    for (const one of past) numbers.set(one.key, await numberOf(one, house, work))
    for (const one of past) {
      const followers = past.filter(({ mergedInto }) => mergedInto === one.key).length
      seedOne(one, followers, numbers, directory, house, work)
    }
  })
}

async function numberOf(one: Past, house: House, work: Work): Promise<string> {
  const year = yearOf(timeOf(one.history[0] as Past['history'][number], work.at))
  return formatNumber(year, await house.storage.counters.next(counterOf(year), work))
}

interface Moment {
  readonly state: Past['state']
  readonly daysAgo: number
  readonly at: string
}

/**
 * So many working days ago at that time of day; plain days where the year's calendar is not known. What was filed
 * a day ago came in yesterday, also on a Sunday: then a leader's “昨天有啥新情况” has an answer on every day.
 */
export function timeOf({ state, daysAgo, at }: Moment, now: Date): Date {
  const [hour = 9, minute = 0] = at.split(':').map(Number)
  const before = state === 'filed' && daysAgo === 1 ? undefined : workingDaysBefore(now, daysAgo, calendar)
  const day = before instanceof Date ? before : new Date(now.getTime() - daysAgo * 86_400_000)
  return new Date(shanghaiMidnight(dayNumber(day)).getTime() + (hour * 60 + minute) * 60_000)
}

function seedOne(
  one: Past,
  followers: number,
  numbers: ReadonlyMap<string, string>,
  directory: Directory,
  house: House,
  work: Work,
): void {
  const store = house.storage.appeals
  const number = numbers.get(one.key) as string
  const person = directory.people.get(one.asker)
  const company = directory.companies.get(one.company)
  const named = company === undefined ? null : { code: company.code, name: company.name }
  const times = one.history.map((step) => ({ ...step, when: timeOf(step, work.at) }))
  const filedAt = times[0]?.when ?? work.at
  const dispatched = times.find(({ state }) => state === 'dispatched')?.when
  const resolved = times.find(({ state }) => state === 'resolved')
  const promised = termsOf(one.category, one.urgency, filedAt, calendar)
  const given = usualDays(DEFAULT_TERMS, one.category, one.urgency)
  const deadlines = {
    contactDueAt: promised.contactDueAt,
    resolveDueAt:
      dispatched === undefined ? promised.resolveDueAt : workingDaysFrom(given, dispatched, calendar),
  }
  const paused = times.find(({ state }) => state === 'paused')
  const closed = times.find(({ state }) => state === 'closed')
  const account = { platform: 'web-chat', account: 'web', kind: 'private', chatId: one.asker } as const
  store.add(
    {
      ...untouched,
      place: null,
      wish: null,
      anonymous: false,
      ...deadlines,
      contactedAt: dispatched ?? null,
      // What a unit has of a sealed one was looked through before it went out.
      outward: one.sealed && one.unit !== null ? one.text : null,
      handOffs: times.filter(({ state }) => state === 'sentBack').length,
      ...(one.state === 'paused' && paused !== undefined
        ? { pauseReason: PAUSED_FOR, pausedAt: paused.when, wakeAt: workingDaysFrom(5, work.at, calendar) }
        : {}),
      closeKind: closeKindOf(one.state),
      closedAt: closed?.when ?? null,
      outcome: one.satisfaction === 'satisfied' ? 'solved' : null,
      number,
      version: 1,
      status: one.state,
      category: one.category,
      urgency: one.urgency,
      company: one.sealed ? null : named,
      chamber: company?.chamber ?? null,
      asker: one.sealed || person === undefined ? null : { code: person.code, name: person.name },
      sealed: one.sealed,
      summary: one.summary,
      text: one.text,
      files: [],
      sources: [],
      filedAt,
      dueAt: owedNext({ ...deadlines, contactedAt: dispatched ?? null }),
      resolvedAt: resolved?.when ?? null,
      unit: one.unit,
      leader: responsibleLeader(directory, one.company, filedAt.toISOString().slice(0, 10)) ?? null,
      followers,
      reminders: 0,
      satisfaction: one.satisfaction,
      resolution: resolved?.note ?? null,
      route: one.state === 'referred' ? (one.history.at(-1)?.note ?? null) : null,
      mergedInto: one.mergedInto === null ? null : (numbers.get(one.mergedInto) ?? null),
    },
    {
      code: one.asker,
      name: person?.name ?? one.asker,
      account: `web-chat:${one.asker}`,
      home: account,
      company: one.sealed ? named : null,
      wholeText: one.sealed ? one.text : null,
    },
    work,
  )
  let from: Past['state'] | null = null
  for (const { state, when, by, note } of times) {
    const isAsker = by === one.asker
    const role = isAsker ? 'asker' : directory.people.get(by)?.unit === undefined ? 'staff' : 'handler'
    store.note(
      {
        number,
        at: when,
        act: ACTS[state],
        from,
        to: state,
        role,
        by: one.sealed && isAsker ? null : by,
        note: note === '' ? null : note,
      },
      work,
    )
    from = state
  }
}
