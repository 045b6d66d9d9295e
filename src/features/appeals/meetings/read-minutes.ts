/** 会议纪要 XT-2026-001 1. 中行周五前放款（王经理）；2. 金融办三日内回告: what was decided, line by line. Pure. */
import { z } from 'zod'
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { OrderedNumber } from '../life/acting-on.ts'
import { stripCalls } from '../reading/calls.ts'
import { numbersAhead } from './read-meeting.ts'

export const MinutesOrder = z.object({
  /** XT-2026-001; null for one that was never called, or where it is to be found. */
  meeting: z.string().nullable(),
  numbers: z.array(OrderedNumber),
  attendees: z.string().nullable(),
  decisions: z.array(z.string()),
  /** Everything that was dictated, to the letter. */
  text: z.string(),
})
export type MinutesOrder = z.infer<typeof MinutesOrder>

const head =
  /^(?:请|帮我)?(?:记(?:一?下|录)?|上报|补|写)?(?:一?份|个)?(?:协调)?(?:会议?)?纪要(?:记录)?[\s:：,，]*/
const meetingNumber = /^(?:XT|xt)[\s-—–]*(?:(20\d\d)[\s-—–]*)?(\d{1,4})[\s:：,，]*/

/** Undefined where the words are no minutes. `year` for a number said without one. */
export function readMinutes(text: string, year: number): MinutesOrder | undefined {
  const said = stripCalls(text)
  const before = numbersAhead(toHalfWidth(said))
  const led = head.exec(said.slice(toHalfWidth(said).length - before.rest.length).trimStart())
  if (led === null || /^[\s\S]{0,12}[?？]$/.test(said)) return undefined
  let rest = said
    .slice(toHalfWidth(said).length - before.rest.length)
    .trimStart()
    .slice(led[0].length)
  const named = meetingNumber.exec(toHalfWidth(rest))
  if (named !== null) rest = rest.slice(named[0].length)
  const ahead = numbersAhead(toHalfWidth(rest))
  if (ahead.numbers.length > 0) rest = rest.slice(toHalfWidth(rest).length - ahead.rest.length)
  const meeting =
    named === null ? null : `XT-${named[1] ?? year}-${String(Number(named[2])).padStart(3, '0')}`
  return { meeting, numbers: [...before.numbers, ...ahead.numbers], ...readDecisions(rest) }
}

const ATTENDED = /(?:参会|到会|出席|参加|与会)(?:人员|单位|的有)?[\s:：]*([^。;；\n]+)/
const ITEM = /(?:^|[\s;；。,，])(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、．)）](?!\d)\s*/

/** Numbered items where there are any, otherwise a line or a clause each. */
export function readDecisions(text: string): Pick<MinutesOrder, 'attendees' | 'decisions' | 'text'> {
  const whole = text.trim()
  const attended = ATTENDED.exec(whole)
  const rest = attended === null ? whole : whole.replace(attended[0], '\n')
  const isNumbered = ITEM.test(rest)
  const parts = isNumbered ? rest.split(new RegExp(ITEM, 'g')) : rest.split(/[\n;；。]+/)
  // What stands before the first number is a heading.
  const items = isNumbered ? parts.slice(1) : parts
  const decisions = items
    .map((item) =>
      item
        .replace(/^(?:议定|决定|会议决定|会议议定|明确)(?:事项)?[\s:：,，]*/, '')
        .replace(/[\s;；。,，]+$/, '')
        .trim(),
    )
    .filter((item) => item.length >= 3)
  return { attendees: attended?.[1]?.trim() ?? null, decisions, text: whole }
}

/** A meeting decides a few things; somebody who goes on dictating is writing something else. */
const MOST_DECISIONS = 30

/** 第1条 改成…, further items, or which meeting was meant all along. What changes nothing is not kept. */
export function amendMinutes(order: MinutesOrder, text: string): MinutesOrder {
  const named = meetingNumber.exec(toHalfWidth(text))
  if (named !== null && order.meeting === null && named[1] !== undefined)
    return { ...order, meeting: `XT-${named[1]}-${String(Number(named[2])).padStart(3, '0')}` }
  const { attendees, decisions } = changedItem(order, text) ?? furtherItems(order, text)
  const isSame = attendees === order.attendees && decisions.join('\n') === order.decisions.join('\n')
  return isSame
    ? order
    : { ...order, attendees, decisions: [...decisions], text: `${order.text}\n${text}`.trim() }
}

type Items = { readonly attendees: string | null; readonly decisions: readonly string[] }

function changedItem({ attendees, decisions }: MinutesOrder, text: string): Items | undefined {
  const found =
    /^第?\s*([\d一二三四五六七八九十]{1,2})\s*条[\s,，:：]*(?:改为|改成|应为|是|换成)?[\s,，:：]*([\s\S]+)$/.exec(
      text,
    )
  const at = (readNumber(found?.[1] ?? '') ?? 0) - 1
  if (found === null || decisions[at] === undefined) return undefined
  const words = (found[2] ?? '').trim()
  if (/^(?:删除?掉?|去掉|不要)了?$/.test(words))
    return { attendees, decisions: decisions.filter((_one, n) => n !== at) }
  // A term or a name alone is added to what stands.
  const isTerm = words.length <= 14 && /^(?:由|请)?.*(?:前|内|负责|牵头)$/.test(words)
  const changed = (one: string) => (isTerm ? (one.includes(words) ? one : `${one}（${words}）`) : words)
  return { attendees, decisions: decisions.map((one, n) => (n === at ? changed(one) : one)) }
}

function furtherItems({ attendees, decisions }: MinutesOrder, text: string): Items {
  const more = readDecisions(text)
  const fresh = more.decisions.filter((one) => !decisions.includes(one))
  return {
    attendees: more.attendees ?? attendees,
    decisions: [...decisions, ...fresh].slice(0, MOST_DECISIONS),
  }
}
