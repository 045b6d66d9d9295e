/** What staff say about notices, as plain patterns: whose words these are is decided by the roles. */

const START = String.raw`^\s*/?(?:请|帮我|麻烦你?|我要|我想|给我|再)*`
const SEND = `(?:群?发|下|起草|拟|写|推送)(?:布|送)?(?:一?[个条份则]|一下)?(?:会议|紧急|重要)?通知`
const PREPARE = new RegExp(
  `${START}(?:${SEND}|群发(?:消息|一下)?|(?:紧急|加急|重要)?通知(?:一下)?(?!\\s*[#＃第]?\\d))(?:给|到|发给)?(?=\\s|[:：,，]|$|全体|所有|全部|各|除|\\p{Script=Han}{2,16}(?:商会|协会|联合会|群|企业)|\\p{Script=Han}{2,5}(?:镇|乡|街道))[\\s:：,，]*`,
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
  return /(?:需|要|请|盼)[^。\n]{0,6}回执|收到[^。\n]{0,6}(?:回复|回个|回一下|回话|回执|请回)|(?:请|务必)[^。\n]{0,4}(?:回复|回个?)[“"「]?收到/u.test(
    text,
  )
}
