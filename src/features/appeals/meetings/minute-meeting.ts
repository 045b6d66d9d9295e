import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { namesMembers } from '../../../kernel/members-named.ts'
import { may } from '../../../kernel/person.ts'
import type { Calendar } from '../../../kernel/working-days.ts'
import type { Appeal } from '../appeal.ts'
import { formatNumber, yearOf } from '../appeal-number.ts'
import { writeToAsker } from '../life/appeal-letters.ts'
import { reply } from '../life/replying.ts'
import { findAppealNumber } from '../reading/appeal-numbers.ts'
import { dueOf, findOwner } from './find-owner.ts'
import type { Meeting } from './meetings.store.ts'
import { meetingsTexts as texts } from './meetings.texts.ts'
import { appealsFor, type MeetingParts, nextNumber, noteMeeting } from './prepare-meeting.ts'
import type { MinutesOrder } from './read-minutes.ts'

export interface MinutingParts extends MeetingParts {
  readonly calendar: Calendar
}

/** How far back the meetings are looked through for the one that still has no minutes. */
const RECENT = 20

interface Meant {
  readonly meeting: Meeting | undefined
  readonly appeals: readonly string[]
}

/** The meeting that is minuted: the one named, or the only one that has none yet; or what to ask. */
async function meant(
  order: MinutesOrder,
  { store, meetings }: MeetingParts,
  doing: Doing,
): Promise<Meant | Plan<never>> {
  if (order.meeting !== null) {
    const meeting = await meetings.find(order.meeting, doing.work)
    if (meeting === undefined) return { kind: 'refused', text: texts.noSuchMeeting(order.meeting) }
    if (meeting.minutes !== '') return { kind: 'refused', text: texts.alreadyMinuted(meeting.number) }
    return { meeting, appeals: meeting.appeals }
  }
  if (order.numbers.length > 0) {
    const appeals = await appealsFor(order.numbers, store, doing)
    if (typeof appeals === 'string') return { kind: 'refused', text: appeals }
    return { meeting: undefined, appeals: appeals.map(({ number }) => number) }
  }
  const open = (await meetings.list(RECENT, doing.work)).filter(({ minutes }) => minutes === '')
  const [meeting] = open
  if (meeting !== undefined && open.length === 1) return { meeting, appeals: meeting.appeals }
  return open.length === 0
    ? { kind: 'refused', text: texts.whichMeeting(open, doing.work.at) }
    : { kind: 'asking', question: texts.whichMeeting(open, doing.work.at) }
}

export async function planMinutes(
  order: MinutesOrder,
  parts: MinutingParts,
  doing: Doing,
): Promise<Plan<MinutesOrder>> {
  if (!may(doing.by.person, 'appeal.meet')) return { kind: 'refused', text: texts.notForYou() }
  const found = await meant(order, parts, doing)
  if ('kind' in found) return found
  const number = found.meeting?.number ?? null
  if (order.decisions.length === 0) return { kind: 'asking', question: texts.dictate(number) }
  // They stand in its history and become tasks; said of whomever, a name beside a sealed one could be its asker's.
  const sealed = await sealedAmong(found.appeals, parts, doing)
  if (sealed !== undefined && namesMembers(order.decisions.join('\n'), await doing.directory()))
    return { kind: 'asking', question: texts.namesInSealed(sealed) }
  const decisions = await ownersOf(order, found, parts, doing)
  return {
    kind: 'ready',
    order: { ...order, meeting: number },
    preview: texts.previewMinutes(number, found.appeals, order.attendees, decisions, doing.work.at),
    ...(number === null ? {} : { number: number.slice(number.lastIndexOf('-') + 1) }),
  }
}

async function sealedAmong(
  numbers: readonly string[],
  { store }: MinutingParts,
  doing: Doing,
): Promise<string | undefined> {
  for (const number of numbers) if ((await store.find(number, doing.work))?.sealed === true) return number
  return undefined
}

/** Whom the roster does not know, whoever minutes it keeps an eye on. */
async function ownersOf(order: MinutesOrder, { appeals }: Meant, { calendar }: MinutingParts, doing: Doing) {
  const directory = await doing.directory()
  const { person } = doing.by
  const { at } = doing.work
  return order.decisions.map((text) => {
    const owner = findOwner(text, directory)
    const named = findAppealNumber(text)
    const number = named === undefined ? undefined : formatNumber(named.year ?? yearOf(at), named.serial)
    return {
      text,
      who: owner?.name ?? person.name,
      kept: owner === undefined,
      person: owner === undefined ? (person.code ?? null) : owner.person,
      unit: owner?.unit ?? null,
      dueAt: dueOf(text, at, calendar),
      appeal: appeals.find((one) => one === number) ?? appeals[0] ?? null,
    }
  })
}

/** 会议纪要, as it was read back: kept, in the history of every appeal, each decision somebody's task. */
export async function minuteMeeting(order: MinutesOrder, parts: MinutingParts, doing: Doing): Promise<void> {
  const plan = await planMinutes(order, parts, doing)
  if (plan.kind !== 'ready') return reply(plan.kind === 'asking' ? plan.question : plan.text, doing)
  const found = await meant(order, parts, doing)
  if ('kind' in found) return
  const { store, meetings, counters } = parts
  const { at } = doing.work
  const decisions = await ownersOf(order, found, parts, doing)
  const minuted = { minutes: order.text, recordedBy: doing.by.person.code ?? '', recordedAt: at }
  const number = found.meeting?.number ?? (await nextNumber(counters, doing))
  if (found.meeting !== undefined) meetings.save({ ...found.meeting, ...minuted }, doing.work)
  else
    meetings.add(
      {
        number,
        heldAt: at,
        place: null,
        appeals: found.appeals,
        attendees: namedIn(order.attendees),
        ...minuted,
      },
      doing.work,
    )
  for (const one of found.appeals) {
    const appeal = await store.find(one, doing.work)
    if (appeal === undefined) continue
    noteMeeting(appeal, texts.minutedNote(number, decisions), store, doing)
    if (appeal.meetingAskedAt !== null)
      await store.save({ ...appeal, meetingAskedAt: null } satisfies Appeal, doing.work)
    const text = texts.askerMinuted(one, decisions.length)
    await writeToAsker(appeal, `minuted:${number}`, text, store, doing)
  }
  doing.audit('appeals.minute', number, { decisions: decisions.length })
  for (const [n, { appeal, text, person, unit, dueAt }] of decisions.entries())
    await doing.request({
      kind: 'task.give',
      key: `${number}:${n + 1}`,
      task: { kind: 'decision', appeal, text, person, unit, dueAt },
    })
  reply(texts.minuted(number, decisions.length), doing)
}

const namedIn = (attendees: string | null) =>
  (attendees ?? '')
    .split(/[、,，;；\s]+/)
    .filter((name) => name !== '')
    .map((name) => ({ kind: 'outside' as const, code: null, name }))
