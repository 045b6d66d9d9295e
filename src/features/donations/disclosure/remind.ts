/** What the clock owes of disclosure: the charity and staff hear in good time, on the day, and when it is late. */
import type { Doing } from '../../../conversation/feature.ts'
import { dayNumber, dayOf, shanghaiMidnight } from '../../../kernel/clock.ts'
import { whenAwake } from '../../../kernel/quiet-hours.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Drive } from '../drive.ts'
import { isEmergency } from '../drives/emergency.ts'
import { endOf } from '../drives/open-drives.ts'
import type { DisclosureParts } from './disclosure-parts.ts'
import { rhythmTexts as texts } from './rhythm.texts.ts'
import { type Owed, owedOf, reminderDays } from './rhythm.ts'

type Parts = Pick<DisclosureParts, 'donations' | 'disclosures' | 'workdays' | 'quietHours'>
interface Last {
  readonly issuedAt: Date
  readonly isFinal: boolean
}

/** 9:00, when whoever reads it can ring the charity. */
const MORNING_MS = 9 * 3_600_000

export function owedFor(drive: Drive, last: Last | undefined): Owed | undefined {
  const { openedAt, fields } = drive
  const endsOn = endOf(drive)
  if (openedAt === undefined || endsOn === undefined) return undefined
  return owedOf({
    emergency: isEmergency(fields),
    openedOn: dayOf(openedAt),
    endsOn,
    lastOn: last && dayOf(last.issuedAt),
    isFinal: last?.isFinal ?? false,
  })
}

interface Reminder {
  readonly drive: Drive
  readonly owed: Owed
  /** Days whose reminder was not said yet, in order, and the moment of the first. */
  readonly days: readonly string[]
  readonly at: Date
}

async function remindersOf(parts: Parts, work: Work): Promise<readonly Reminder[]> {
  const drives = (await parts.donations.listAll(work)).filter(({ openedAt }) => openedAt !== undefined)
  if (drives.length === 0) return []
  const last = await parts.disclosures.lastOf(work)
  return drives.flatMap((drive): readonly Reminder[] => {
    const owed = owedFor(drive, last.get(drive.id))
    if (owed === undefined) return []
    const emergency = isEmergency(drive.fields)
    const opened = dayOf(drive.openedAt ?? drive.createdAt)
    const days = reminderDays(owed, emergency).filter((day) => day >= opened && !drive.reminded.includes(day))
    const [first] = days
    return first === undefined ? [] : [{ drive, owed, days, at: momentOf(first, emergency, parts) }]
  })
}

/** An emergency does not wait until Monday; nobody is woken for it either. */
function momentOf(day: string, emergency: boolean, { workdays, quietHours }: Parts): Date {
  const morning = new Date(shanghaiMidnight(dayNumber(new Date(`${day}T04:00:00Z`))).getTime() + MORNING_MS)
  const quiet = emergency ? { ...quietHours, freeDays: false } : quietHours
  return whenAwake(morning, quiet, workdays.calendar)
}

export async function remindOfDisclosure(parts: DisclosureParts, doing: Doing): Promise<void> {
  const { work } = doing
  await parts.workdays.refresh(work)
  const today = dayOf(work.at)
  for (const { drive: listed, owed, days, at } of await remindersOf(parts, work)) {
    const drive = at > work.at ? undefined : await parts.donations.find(listed.id, work)
    if (drive === undefined) continue
    // What was missed while the house was closed is said once, as it stands today.
    const passed = days.filter((day) => day <= today)
    const reminded = [...drive.reminded, ...(passed.length === 0 ? days.slice(0, 1) : passed)]
    parts.donations.put({ ...drive, version: drive.version + 1, reminded }, work)
    const { number, fields } = drive
    const { title = '', charity = '' } = fields
    const key = `${drive.id}:disclosure:${reminded.at(-1)}`
    await doing.request({ kind: 'staff.tell', key, text: texts.owed(number, title, charity, owed, today) })
    await tellCharity(charity, `${key}:charity`, texts.toCharity(title, charity, owed, today), doing)
  }
}

/** The charity's own people, where the roster has it as a company or unit. */
async function tellCharity(charity: string, key: string, text: string, doing: Doing): Promise<void> {
  const { companies, units, people } = await doing.directory()
  const is = ({ name }: { readonly name: string }) => name === charity
  const company = [...companies.values()].find(is)?.code
  const unit = [...units.values()].find(is)?.code
  if (charity === '' || (company === undefined && unit === undefined)) return
  for (const person of people.values()) {
    const isTheirs =
      (company !== undefined && person.company === company) || (unit !== undefined && person.unit === unit)
    const to = isTheirs ? await doing.reach(person.code) : undefined
    if (to !== undefined) doing.post(`${key}:${person.code}`, { to, text, origin: 'automatic' })
  }
}

/** When `remindOfDisclosure` has something to say next. */
export async function nextDisclosureReminder(parts: Parts, work: Work): Promise<Date | undefined> {
  let next: Date | undefined
  for (const { at } of await remindersOf(parts, work)) if (next === undefined || at < next) next = at
  return next
}
