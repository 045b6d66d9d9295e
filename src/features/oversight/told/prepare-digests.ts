/** What the clock does about digests: counted a few leaders at a time, told in each one's own chat. */
import type { Doing } from '../../../conversation/feature.ts'
import { dayNumber, dayOf, shanghaiMidnight } from '../../../kernel/clock.ts'
import { peopleWithRole } from '../../../kernel/directory.ts'
import { may, type Person } from '../../../kernel/person.ts'
import { NOWHERE } from '../asking/question.ts'
import { MOST_KEPT } from '../figures/figure.ts'
import type { Sight } from '../measures/measures.store.ts'
import type { DigestInvitation } from './digest.dialogue.ts'
import { type DigestMemory, digestId, memoryOf, NOTHING_YET, type Prepared } from './digest.ts'
import { isWorkday, minuteOf, nextDigestAt } from './digest-times.ts'
import type { DigestWish, Told } from './told.store.ts'
import type { ToldParts } from './told-parts.ts'

/** In one pass of the clock: whatever else is due waits for it. The others follow a second later. */
const LEADERS_AT_ONCE = 4
/** A morning that the house was closed is told the next day. */
const LATEST_MS = 4 * 3_600_000
/** After a longer silence (早报 switched off, a house that was closed) no digest tells of more days than these. */
const MOST_DAYS = 14
/** A rating comes days after the resolution: so far back it is looked for new ones. */
const RATED_WITHIN_DAYS = 60

const dayBefore = (day: string, days: number): string =>
  dayOf(shanghaiMidnight(dayNumber(new Date(`${day}T12:00:00+08:00`)) - days))

export const whenNext = (
  after: Date,
  wish: DigestWish | undefined,
  { quietHours, workdays }: ToldParts,
): Date => {
  const hour = wish?.hour ?? null
  return nextDigestAt(after, hour === null ? null : minuteOf(hour), quietHours, workdays.calendar)
}

/** Every leader has a row that waits for their next morning; who has none yet gets it. Gives how many got one. */
export async function planDigests(parts: ToldParts, doing: Doing): Promise<number> {
  const { told } = parts
  const { work } = doing
  const planned = new Set(await told.listPeople('digest', work))
  const leaders = peopleWithRole(await doing.directory(), 'leader').filter(({ code }) => !planned.has(code))
  const fresh = await Promise.all(
    leaders.map(async ({ code }) => {
      // Somebody may have wished for another hour before the first one came.
      const wish = await told.findWish(code, work)
      if (wish?.offAt != null) return 0
      told.add(newRow(code, whenNext(work.at, wish, parts)), work)
      return 1
    }),
  )
  return fresh.reduce<number>((sum, one) => sum + one, 0)
}

export const newRow = (person: string, dueAt: Date): Told => ({
  id: digestId(person),
  version: 1,
  kind: 'digest',
  person,
  subject: null,
  dueAt,
  toldAt: null,
  content: NOTHING_YET,
})

/** Counts for those whose hour has come, and has each told in their own chat. */
export async function prepareDigests(parts: ToldParts, doing: Doing): Promise<void> {
  const { told, workdays } = parts
  const { work } = doing
  const ids = await told.takeDue('digest', work.at, LEADERS_AT_ONCE, work)
  if (ids.length === 0) return
  await workdays.refresh(work)
  const rows = await Promise.all(ids.map((id) => told.find(id, work)))
  const reopened = reopenedOf(parts, doing)
  for (const row of rows) if (row !== undefined) await prepare(row, { ...parts, reopened }, doing)
}

type Counting = ToldParts & { readonly reopened: ReturnType<typeof reopenedOf> }

/** Most leaders of a pass are told of the same days: looked up once for each. */
function reopenedOf({ told }: ToldParts, { work }: Doing) {
  const known = new Map<string, Promise<readonly string[]>>()
  return (from: string, to: string): Promise<readonly string[]> => {
    const asked = known.get(from) ?? told.listReopened(from, to, work)
    known.set(from, asked)
    return asked
  }
}

async function prepare(row: Told, parts: Counting, doing: Doing): Promise<void> {
  const { told, workdays } = parts
  const { work } = doing
  const code = row.person ?? ''
  const wish = await told.findWish(code, work)
  const next = { ...row, version: row.version + 1, dueAt: whenNext(work.at, wish, parts) }
  const isLate = work.at.getTime() - row.dueAt.getTime() > LATEST_MS
  const person = await leaderOf(code, doing)
  const isDay = isWorkday(dayNumber(work.at), workdays.calendar)
  // Nobody there to read it: the days count for the next one.
  if (person === undefined || isLate || !isDay || (await doing.reach(code)) === undefined)
    return told.save(next, work)
  const before = memoryOf(row.content)
  const after = await count(person, before, parts, doing)
  told.save({ ...next, content: after ?? { ...before, pending: null } }, work)
  if (after?.pending == null) return
  const data: DigestInvitation = { day: after.pending.day }
  await doing.invite(code, 'oversight.digest', data, `digest:${code}:${after.pending.day}`)
}

async function leaderOf(code: string, doing: Doing): Promise<Person | undefined> {
  const person = (await doing.directory()).people.get(code)
  return person !== undefined && may(person, 'appeal.see-in-scope') ? person : undefined
}

/** Undefined where they answer for nobody today. */
async function count(
  person: Person,
  before: DigestMemory,
  { measures, reopened }: Counting,
  { work }: Doing,
): Promise<DigestMemory | undefined> {
  const day = dayOf(work.at)
  const sight: Sight = { person, day, where: { ...NOWHERE, mine: true } }
  const reach = await measures.reach(sight, work)
  if (reach.kind !== 'scope' || reach.companies.size + reach.chambers.size === 0) return undefined
  const to = dayBefore(day, 1)
  const earliest = dayBefore(day, MOST_DAYS)
  const follows = before.to === null ? to : dayBefore(before.to, -1)
  const [, from = to] = [earliest, follows].sort()
  const within = { from: [from, to].sort()[0] ?? to, to, label: '' }
  const behind = (of: 'fresh' | 'overdue' | 'done' | 'unsatisfied', period: typeof within | null) =>
    measures.behind(sight, { of, period }, MOST_KEPT, work)
  const fresh = await behind('fresh', within)
  const overdue = await behind('overdue', null)
  const done = await behind('done', within)
  const rated = await behind('unsatisfied', {
    from: dayBefore(day, RATED_WITHIN_DAYS),
    to: day,
    label: '',
  })
  const wereOverdue = new Set(before.overdue)
  const wereRated = new Set(before.unsatisfied)
  // Before the first there is nothing to compare with: only what was also resolved in these days.
  const badly =
    before.to === null
      ? (await behind('unsatisfied', within)).numbers
      : rated.numbers.filter((number) => !wereRated.has(number))
  const again = await measures.entries({ person, day }, await reopened(within.from, to), work)
  const pending: Prepared = {
    ...{ day, from: within.from, to, since: before.countedAt },
    companies: reach.companies.size,
    chambers: reach.chambers.size,
    fresh: fresh.numbers,
    overdue: overdue.numbers,
    newlyOverdue: overdue.numbers.filter((number) => !wereOverdue.has(number)).length,
    done: done.numbers,
    unsatisfied: [...new Set([...badly, ...again.map(({ number }) => number)])],
    isWhole: [fresh, overdue, done].every(({ total, numbers }) => total <= numbers.length),
  }
  return {
    ...before,
    pending,
    to,
    countedAt: work.at.toISOString(),
    overdue: overdue.numbers,
    unsatisfied: rated.numbers,
  }
}
