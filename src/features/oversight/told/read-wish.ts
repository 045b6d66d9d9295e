/** 早报改到7点半, 不要早报了: how somebody wants the digest, by the words alone. Pure. */
import { z } from 'zod'
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { findHour } from '../../../kernel/spoken-moment.ts'

export const Wish = z.discriminatedUnion('kind', [
  /** Minutes since midnight; null: another hour, without a word which. */
  z.object({ kind: z.literal('hour'), minute: z.number().int().nullable() }),
  /** So many minutes later than now; earlier where negative. */
  z.object({ kind: z.literal('shift'), minutes: z.number().int() }),
  z.object({ kind: z.literal('off') }),
  z.object({ kind: z.literal('on') }),
  /** 明天不要早报: only for some days, which is not offered. */
  z.object({ kind: z.literal('pause') }),
  /** Today's once more. */
  z.object({ kind: z.literal('show') }),
  /** 早报几点发 */
  z.object({ kind: z.literal('when') }),
])
export type Wish = z.infer<typeof Wish>

const NAME =
  /(?:每天|每日|天天)?(?:的)?(?:早报|晨报|早间(?:简报|播报|报告)|早上(?:的)?(?:简报|播报|报告|推送)|每日(?:简报|播报))/gu
const OFF =
  /不(?:要|用|想|必|需要|看|收|需)|(?:别|莫|甭|勿)(?:再)?(?:给我)?(?:发|推|送|来)?|停(?:了|掉|发|用|止)?|关(?:了|掉|闭|上)?|取消|退订|免了|不(?:再)?(?:发|推)/u
const ON =
  /恢复|重新|继续|接着|再(?:开|发起来|给我发)|打开|开(?:启|通|起来)|还是(?:要|发)|订(?:阅|上)?|我要|还要|想要/u
const SOME_DAYS =
  /今天|明[天日]|后天|这[几两]天|[这本下]个?(?:周|星期|礼拜)|周[一二三四五六日天末]|到.{1,6}(?:号|日|为止)|[一二两三四五六七八九十\d]+天/u
const CHANGE = /改|换|调|挪|定|设|推|提前|延|晚|早[点些一]|往[前后]|发|给我|送/u
const WHEN = /几点|什么时候|啥时候|多会儿|何时/u
const SHIFT =
  /(提前|早|往前|推迟|推后|晚|延后|延迟|往后)(?:个|了)?(?:(半)个?(?:小时|钟头)|([\d一二两三四五六七八九十]{1,3})(个?小时|个?钟头|分钟?|刻钟))/u
const HOURS =
  /(?:上午|早上|早晨|清早|一早|中午|下午|傍晚|晚上|晚)?(?:\d{1,2}[:：]\d{2}|[\d一二两三四五六七八九十]{1,3}(?:点钟?|时)(?:半|整|[\d一二三四五]{1,3}分?)?)/gu
/** What belongs to such an order and says nothing more. */
const FILL =
  /推迟|提前|推后|延后|延迟|俺|咱|咯|整(?=[到成])|弄|请问?|麻烦|帮我?|给我|替我|以后|从明天起|从今天起|往后|把|将|那个|这个|每天|每日|时间|钟头|小时|分钟?|的|了|吧|呗|啊|呀|哈|嘛|吗|呢|咯|啦|哦|我|你|您|们|都|就|再|到|成|为|在|给|一下|一点|点|些|些儿|发送?|推送?|送|收|看|改|换|调整?|挪|推迟|提前|推后|延后|延迟|推|延|定|设置?|先|整个|全部|还|也|想|要|能不能|可以|行不行|好不好|统一|左右|之前|以前|前|一早|早上|上午|下午|晚上|今天|个|半|早|晚|来|上面/gu
const LONGEST = 30

/** Undefined where the words are no order about the digest: 早报上超期那两件是哪家的. */
export function readWish(said: string): Wish | undefined {
  const text = toHalfWidth(said)
    .replace(/@\S+/gu, '')
    // 早一点 is no hour, and a quarter is one.
    .replace(/(?<=[早晚])一点(?=$|[发吧推送，。\s])/gu, '些')
    .replace(/(?<=[点时])一刻/gu, '15')
    .replace(/(?<=[点时])三刻/gu, '45')
    .replace(/[\s，。、,.;；！!~～"“”'‘’]+/gu, '')
  if ([...text].length > LONGEST || text.search(NAME) < 0) return undefined
  const rest = text.replace(NAME, '').replace(/[?？]/gu, '')
  const shift = SHIFT.exec(rest)
  if (isAbout(rest, [HOURS]) && HOURS_ONCE.test(rest) && !OFF.test(rest))
    return { kind: 'hour', minute: morningMinute(rest) }
  if (shift !== null && isAbout(rest, [SHIFT])) return { kind: 'shift', minutes: minutesOf(shift) }
  if (WHEN.test(rest)) return isAbout(rest, [WHEN]) ? { kind: 'when' } : undefined
  if (OFF.test(rest)) {
    if (SOME_DAYS.test(rest.replace(/从[今明]天起/u, '')))
      return isAbout(rest, [OFF, SOME_DAYS]) ? { kind: 'pause' } : undefined
    return isAbout(rest, [OFF]) ? { kind: 'off' } : undefined
  }
  if (ON.test(rest)) return isAbout(rest, [ON]) ? { kind: 'on' } : undefined
  if (/改|换|调|挪|早[点些一]|晚[点些一]|时间/u.test(rest))
    return isAbout(rest, [CHANGE]) ? { kind: 'hour', minute: null } : undefined
  return isAbout(rest, [/再|重新|翻出来|今天|看看?|没收到|没看到|找|一[遍份]|有没有|呢|在哪/gu])
    ? { kind: 'show' }
    : undefined
}

const HOURS_ONCE = new RegExp(HOURS.source, 'u')

/** Nothing is left that somebody could have meant something else by. */
function isAbout(rest: string, known: readonly RegExp[]): boolean {
  let left = rest
  for (const one of known) left = left.replace(new RegExp(one.source, 'gu'), '')
  return left.replace(FILL, '').length === 0
}

/** A morning's hour: 六点半 is not the evening here, unless somebody says so. */
export function morningMinute(text: string): number | null {
  const found = findHour(text.replace(/(?<=[点时])一刻/gu, '15').replace(/(?<=[点时])三刻/gu, '45'))
  if (found === undefined) return null
  const isSaidLate =
    /下午|傍晚|晚/u.test(found.words) || found.words.includes(':') || /中午/u.test(found.words)
  return found.minute >= 12 * 60 && !isSaidLate && !/1[2-9]|2\d|十[二三四五六七八九]/u.test(found.words)
    ? found.minute - 12 * 60
    : found.minute
}

function minutesOf([, way = '', half, number = '', unit = '']: RegExpExecArray): number {
  const sign = /提前|早|往前/u.test(way) ? -1 : 1
  if (half !== undefined) return sign * 30
  const n = readNumber(number) ?? 0
  return sign * n * (unit.startsWith('分') ? 1 : unit.includes('刻') ? 15 : 60)
}
