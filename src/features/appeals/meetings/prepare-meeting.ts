import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import { dayAndHour, shanghaiMidnight } from '../../../kernel/clock.ts'
import type { Counters } from '../../../kernel/counters.ts'
import { may } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import { yearOf } from '../appeal-number.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { spoken } from '../asker/status.dialogue.ts'
import { numberIn } from '../life/acting-on.ts'
import { tellStaff, writeToAsker } from '../life/appeal-letters.ts'
import { actorOf } from '../life/move-appeal.ts'
import { reply } from '../life/replying.ts'
import { lookUp } from '../look-up.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { asOutside } from '../sealing/outward.ts'
import { findAttendees, peopleFor } from './find-attendees.ts'
import type { Attendee, Meeting, MeetingsStore } from './meetings.store.ts'
import { meetingsTexts as texts } from './meetings.texts.ts'
import type { MeetingOrder } from './read-meeting.ts'

export interface MeetingParts {
  readonly store: AppealsStore
  readonly meetings: MeetingsStore
  readonly counters: Counters
}

const MINUTE_MS = 60_000

/** Open appeals as they were numbered, each once; or why one of them cannot be talked about. */
export async function appealsFor(
  numbers: readonly AppealNumber[],
  store: AppealsStore,
  doing: Doing,
): Promise<readonly Appeal[] | string> {
  const found = new Map<string, Appeal>()
  for (const number of numbers) {
    const one = await lookUp(number, store, doing)
    if (one.kind === 'last-year') return appealsTexts.lastYear(one.number)
    if (one.kind === 'none') return appealsTexts.noSuchNumber(spoken(number))
    const { appeal } = one
    if (!isOpen(appeal.status)) return appealsTexts.cannot(appeal.number, appeal.status, '上协调会')
    found.set(appeal.number, appeal)
  }
  return [...found.values()]
}

export async function planMeeting(
  order: MeetingOrder,
  { store }: MeetingParts,
  doing: Doing,
): Promise<Plan<MeetingOrder>> {
  if (!may(doing.by.person, 'appeal.meet')) return { kind: 'refused', text: texts.notForYou() }
  const appeals = await appealsFor(order.numbers, store, doing)
  if (typeof appeals === 'string') return { kind: 'refused', text: appeals }
  if (appeals.length === 0) return { kind: 'refused', text: texts.noAppeal() }
  const { at } = doing.work
  const { day, minute } = order
  if (day === null || minute === null) {
    const said = day === null ? null : dayAndHour(shanghaiMidnight(day), at).replace(/\s*00:00$/, '')
    return { kind: 'asking', question: texts.whenIsIt(said) }
  }
  const heldAt = new Date(shanghaiMidnight(day).getTime() + minute * MINUTE_MS)
  if (heldAt <= at) return { kind: 'asking', question: texts.isPast(heldAt, at) }
  if (order.attendees.length === 0) return { kind: 'asking', question: texts.whoComes() }
  const { reached, call } = await whoIsTold(order.attendees, doing)
  const sealed = appeals.filter((appeal) => appeal.sealed).map(({ number }) => number)
  return {
    kind: 'ready',
    order: { ...order, numbers: appeals.map(({ number }) => numberIn(number)) },
    preview: texts.preview(appeals, heldAt, order.place, { reached, call, sealed }, at),
  }
}

async function whoIsTold(names: readonly string[], doing: Doing) {
  const directory = await doing.directory()
  const attendees = findAttendees(names, directory)
  const reached: Attendee[] = []
  const call: Attendee[] = []
  for (const one of attendees) {
    const chats = await Promise.all(peopleFor(one, directory).map((code) => doing.reach(code)))
    ;(chats.some((chat) => chat !== undefined) ? reached : call).push(one)
  }
  return { attendees, reached, call }
}

/** 协调会, as it was shown: numbered, kept in the history of each appeal, everybody told. */
export async function callMeeting(order: MeetingOrder, parts: MeetingParts, doing: Doing): Promise<void> {
  const plan = await planMeeting(order, parts, doing)
  if (plan.kind !== 'ready') return reply(plan.kind === 'asking' ? plan.question : plan.text, doing)
  const { store, meetings, counters } = parts
  const { at } = doing.work
  const appeals = await appealsFor(plan.order.numbers, store, doing)
  const { day, minute, place } = plan.order
  if (typeof appeals === 'string' || day === null || minute === null) return
  const { attendees, call } = await whoIsTold(order.attendees, doing)
  const meeting: Meeting = {
    number: await nextNumber(counters, doing),
    heldAt: new Date(shanghaiMidnight(day).getTime() + minute * MINUTE_MS),
    place,
    appeals: appeals.map(({ number }) => number),
    attendees,
    minutes: '',
    recordedBy: doing.by.person.code ?? '',
    recordedAt: at,
  }
  meetings.add(meeting, doing.work)
  for (const appeal of appeals) noteMeeting(appeal, texts.note(meeting), store, doing)
  doing.audit('appeals.meet', meeting.number, { appeals: meeting.appeals.length })
  const told = await invite(meeting, appeals, doing)
  for (const appeal of appeals) {
    const asker = await store.askerOf(appeal.number, doing.work)
    if (asker?.code != null && told.has(asker.code)) continue
    const text = texts.askerCalled(appeal.number, meeting.heldAt, at)
    await writeToAsker(appeal, `meeting:${meeting.number}`, text, store, doing)
  }
  reply(texts.called(meeting, told.size, call, at), doing)
  await tellStaff({ number: meeting.number }, 'called', texts.otherStaffCalled(meeting, at), doing)
}

export async function nextNumber(counters: Counters, doing: Doing): Promise<string> {
  const year = yearOf(doing.work.at)
  const serial = await counters.next(`meeting:${year}`, doing.work)
  return `XT-${year}-${String(serial).padStart(3, '0')}`
}

export function noteMeeting(appeal: Appeal, note: string, store: AppealsStore, doing: Doing): void {
  const { number, status } = appeal
  const by = actorOf(appeal, 'staff', doing)
  store.note(
    { number, at: doing.work.at, act: 'meet', from: status, to: status, role: 'staff', by, note },
    doing.work,
  )
}

/** A unit reads what it is about; a company only that its own matter is. */
async function invite(
  meeting: Meeting,
  appeals: readonly Appeal[],
  doing: Doing,
): Promise<ReadonlySet<string>> {
  const directory = await doing.directory()
  const { at } = doing.work
  const told = new Set<string>()
  for (const one of meeting.attendees) {
    const isOffice = one.kind === 'unit'
    const topics = isOffice
      ? appeals.map(asOutside)
      : appeals.filter(
          ({ sealed, company }) => !sealed && one.kind === 'company' && company?.code === one.code,
        )
    for (const code of peopleFor(one, directory)) {
      const chat = told.has(code) ? undefined : await doing.reach(code)
      if (chat === undefined) continue
      told.add(code)
      doing.post(`meeting:${meeting.number}:invitation:${code}`, {
        to: chat,
        text: texts.invitation(meeting, topics, isOffice, at),
        origin: 'automatic',
      })
    }
  }
  return told
}
