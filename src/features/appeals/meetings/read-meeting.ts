/** 协调会 0312 0307 11月25日15:00 金融办、中行、宏远机械: which appeals, when, where, who. Pure. */
import { z } from 'zod'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { findHour, findMoment } from '../../../kernel/spoken-moment.ts'
import { OrderedNumber } from '../life/acting-on.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { stripCalls } from '../reading/calls.ts'

export const MeetingOrder = z.object({
  numbers: z.array(OrderedNumber),
  /** A day alone asks for the hour. */
  day: z.number().nullable(),
  minute: z.number().nullable(),
  place: z.string().nullable(),
  /** As they were named. */
  attendees: z.array(z.string()),
})
export type MeetingOrder = z.infer<typeof MeetingOrder>

const meeting = '(?:协调会议?|协调碰头会|碰头会|现场会|联席会议?|专题会|会协调|会商|会议?协调)'
const calls =
  '(?:请|麻烦|帮我?|给我|我要|要|准备|安排|组织|召开|召集|定|开|上|提交|提)*(?:一个|一次|个|次|一下)?'
const one = '(?:(20\\d\\d)\\s?[-—–]\\s?)?(\\d{3,6})(?:号)?(?![\\d:.年月日点万元-])'
const between = '[\\s,，、和与及跟#]*'
const led = new RegExp(`^${calls}${meeting}[\\s:：,，]*(?:讨论|研究|议题|协调|关于|就)?`)
const trailed = new RegExp(
  `^(?:把|将)?${calls}((?:${between}${one})+)[\\s,，]*(?:这几件|这件|几件|一起)*${calls}${meeting}`,
)

/** Undefined where the words call no meeting. */
export function readMeeting(text: string, now: Date): MeetingOrder | 'list' | undefined {
  const said = toHalfWidth(stripCalls(text))
  if (/[?？]$|吗$|纪要/.test(said)) return undefined
  if (/^(?:看|查)?(?:一下)?协调会(?:列表|清单|有哪些|安排)?$/.test(said)) return 'list'
  return readCalled(said, now) ?? readDated(said, now)
}

/** 下周三下午3点开0312协调会: the day may stand first. */
function readDated(said: string, now: Date): MeetingOrder | undefined {
  const found = findMoment(said, now)
  const [first = ''] = found?.words ?? []
  if (found?.moment.kind !== 'day' || !said.startsWith(first)) return undefined
  let rest = said
  for (const words of found.words) rest = rest.replace(words, ' ')
  const called = readCalled(rest.trim(), now)
  const { day, minute = null } = found.moment
  return called === undefined ? undefined : { ...called, day, minute }
}

function readCalled(said: string, now: Date): MeetingOrder | undefined {
  const tail = trailed.exec(said)
  const head = tail ?? led.exec(said)
  if (head === null) return undefined
  const rest = said.slice(head[0].length)
  const ahead = tail === null ? numbersAhead(rest) : { numbers: numbersAhead(tail[1] ?? '').numbers, rest }
  if (ahead.numbers.length === 0) return undefined
  return { ...meetingWords(ahead.rest, now), numbers: [...ahead.numbers] }
}

/** The numbers that stand in front, and what follows them. */
export function numbersAhead(text: string): {
  readonly numbers: readonly AppealNumber[]
  readonly rest: string
} {
  const numbers: AppealNumber[] = []
  let rest = text
  for (;;) {
    const found = new RegExp(`^${between}${one}`).exec(rest)
    if (found === null) return { numbers, rest }
    numbers.push({
      serial: Number(found[2]),
      ...(found[1] === undefined ? {} : { year: Number(found[1]) }),
    })
    rest = rest.slice(found[0].length)
  }
}

const PLACE =
  /(?:地点|地址|会场)[\s:：是在]*([^\s,，。;；、]{2,24})|在([^\s,，。;；、]{2,20}?(?:室|厅|楼|会议中心|大厅|现场|门口|工商联|商会))(?:开会|召开|开)?|([^\s,，。;；、在]{0,8}会议室[\dA-Za-z]{0,6})/

/** Everything but the numbers. */
export function meetingWords(text: string, now: Date): Omit<MeetingOrder, 'numbers'> {
  let rest = toHalfWidth(text)
  const found = findMoment(rest, now)
  // 15:00 alone belongs to a day that was said before.
  const hour = found === undefined ? findHour(rest) : undefined
  for (const words of found?.words ?? (hour === undefined ? [] : [hour.words]))
    rest = rest.replace(words, ' ')
  const place = PLACE.exec(rest)
  if (place !== null) rest = rest.replace(place[0], ' ')
  const day = found?.moment.kind === 'day' ? found.moment.day : null
  const minute = found?.moment.kind === 'day' ? (found.moment.minute ?? null) : (hour?.minute ?? null)
  return { day, minute, place: place?.[1] ?? place?.[2] ?? place?.[3] ?? null, attendees: namesIn(rest) }
}

const AROUND =
  /^(?:请|叫上|通知|邀请|参会|参加|出席|到会|人员|单位|对象|有|和|的|:|：)+|(?:参加|参会|到会|出席|的人|的)+$/g

function namesIn(text: string): string[] {
  return text
    .split(/[、,，;；\s]+|(?<=[办局行司厂委院会])[和与及](?=\S{2})/)
    .map((name) => name.replace(AROUND, '').trim())
    .filter((name) => name.length >= 2 && !/^[\d.:\-—]+$/.test(name))
}
