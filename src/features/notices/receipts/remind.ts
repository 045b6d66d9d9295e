/** 提醒: one letter to those alone who have not answered, some at a time, never in quiet hours. */
import type { Doing } from '../../../conversation/feature.ts'
import type { Chat } from '../../../kernel/chat.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import { whenAwake } from '../../../kernel/quiet-hours.ts'
import type { Work } from '../../../kernel/work.ts'
import { tellPerson } from '../../../mailings/mailing-road.ts'
import type { Notice } from '../notice.ts'
import type { NoticesParts } from '../notices.service.ts'
import { textThatHolds } from '../revise/what-holds.ts'
import { passNames } from './pass-names.ts'
import { listReceipts } from './receipt.ts'
import type { NoticeAtHand } from './receipts.service.ts'
import { receiptsTexts as texts } from './receipts.texts.ts'
import { namesPassedAt, reminderAt } from './remind-times.ts'

/** People looked at in one round of the clock, so that answers to others are not held up. */
const AT_ONCE = 200
/** A time for answers is looked at for so long after the notice left. */
const LONGEST_DAYS = 60
/** A line that nobody settled is forgotten. */
const DOUBT_DAYS = 30
const DAY_MS = 86_400_000

const before = (at: Date, days: number) => new Date(at.getTime() - days * DAY_MS)

/** As its last correction says: nobody is reminded of what holds no more. */
export async function reminderText(
  parts: Pick<NoticesParts, 'mailings'>,
  { notice: { answerBy }, mailing }: NoticeAtHand,
  work: Work,
): Promise<string> {
  const now = work.at
  return texts.reminder(
    await textThatHolds(parts, mailing, work),
    answerBy !== undefined && answerBy > now ? dayAndHour(answerBy, now) : undefined,
  )
}

interface ToRemind {
  /** How many have not answered. */
  readonly people: number
  readonly reachable: ReadonlyMap<string, Chat>
  /** Who said that they do not want letters of this kind. */
  readonly refusing: number
}

/** Of these: who said nothing, or only that they would look at it later. */
export async function whomToRemind(
  { notices, refusals }: Pick<NoticesParts, 'notices' | 'refusals'>,
  { notice, mailing }: NoticeAtHand,
  among: readonly string[],
  doing: Doing,
): Promise<ToRemind> {
  const { missing, seen } = listReceipts(among, await notices.listReceipts(notice.id, doing.work))
  const left = [...missing, ...seen]
  if (left.length === 0) return { people: 0, reachable: new Map(), refusing: 0 }
  const refused = await refusals.listRefusing([mailing.topic], doing.work)
  const willing = left.filter((code) => !refused.has(code))
  const reached = await doing.reachAll(willing)
  const open = [...reached].filter(([, { isShut }]) => !isShut)
  return {
    people: left.length,
    reachable: new Map(open.map(([code, { chat }]) => [code, chat])),
    refusing: left.length - willing.length,
  }
}

/** What the clock owes: reminders and names before and after answers are due; lines that nobody settled go. */
export async function remindByClock(parts: NoticesParts, doing: Doing): Promise<void> {
  const { work } = doing
  const timed = await parts.notices.listTimed(before(work.at, LONGEST_DAYS), work)
  if (timed.length > 0) {
    await parts.workdays.refresh(work)
    const isAwake = whenAwake(work.at, parts.quietHours, parts.workdays.calendar) <= work.at
    for (const { id } of isAwake ? timed : []) await lookAfter(parts, id, doing)
  }
  const oldest = await parts.notices.oldestDoubted(work)
  if (oldest !== undefined && oldest < before(work.at, DOUBT_DAYS))
    await parts.notices.dropOldDoubts(before(work.at, DOUBT_DAYS), work)
}

async function lookAfter(parts: NoticesParts, id: string, doing: Doing): Promise<void> {
  const { work } = doing
  const notice = await parts.notices.find(id, work)
  const mailing = await parts.mailings.find(id, work)
  if (notice === undefined || mailing === undefined) return
  const at = { notice, mailing }
  let now: Notice = notice
  if (isToBegin(parts, notice, work.at)) {
    const { people } = await whomToRemind(parts, at, notice.people, doing)
    now = { ...now, remindedAt: work.at, remindFrom: 0 }
    if (people > 0)
      await tellPerson(
        doing,
        mailing.preparedBy,
        `${id}:reminding`,
        texts.remindingByItself(notice.number, people),
      )
  }
  if (now.remindFrom !== undefined) now = await remindSome(parts, { notice: now, mailing }, doing)
  if (isToPass(parts, now, work.at)) {
    await passNames(parts, at, doing)
    now = { ...now, listedAt: work.at }
  }
  if (now !== notice) parts.notices.put({ ...now, version: notice.version + 1 }, work)
}

function isToBegin({ quietHours, workdays }: NoticesParts, notice: Notice, now: Date): boolean {
  const { openFrom, answerBy, remindedAt } = notice
  if (remindedAt !== undefined || openFrom === undefined || answerBy === undefined || answerBy <= now)
    return false
  const at = reminderAt(openFrom, answerBy, quietHours, workdays.calendar)
  return at !== undefined && at <= now
}

function isToPass(
  { quietHours, workdays }: NoticesParts,
  { answerBy, listedAt }: Notice,
  now: Date,
): boolean {
  return (
    listedAt === undefined &&
    answerBy !== undefined &&
    namesPassedAt(answerBy, quietHours, workdays.calendar) <= now
  )
}

/** The next some of the audience; the notice as it stands afterwards. */
async function remindSome(parts: NoticesParts, at: NoticeAtHand, doing: Doing): Promise<Notice> {
  const { notice } = at
  const { remindFrom = 0, ...rest } = notice
  const some = notice.people.slice(remindFrom, remindFrom + AT_ONCE)
  const { reachable } = await whomToRemind(parts, at, some, doing)
  const text = await reminderText(parts, at, doing.work)
  for (const [code, to] of reachable)
    doing.post(`${notice.id}:remind:${code}`, { to, text, origin: 'automatic' })
  const next = remindFrom + AT_ONCE
  return next >= notice.people.length ? rest : { ...rest, remindFrom: next }
}

/** When `remindByClock` has something to do next. */
export async function nextReminding(parts: NoticesParts, work: Work): Promise<Date | undefined> {
  const { quietHours, workdays } = parts
  const [timed, oldest] = await Promise.all([
    parts.notices.listTimed(before(work.at, LONGEST_DAYS), work),
    parts.notices.oldestDoubted(work),
  ])
  const wakes = whenAwake(work.at, quietHours, workdays.calendar)
  const at: number[] = timed.flatMap((notice) => {
    const { openFrom, answerBy, remindedAt, remindFrom, listedAt } = notice
    if (remindFrom !== undefined) return [wakes.getTime()]
    const reminder =
      openFrom === undefined || answerBy === undefined || remindedAt !== undefined || answerBy <= work.at
        ? undefined
        : reminderAt(openFrom, answerBy, quietHours, workdays.calendar)
    const pass =
      answerBy === undefined || listedAt !== undefined
        ? undefined
        : namesPassedAt(answerBy, quietHours, workdays.calendar)
    return [reminder, pass].flatMap((one) =>
      one === undefined ? [] : [Math.max(one.getTime(), wakes.getTime())],
    )
  })
  if (oldest !== undefined) at.push(oldest.getTime() + DOUBT_DAYS * DAY_MS + 1)
  return at.length === 0 ? undefined : new Date(Math.min(...at))
}
