/** Which words ask what one's own company may apply for, of all policies or of one by name. Pure. */

import { ACTION_SIGNS } from '../answers/action-signs.ts'

/** What the talk about it begins with. */
export interface MatchData {
  /** 研发补助, where one policy was named. */
  readonly words?: string
}

const WE =
  '(?:我们?|俺们?|咱们?|本公司|我司|敝司|我厂|贵会员)(?:的)?(?:这边|这里|这种|这样的?|这类)?(?:[小大中微茶药纸酒]|[\\p{Script=Han}]{2})?(?:公司|企业|厂子?|店|单位|合作社|农场|家)?(?:这边|这里|这种|这样的?|这类)?'
const WHICH = '(?:哪些|哪几[个项种]|什么|啥|多少)'
const GOOD =
  '(?:惠企|扶持|优惠|政府|国家|县里|市里)*的?(?:政策|补贴|补助|奖励|奖补|资金|项目|优惠|扶持|好处)(?!文件)'
const GET = '(?:申请|申报|申领|享受|报|拿|领取?|用|吃|争取|够得?[着上到]|符合|对[得]?上)'
const CAN = '(?:都|现在|目前|还|到底|应该)*(?:能不能|能够|能|可以|可不可以|可|够|有资格|有没有资格)'

const ALL: readonly RegExp[] = [
  new RegExp(`${WE}${CAN}(?:去)?${GET}(?:到|上|的)?(?:的)?(?:有)?(?:些)?${WHICH}${GOOD}`, 'u'),
  new RegExp(`${WE}(?:都|现在|目前)*(?:符合|够|满足)${WHICH}${GOOD}`, 'u'),
  new RegExp(
    `(?:有没有|有|${WHICH})(?:${WHICH})?(?:新)?${GOOD}(?:是)?(?:适合|符合|能给|可以给|轮得?[到上]|针对)(?:到)?(?:给)?${WE}`,
    'u',
  ),
  new RegExp(`(?:有没有|有|${WHICH})(?:${WHICH})?(?:适合|符合|能给|给)${WE}(?:用|情况|条件)?的${GOOD}`, 'u'),
  new RegExp(
    `(?:有没有|有|${WHICH})(?:${WHICH})?${GOOD}(?:是)?${WE}(?:${CAN}(?:去)?${GET}|[够用轮]得[上着到])`,
    'u',
  ),
  new RegExp(`${WE}${CAN}${GET}的(?:${GOOD})?(?:有)?${WHICH}`, 'u'),
  new RegExp(`${WE}(?:都|现在|目前)*[够轮]得[上着到]${WHICH}${GOOD}`, 'u'),
  new RegExp(
    `(?:有没有|有|${WHICH}|推荐|找|列|看看|查查)[^，。]{0,6}(?:${WE})?${CAN}(?:去)?${GET}的${GOOD}`,
    'u',
  ),
  new RegExp(`${WE}${CAN}(?:去)?(?:申请|申报|享受)(?:到|些)?${WHICH}(?:吗|呢|啊)?[？?]*$`, 'u'),
  new RegExp(`${WHICH}${GOOD}(?:跟|和|与|对)${WE}(?:有关|相关|有用|合适|适合|管用)`, 'u'),
  new RegExp(
    `${WE}(?:都|现在|目前)*(?:有没有|有)(?:${WHICH})${GOOD}(?:可以?${GET}|能${GET})?(?:没有?|吗|么|呢|啊)*[？?]*$`,
    'u',
  ),
  /^(?:请|帮我|给我们?|帮我们?)*(?:匹配|对照|配)一?下?(?:政策|条件)$|^(?:政策匹配|政策体检|政策对照|政策计算器)$/u,
]

/** What others may apply for is asked of the documents. */
const OF_US = /我|俺|咱|本公司|敝司|政策匹配|匹配.{0,2}政策|政策体检|政策对照|政策计算器/u

const X = '([^，。？！?!\\s]{2,24}?)'
const TAIL = '(?:的)?(?:申报|申请|认定|享受)?(?:条件|要求|资格|标准)?(?:吗|么|不|嘛|没|没有|啊|呢)*[？?。]*$'
const ASK = '^(?:请问|想问一?下|问一?下|帮我看看|看看|查一?下|你好|您好)*[，,]?'
const NAMED: readonly RegExp[] = [
  new RegExp(
    `${ASK}${WE}(?:现在|目前|到底)?(?:符不符合|符合|是否符合|满不满足|满足|够不够|够|达没达到|达到了?|达得到)(?:不符合)?${X}${TAIL}`,
    'u',
  ),
  new RegExp(
    `${ASK}${WE}(?:现在|目前|到底)?(?:能不能|能否|可不可以|可以|能|是否可以|有资格|有没有资格|[够有]条件)(?:去)?(?:申请|申报|享受|报|拿|领取?)(?:到)?${X}${TAIL}`,
    'u',
  ),
  new RegExp(
    `${ASK}${X}[，,]?${WE}(?:现在|目前|到底)?(?:能不能|能否|可不可以|可以|能|符不符合|符合|够不够|够)(?:去)?(?:申请|申报|享受|报|拿|领取?|条件)?(?:吗|么|不|嘛|没|啊|呢)+[？?。]*$`,
    'u',
  ),
]
/** Not a policy's name: 这个, 哪些政策. */
export const NO_NAME = /^(?:这|那|哪|什么|啥|多少|几|个|它|条件|要求|政策|补贴|补助|项目|几个)/u
/** A court, an arbitration or leave is applied for without a policy. */
const OTHER_ROAD = /仲裁|复议|诉讼|起诉|工伤|听证|延期|病假|产假|年假|回避|查封|冻结|辞职|离职|报[警案销]/u

/** Longer is a story that is told. In characters. */
const LONGEST = 60

export function readMatchAsk(text: string, isGroup: boolean): MatchData | undefined {
  const line = text.replace(/[。！!]+$/u, '')
  if ([...line].length > LONGEST || asksForAction(line)) return undefined
  const flat = line.replace(/\s+/gu, '')
  if (OF_US.test(flat) && ALL.some((pattern) => pattern.test(flat))) return {}
  // In a group the documents answer; what one company is belongs in its private chat.
  if (isGroup || OTHER_ROAD.test(flat)) return undefined
  for (const pattern of NAMED) {
    const words = pattern.exec(flat)?.[1]?.replace(/^(?:上|到|的|了)/u, '')
    if (words !== undefined && words.length >= 2 && !NO_NAME.test(words)) return { words }
  }
  return undefined
}

export const asksForAction = (text: string): boolean =>
  ACTION_SIGNS.some(({ weight, words }) => weight <= -0.5 && words.test(text))
