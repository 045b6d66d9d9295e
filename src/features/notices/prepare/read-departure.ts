/** 明天上午9点发, 工作时间发, 紧急，因为停水: when a notice is to leave, as staff say it beside its text. Pure. */
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { dayNumber, shanghaiMidnight } from '../../../kernel/clock.ts'
import { findHour, findMoment } from '../../../kernel/spoken-moment.ts'
import type { Leaving } from '../../../mailings/mailing-order.ts'

export type Departure =
  | { readonly kind: 'leaves'; readonly leaves: Leaving }
  /** Said to be urgent, with or without the reason. */
  | { readonly kind: 'urgent'; readonly because?: string }
  /** A time that is over. */
  | { readonly kind: 'passed' }

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const LONGEST_REASON = 60
const SENDS =
  '(?:再|统一|准时|定时|自动|就|给他们|给大家)*(?:群?发(?:送|出去?|布)?|推送)(?:出去|给(?:他们|大家))?'
const ENDS = '(?:吧|就行|即可|就好|了|啊)*[。.!！]?'
/** A time and that it is sent then, and nothing else. */
const AT_A_TIME = new RegExp(
  `^(?:请|麻烦|帮我|那|就|还是|改|改成|改到|定在|安排在?|放在?|等到?|到)*(.{2,18}?)${SENDS}${ENDS}$`,
  'u',
)
const SET =
  /^(?:定时|发送时间|发出时间|什么时候发|时间定在?|定在)[\s:：改成为到]*(.{2,18}?)(?:发送?)?(?:吧)?[。.]?$/u
const WORKING = new RegExp(
  `^(?:请|那|就|等|到|在|改|改成)*(?:工作|上班|办公)(?:时间|日|以?后|了)?(?:里|内|之?内|段)?(?:再)?${SENDS}${ENDS}$`,
  'u',
)
const NOW = new RegExp(
  `^(?:请|那|就|还是|改成?)*(?:马上|立即|立刻|即刻|现在|即时|直接|赶紧|尽快)(?:就)?${SENDS}${ENDS}$`,
  'u',
)
const URGENT =
  /^(?:这是|这个|这份|属于|很|特别|非常|比较|事情|情况)*(?:紧急|加急|急件|特急|急)(?:通知|发送?|事项?)?(?:$|[\s,，:：。]+(?:理由|原因)?[\s:：是]*(?:因为|由于)?(.*)$|(?:因为|由于|理由|原因)[\s:：是]*(.*)$)/u

const PARTS: readonly (readonly [RegExp, number])[] = [
  [/一早|清早|早上|早晨|早/u, 8 * 60 + 30],
  [/上午/u, 9 * 60],
  [/中午/u, 12 * 60],
  [/下午/u, 14 * 60 + 30],
  [/傍晚/u, 17 * 60 + 30],
  [/晚/u, 19 * 60],
]
const LATER = /^过?(半|\d{1,3}|[一二两三四五六七八九十]{1,3})个?(半)?(小时|钟头|分钟|刻钟)(?:之?后)?$/u
const FILLERS = /[\s,，的在于]|上午|下午|中午|早上|早晨|一早|清早|傍晚|晚上|晚|早|钟|整|左右|之?后|上班/gu

/** The moment some words name and nothing besides; undefined where they say more. */
function momentOf(words: string, now: Date): Date | undefined {
  const said = toHalfWidth(words).trim()
  const [isLater, count = '', half, unit = ''] = LATER.exec(said) ?? []
  if (isLater !== undefined) {
    const units = (count === '半' ? 0.5 : (readNumber(count) ?? 0)) + (half === undefined ? 0 : 0.5)
    const minutes = unit === '分钟' ? 1 : unit === '刻钟' ? 15 : 60
    return units > 0 ? new Date(now.getTime() + units * minutes * MINUTE_MS) : undefined
  }
  const found = findMoment(said, now)
  const hour = findHour(said)
  const spoken = [...(found?.words ?? []), ...(found === undefined && hour !== undefined ? [hour.words] : [])]
  const rest = spoken.reduce((left, one) => left.replace(one, ' '), said).replace(FILLERS, '')
  if (rest !== '' || spoken.length === 0 || found?.moment.kind === 'workingDays') return undefined
  const part = PARTS.find(([pattern]) => pattern.test(said))?.[1]
  const today = dayNumber(now)
  const moment = found?.moment.kind === 'day' ? found.moment : undefined
  const minute = moment?.minute ?? hour?.minute ?? part ?? 8 * 60 + 30
  const at = new Date(shanghaiMidnight(moment?.day ?? today).getTime() + minute * MINUTE_MS)
  // An hour without a day is the next one.
  return moment === undefined && at <= now ? new Date(at.getTime() + DAY_MS) : at
}

