/** What staff say about notices, as plain patterns: whose words these are is decided by the roles. */

const START = String.raw`^\s*/?(?:请|帮我|麻烦你?|我要|我想|给我|再)*`
const SEND = `(?:群?发|下|起草|拟|写|推送)(?:布|送)?(?:一?[个条份则]|一下)?(?:会议|紧急|重要)?通知`
const PREPARE = new RegExp(
  `${START}(?:${SEND}|群发(?:消息|一下)?|(?:紧急|加急|重要|定时)?通知(?:一下)?(?!\\s*[#＃第]?\\d))(?:给|到|发给)?(?=\\s|[:：,，]|$|全体|所有|全部|各|除|\\p{Script=Han}{2,16}(?:商会|协会|联合会|群|企业)|\\p{Script=Han}{2,5}(?:镇|乡|街道))[\\s:：,，]*`,
  'u',
)
const PREPARE_TO = new RegExp(`${START}(?:给|向|到)([^\\n]{2,80}?)${SEND}[\\s:：,，]*`, 'u')

/** 明早9点给某商会发个通知: a time in front of the command. */
const WHEN =
  /^\s*((?:(?:今|明|后|大后)[天晚早日]|(?:下个?|这|本)?(?:周|星期|礼拜)[一二三四五六日天]|\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号])?\s*(?:一早|早上|上午|中午|下午|傍晚|晚上|晚|早)?\s*(?:\d{1,2}[:：]\d{2}|[\d一二两三四五六七八九十]{1,3}点(?:半|整|[\d一二三四五六七八九十]{1,3}分?)?)?)[\s,，]*(?:再|准时|定时|统一)?(?=给|向|发|群发|通知|帮我|请)/u
export interface Prepare {
  readonly to?: string
  /** The words after the command, to the letter. */
  readonly rest: string
  /** A time said in front. */
  readonly when?: string
}

/** 发个通知, 通知 某商会 明天…, 给某商会发个通知：…, 明早9点通知全体：… */
export function readPrepare(text: string): Prepare | undefined {
  const when = WHEN.exec(text)
  const inFront = when?.[1]?.trim() ?? ''
  const order = inFront === '' ? text : text.slice(when?.[0].length)
  const more = inFront === '' ? {} : { when: inFront }
  const to = PREPARE_TO.exec(order)
  if (to) return { to: to[1] as string, rest: order.slice(to[0].length), ...more }
  const plain = PREPARE.exec(order)
  return plain ? { rest: order.slice(plain[0].length), ...more } : undefined
}

/** Whom somebody names who gives an order; 通知我们停产 is a trouble that is told. */
const TO_MANY = '(?:全体|所有|各位|大家|各商会|各企业|\\S{2,10}?(?:商会|协会))'

/** 你好 明天会议的事，通知一下农机商会的老板们: an order in the middle of what is said; what the notice says is asked for. */
const LATE = new RegExp(
  `[\\s,，。;；](?:请|帮我|帮忙|麻烦你?|你|再)*(?:通知|群发)(?:一下|下|给|到)*(?=${TO_MANY})`,
  'u',
)
const LONGEST_LATE = 80

/** The words from whom it is for, where staff order a notice in passing. */
export function readLatePrepare(text: string): string | undefined {
  if ([...text].length > LONGEST_LATE || readPrepare(text) !== undefined) return undefined
  const late = LATE.exec(text)
  return late === null ? undefined : text.slice(late.index + late[0].length)
}

/** A bare 通知 could be anybody's word; these cannot. */
export const isPlainlySending = (text: string) =>
  new RegExp(`${START}(?:${SEND}|群发|通知[\\s:：]*${TO_MANY})`, 'u').test(text)

export interface AboutNotice {
  readonly what: 'progress' | 'stop' | 'missing'
  readonly number?: number
}

const NUMBER = String.raw`\s*[#＃第]?\s*(\d{1,6})?\s*号?`
const PATTERNS: readonly (readonly [AboutNotice['what'], RegExp])[] = [
  [
    'stop',
    new RegExp(`^/?(?:停止|停发|停掉|停下|别发|停)(?:发送|发|群发)?(?:通知)${NUMBER}(?:吧|了)?[。.]?$`, 'u'),
  ],
  ['stop', /^\/?(?:停止发送|停发|停止|停掉|别发)\s*[#＃]?\s*(\d{1,6})\s*号?(?:通知)?(?:吧|了)?[。.]?$/u],
  ['stop', new RegExp(`^通知${NUMBER}(?:先)?(?:别发|停发|停止|停下|停)(?:了|吧|发送)?[。.]?$`, 'u')],
  [
    'missing',
    new RegExp(
      `(?:谁|哪些?人?|哪几[个家位]|多少人|有谁)(?:都)?(?:还)?(?:没有?|未)(?:回|收到|确认|签收|答复)[^\\d]{0,6}(?:通知)?${NUMBER}`,
      'u',
    ),
  ],
  ['missing', new RegExp(`^通知${NUMBER}的?(?:.{0,4})(?:回执|谁(?:还)?没(?:有)?回|谁没收到|回了多少)`, 'u')],
  [
    'progress',
    new RegExp(
      `^(?:查|看|问)?(?:一下|下)?(?:那个|刚才的?)?通知${NUMBER}的?(?:现在|目前)?(?:发|送|推)?(?:送|出去?)?(?:得|的|到)?(?:怎么?样|咋样|如何|哪|完了?没|了没|了吗|情况|进度|进展|状态|没发完)`,
      'u',
    ),
  ],
  [
    'progress',
    new RegExp(
      `^(?:那个|刚才的?|刚才那[个份条])?(?:通知${NUMBER})?(?:都|已经)?(?:(?:发|推送?)(?:出去|完|送|出)?(?:了吗|了么|了没有?|没有?|没呢)|(?:审|审批|批|审核)(?:过|完|好)?(?:了吗|了么|了没有?|没有?)|(?:什么时候|几点|啥时候)(?:才|能)?发(?:出去|送|出)?)(?:啊|呢|呀)?[?？。]?$`,
      'u',
    ),
  ],
]

/** 通知57发得怎么样了, 停发57, 谁没回 通知57. */
export function readAboutNotice(text: string): AboutNotice | undefined {
  const said = text.trim()
  if ([...said].length > 40) return undefined
  for (const [what, pattern] of PATTERNS) {
    const found = pattern.exec(said)
    if (found) return { what, ...(found[1] === undefined ? {} : { number: Number(found[1]) }) }
  }
  return undefined
}

/** Whether a notice's own text asks for an answer. */
export function asksForReceipt(text: string): boolean {
  return /(?:需|要|请|盼)[^。\n]{0,6}回执|(?:收到|看到)的?(?:请|都|麻烦|务必)?(?:回复|回个|回一下|回一声|回话|回执|请?回(?=$|[\s,，。!！]))|收到[^。\n]{0,6}(?:回复|回个|回一下|回话|回执|请回)|收到(?:请|的|就)?[扣打][\s“"「]?[1１一]|(?:请|务必)[^。\n]{0,4}(?:回复|回个?)[“"「]?收到|(?:^|[\s,，。;；!！])(?:都|统一|统一都)?(?:回复|回个?)[“"「]?收到[”"」]?(?=$|[\s,，。;；!！])/u.test(
    text,
  )
}
