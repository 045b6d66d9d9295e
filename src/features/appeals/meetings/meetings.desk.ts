import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { OrderEffect, PlanQuery } from '../../../conversation/previewed-order.ts'
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { may } from '../../../kernel/person.ts'
import { yearOf } from '../appeal-number.ts'
import { PAGE_SIZE } from '../appeals.effects.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { stripCalls } from '../reading/calls.ts'
import { READ_CHARACTERS, readingOf } from '../reading-of.ts'
import { meetingDialogue } from './meeting.dialogue.ts'
import { type MeetingListAsked, type MeetingListQuery, meetingListDialogue } from './meeting-list.dialogue.ts'
import { minuteMeeting, planMinutes } from './minute-meeting.ts'
import { minutesDialogue } from './minutes.dialogue.ts'
import { callMeeting, planMeeting } from './prepare-meeting.ts'
import { type MeetingOrder, readMeeting } from './read-meeting.ts'
import { type MinutesOrder, readMinutes } from './read-minutes.ts'

type MeetingsEffect = OrderEffect<MeetingOrder, 'appeals.meet'> | OrderEffect<MinutesOrder, 'appeals.minute'>
type MeetingsQuery =
  | PlanQuery<MeetingOrder, 'appeals.plan-meeting'>
  | PlanQuery<MinutesOrder, 'appeals.plan-minutes'>
  | MeetingListQuery

const LISTED = 10

function readList(text: string): MeetingListAsked | undefined {
  const said = toHalfWidth(stripCalls(text))
  const awaiting =
    /^(?:看|查|列)?(?:一下)?(?:待上会|等上会|要上会|该上会|待协调)(?:的|诉求|列表|清单|有哪些)*[\s,，]*(?:第\s*([0-9一二三四五六七八九十]{1,3})\s*页)?$/.exec(
      said,
    )
  if (awaiting !== null) return { list: 'awaiting', page: Math.max(1, readNumber(awaiting[1] ?? '') ?? 1) }
  return undefined
}

/** 协调会: called, minuted, and what waits for one. */
export function meetingsDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [meetingDialogue, minutesDialogue, meetingListDialogue],
    recognise(said, { by }) {
      const text = said.text.trim()
      // Who holds no office tells of a meeting, and calls none.
      const holdsOffice = by.person.roles.some((role) => role !== 'member' && role !== 'secretary')
      if (text === '' || text.length > READ_CHARACTERS || !holdsOffice) return []
      const list = readList(text)
      if (list !== undefined) return [readingOf('appeals.meetings', 'command', 1, '待上会', [text], list)]
      const minutes = readMinutes(text, yearOf(by.at))
      if (minutes !== undefined)
        return [readingOf('appeals.minutes', 'command', 1, '会议纪要', ['会议纪要'], minutes)]
      const meeting = readMeeting(text, by.at)
      if (meeting === 'list')
        return [readingOf('appeals.meetings', 'command', 1, '协调会', [text], { list: 'meetings' })]
      return meeting === undefined
        ? []
        : [readingOf('appeals.meet', 'command', 1, '协调会', ['协调会'], meeting)]
    },
    performs: {
      'appeals.meet': ({ order }, doing) => callMeeting(order, parts, doing),
      'appeals.minute': ({ order }, doing) => minuteMeeting(order, parts, doing),
    } satisfies Performs<MeetingsEffect>,
    answers: {
      'appeals.plan-meeting': ({ order }, doing) => planMeeting(order, parts, doing),
      'appeals.plan-minutes': ({ order }, doing) => planMinutes(order, parts, doing),
      async 'appeals.meetings'({ asked }, { by, work }) {
        if (!may(by.person, 'appeal.see-all')) return undefined
        if (asked.list === 'meetings') return { meetings: await parts.meetings.list(LISTED, work) }
        const { page } = asked
        const found = await parts.meetings.listAwaiting((page - 1) * PAGE_SIZE, PAGE_SIZE, work)
        return { ...found, page }
      },
    } satisfies Answers<MeetingsQuery>,
  }
}