/** What a whole saying asks of the time of sending; undefined where it is about something else. */
export function readDeparture(saying: string, now: Date): Departure | undefined {
  const said = saying.trim().replace(/^[（(]|[)）]$/gu, '')
  if ([...said].length > 90) return undefined
  const urgent = URGENT.exec(said)
  if (urgent !== null) {
    const because = (urgent[1] ?? urgent[2] ?? '')
      .replace(/[。.！!]+$/u, '')
      .trim()
      .slice(0, LONGEST_REASON)
    return because === '' || NOW.test(because) ? { kind: 'urgent' } : { kind: 'urgent', because }
  }
  if (WORKING.test(said)) return { kind: 'leaves', leaves: { kind: 'workingHours' } }
  if (NOW.test(said)) return { kind: 'leaves', leaves: { kind: 'now' } }
  const words = (AT_A_TIME.exec(said) ?? SET.exec(said))?.[1]
  const at = words === undefined ? undefined : momentOf(words, now)
  if (at === undefined) return undefined
  if (at < now) return { kind: 'passed' }
  return { kind: 'leaves', leaves: { kind: 'at', at: at.toISOString() } }
}

/** 明早9点给某商会发个通知: the words in front of the command, already cut off. */
export function readTimeInFront(words: string, now: Date): Departure | undefined {
  const at = momentOf(words, now)
  if (at === undefined) return undefined
  return at < now ? { kind: 'passed' } : { kind: 'leaves', leaves: { kind: 'at', at: at.toISOString() } }
}

const CLAUSE = /(?:^|[\s,，。;；！!]|(?=[（(]))([（(]?[^\s,，。;；（(）)！!]{3,24}[)）]?[。.]?)\s*$/u
const URGENT_CLAUSE =
  /(?:^|[\s,，。;；（(])((?:紧急|加急|特急)[\s,，:：]*(?:因为|由于|理由[:：是]?|原因[:：是]?)[^\n（）()]{2,60}?)[)）]?[。.]?\s*$/u

/** 明天上午9点发 周三培训: what stands before the text; a colon between digits is an hour's. */
const HEAD_CLAUSE =
  /^[（(]?((?:\d[:：](?=\d)|[^\s,，。;；:：（）()！!]){3,24})[)）]?[\s,，。;；:：！!]+(?=\S)/u
const HEAD_URGENT =
  /^[（(]?((?:紧急|加急|特急)(?:通知)?[\s,，:：]*(?:因为|由于|理由[:：是]?|原因[:：是]?)[^\s,，。;；:：（）()！!]{2,60})[)）]?[\s,，。;；:：！!]+(?=\S)/u
const HEADING = /^(?:通知)?(?:内容|正文|原文)(?:如下)?[:：]\s*(?=\S)/u
/** An hour, working hours, at once, urgent: no word of the notice itself (工资 周五发 may be one). */
const isPlain = (words: string) =>
  /^[（(]?(?:紧急|加急|特急)|[点时:：]|工作时间|上班|办公时间|小时|分钟|马上|立即|立刻/u.test(words)

function splitHead(text: string, now: Date): { readonly text: string; readonly departure?: Departure } {
  const head = HEAD_URGENT.exec(text) ?? HEAD_CLAUSE.exec(text)
  const read =
    head === null || !isPlain(head[1] as string) ? undefined : readDeparture(head[1] as string, now)
  // 加急：明天停水 may be how the notice begins.
  if (head === null || read === undefined || (read.kind === 'urgent' && read.because === undefined))
    return { text }
  return { text: text.slice(head[0].length).replace(HEADING, ''), departure: read }
}

/**
 * Takes the order about sending off the beginning or the end of a dictated text: …请准时到。明天上午9点发. A day without
 * an hour is left, for it may be what the notice says (工资 周五发); what is taken is told in the preview.
 */
export function splitDeparture(
  text: string,
  now: Date,
): { readonly text: string; readonly departures: readonly Departure[] } {
  const head = splitHead(text, now)
  const departures: Departure[] = head.departure === undefined ? [] : [head.departure]
  let left = head.text
  for (let look = 0; look < 2; look++) {
    const urgent = URGENT_CLAUSE.exec(left)
    const clause = urgent ?? CLAUSE.exec(left)
    const words = clause?.[1] ?? ''
    const read = words === '' ? undefined : readDeparture(words, now)
    if (read === undefined || !(urgent !== null || isPlain(words)) || clause === null) break
    const rest = left.slice(0, clause.index + clause[0].indexOf(words)).replace(/[\s,，;；（(]+$/u, '')
    // Without a text before it, it is the text.
    if (rest === '') break
    departures.push(read)
    left = rest
  }
  return { text: left, departures }
}
