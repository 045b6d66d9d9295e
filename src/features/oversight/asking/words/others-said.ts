/** Of what other features keep, and of what nobody is told: drives, receipts, duties, sealed names. Over marked text. */

import { readNumber } from '../../../../kernel/chinese-numbers.ts'
import type { QuestionOf } from '../question.ts'
import { pattern } from './marks.ts'

/** Wanting to know, not telling: 今天走访了佳和 is told. */
const ASKS = pattern(
  '几|多少|哪|谁|什么|有无|怎么|如何|情况|够不够|[？?]|吗|没有?(?:[？?，,。]|$)|(?:得上|对上|够|齐)不|呢|列|看(?!病)|查|数(?!额)|进度|统计|名单|差|欠|没',
)

const SECRET = pattern(
  '匿名|不(?:愿意?|想|肯|让|要)?(?:透露|公开|说|留|写)(?:自己)?(?:的)?(?:名|姓|身份)|不(?:具|留|愿留|透露|公开)(?:名|姓名|身份)|没(?:留|署|写)名|隐名|隐去|保密|身份(?:封存|保密)|封存|不让说|举报(?:人|的)|暗地里',
)
const REVEAL = pattern(
  '哪(?:一|几)?(?:家|个|位|户)(?!部门|单位|局|类)|(?:是|到底|究竟|叫)(?:是)?谁|谁(?:反映|报|提|写|举报|告|家|呀|$|[？?])|叫什么|什么(?:人|名|企业|公司)|名字|真名|身份|姓(?:什么|名)|哪里的|查(?:一下|出|清)|揭|透露|电话|告诉我|启封|拆封|解封',
)
const UNSEAL = /启封|拆封|解封|(?:谁|哪家)(?:举报|告状|告的状|打的小报告)|举报人(?:是谁|叫什么)/u

export function asksSealed(text: string): string | undefined {
  const secret = SECRET.exec(text)?.[0]
  // Whether a firm has anonymous ones would give them away as well.
  if (secret !== undefined && (REVEAL.test(text) || pattern('{C}').test(text))) return secret
  // 启封 alone is what the office does; how it is done is asked.
  const asks = /怎么|如何|能否|能不能|可以|想|要(?!启)|帮|谁|哪/u.test(text.replace(/为什么/gu, ''))
  return asks ? UNSEAL.exec(text)?.[0] : undefined
}

const GIVING = pattern(
  '(?:那次|那回|那场|这次|上次|行动|助学|救灾|赈灾|抗疫|帮困|扶贫|{O}).{0,8}(?:钱|款(?!项)|物资|用了|花了|到了|到没)|捐(?!款箱)|募|善款|认捐|倡议|到账|入账|对账|爱心款|救灾款|物资(?!局)|没对上|对不上|对得上|账对|(?:的|那笔|那些)(?:钱|款).{0,4}(?:花|用|到|发|拨)',
)
const OWN_GIFT =
  /(?:我|我们)(?:也|再|都|厂|公司|企业|个人)?(?:想|要|愿意|准备|打算|可以)?(?:再)?(?:捐|认)(?!的|了(?:多少|几))|怎么捐|如何捐|哪里(?:可以)?捐|在哪捐|捐到哪|能捐|(?:捐款|收款)(?:账号|账户|二维码)|捐.{0,3}(?:万|元|块)(?!.{0,6}(?:几|多少|哪|谁))/u
const DRIVE_ROWS: readonly (readonly [QuestionOf<'drive'>['of'], RegExp])[] = [
  [
    'differences',
    /没对上|对不上|对得上|对上(?:了)?(?:没|吗|么|不)|账对|对不拢|差额|差异|不符|不一致|账实|出入|有差|对账|没对齐|(?:认|答应)了?(?:的)?(?:还)?没(?:到|给|付|打)|没到账|未到账|没兑现/u,
  ],
  [
    'booked',
    /到(?:了)?账|入(?:了)?账|到位|实收|实际(?:收|到|捐)|收到(?:了)?(?:多少|几)|进账|到手|(?:钱|款)?到(?:了|齐)?没(?:有)?|打(?:过|进)来|(?:钱|款)(?:都)?到(?:了)?(?:没|多少|几|齐)/u,
  ],
  [
    'used',
    /用(?:了|到|在|去|掉|出)|花(?:了|到|在|哪|掉|出)|支出|使用|拨(?:付|出|了|下|款)|款拨|去向|发(?:放|下去|出去)|怎么用|用途|开支|没用|剩(?:多少|下|余)|余额|结余/u,
  ],
  ['pledged', /认捐|答应|承诺|认了|认领|报了?(?:多少|几)|(?:意向|口头)/u],
]

export interface DriveSaid {
  readonly of: QuestionOf<'drive'>['of']
  readonly words: string
}

/** 防汛那阵子三率怎么样 asks of appeals; the drive is when. */
const OF_APPEALS = /率(?!先)|超期|逾期|退单|办结|新增|诉求|满意|积压|没办完|工单/u

export function findDrive(text: string): DriveSaid | undefined {
  if (OF_APPEALS.test(text) && !/捐|募|善款|款|钱|账/u.test(text)) return undefined
  const words = GIVING.exec(text)?.[0]
  const about = pattern('{O}').test(text)
  if (OWN_GIFT.test(text) || !ASKS.test(text)) return undefined
  // 贷款到账了吗 is of a matter.
  if (pattern('{K}').test(text) && !/捐|募|善款|倡议/u.test(text) && !about) return undefined
  const found = DRIVE_ROWS.filter(([, row]) => row.test(text)).map(([of]) => of)
  const isHow = /怎么样|如何|进展|情况|进度/u.test(text)
  const isOfMoney =
    (found.some((of) => of !== 'pledged') || (found.length > 0 && /认(?!为|可)|答应|承诺/u.test(text))) &&
    !/件|诉求|问题|单子/u.test(text)
  if (words === undefined && !(about && (isOfMoney || isHow || /钱|款|元|万/u.test(text)))) return undefined
  // Several at once are answered by how all of it stands.
  // 认捐与到账之间有哪些对不上 asks for what differs; with 多少 beside it, how all of it stands.
  const isGap =
    found.includes('booked') && /(?:差|相差|缺口|出入)(?:了)?(?:有|是)?(?:多少|几|多大)/u.test(text)
  const isUnpaid = isGap || (found.includes('differences') && !/多少/u.test(text))
  const [only, ...others] = isUnpaid ? (['differences'] as const) : found
  const of = only === undefined || others.length > 0 ? 'standing' : only
  const isMixed =
    others.length === 0 && /(?<!认)捐(?:了|款)?(?:一共|总共|共)?多少/u.test(text) && only !== undefined
  return { of: isMixed ? 'standing' : of, words: words ?? '' }
}

const NOTICE = /通知|回执|公告|通告|函(?!数)|发(?:的|出去的)那(?:个|条|份)|会议通知|那个通知/u
const NOTICE_NUMBER =
  /(?:通知|公告|回执)\s*(?:第|编号|号)?\s*(\d{1,6}|[一二三四五六七八九十百零〇]{1,6})(?!\d*年|\d*月|个|家)|(\d{1,6}|[一二三四五六七八九十百零〇]{1,6})号(?:通知|公告|回执)/u
const MISSING =
  /(?:没|未|还没|没有)(?:有)?(?:回|收到回|签|确认|看|读|反馈|报|交|填|响应|理|吱声|动静)|(?:还)?(?:差|缺|欠|等|催)(?:几|多少|哪|谁)|不回|没(?:人)?(?:回|理|吱声|动静|吭声|反应)|(?:哪|谁|几).{0,6}(?:没|未)/u
const ACKNOWLEDGED =
  /(?:已|已经|都)?(?:回|签|确认|看|读|反馈|收到|签收|回复)(?:了|过)(?:的)?|收到的|已(?:经)?(?:回|签|确认|看|读|收)|(?<![没未不])(?:回|签收?|确认)的(?=呢|有|是|$)|(?:有)?(?:几|多少)(?:家|个|人)(?:已经)?(?:回执|回复|签收|确认)|(?:收到|收了)回执|已回|回执(?:的)?(?:有|是|都)(?:几|多少|哪|谁)|(?:几|多少|哪|谁).{0,4}(?:回|签|确认|收到|看)(?:了|过)/u

export interface ReceiptsSaid {
  readonly of: QuestionOf<'receipts'>['of']
  readonly notice: number | null
  readonly words: string
}

export function findReceipts(text: string): ReceiptsSaid | undefined {
  const words = NOTICE.exec(text)?.[0]
  // 没收到通知 is told.
  if (words === undefined || !ASKS.test(text) || /^(?:我们?)?(?:还)?没(?:有)?收到/u.test(text))
    return undefined
  if (
    /(?:发|起草|写|拟|撤|改)(?:一|个|条|份|下).{0,3}(?:通知|公告)|通知(?:他|她|各|一下|大家|企业|商会)/u.test(
      text,
    )
  )
    return undefined
  const number = NOTICE_NUMBER.exec(text)
  const digits = number?.[1] ?? number?.[2]
  const missing = MISSING.test(text)
  const done = ACKNOWLEDGED.test(text.replace(MISSING, ''))
  const of = missing && !done ? 'missing' : done && !missing ? 'acknowledged' : 'standing'
  const about = missing || done || digits !== undefined || /回执|情况|怎么样|收|回|签/u.test(text)
  if (!about) return undefined
  return { of, notice: digits === undefined ? null : (readNumber(digits) ?? null), words }
}

const VISIT_ROWS: readonly (readonly [NonNullable<QuestionOf<'visits'>['visit']>, RegExp])[] = [
  ['critique', /拍砖/u],
  ['condolence', /慰问|看望|探望/u],
  [
    'meeting',
    /座谈(?:会)?|开(?:过|了)?(?:几|多少)(?:次|场|个|回)(?:的)?会(?!员)|(?:几|多少)(?:次|场)(?:座谈)?会|会(?:议)?(?:还)?(?:欠|差|没开|开了几|开过几|开够)|会议(?:欠|差|次数|任务)|(?:欠|差|没开|该开|还没开).{0,8}会(?!员)/u,
  ],
  [
    'visit',
    /走访|调研|下(?:到)?企业|跑企业|入企|进企业|上门(?:服务)?|走(?:过|了)(?:几|多少|哪)|去过|跑(?:了|过)?(?:几|多少|哪|完|企业)|(?<=我.{0,8})去了(?:几|多少|哪)|(?:几|多少)趟|没跑|下去(?:过|了)?(?:几|多少)/u,
  ],
]
const OWED =
  /没去|没完成|欠|还差|还(?:剩|要|得|该|缺)|没(?:有)?(?:去|走访|走|完成|做|开|慰问|到|达到|跑|调研|看|落实)|未(?:走访|完成|开|慰问)|任务|该(?:走|去|开)|要求|达标|够(?:不够|没|了没|了吗)|完成(?:了)?(?:没|吗|率|情况)|差(?:几|多少)|进度|缺/u
/** Their own desk keeps these: a visit by number, the rules of what is owed. */
const OF_THE_DESK =
  /(?:走访|拍砖|慰问)\s*\d|(?:走访|慰问)要求|(?:记|登记|补录|撤回|改)(?:一?下|个|一次)?.{0,3}(?:走访|慰问|调研)/u

/** Of a visit that was made, in words that ask nothing: their own desk takes it down. */
export const tellsVisit = (text: string): boolean =>
  VISIT_ROWS.some(([, row]) => row.test(text)) && !ASKS.test(text)

/** Said to an answer about the same: 用了多少, 谁没回, 做了几次. */
export function findBareOthers(text: string): {
  readonly drive: DriveSaid['of'] | null
  readonly receipts: ReceiptsSaid['of'] | null
  readonly visits: VisitsSaid['of'] | null
} {
  return {
    drive: DRIVE_ROWS.find(([, row]) => row.test(text))?.[0] ?? null,
    receipts: MISSING.test(text) ? 'missing' : ACKNOWLEDGED.test(text) ? 'acknowledged' : null,
    visits: OWED.test(text)
      ? 'owed'
      : /(?:做|去|走|跑|开|搞)(?:了|过)(?:几|多少|哪)/u.test(text)
        ? 'done'
        : null,
  }
}

export interface VisitsSaid {
  readonly of: QuestionOf<'visits'>['of']
  readonly visit: QuestionOf<'visits'>['visit']
  readonly words: string
}

export function findVisits(text: string): VisitsSaid | undefined {
  const kinds = VISIT_ROWS.flatMap(([visit, row]) => {
    const words = row.exec(text)?.[0]
    return words === undefined ? [] : [{ visit, words }]
  })
  const duty =
    /我(?:今年|这个?季度|本季度|还|都|现在|到底|一共)*(?:还)?(?:欠|差)(?:着|了)?(?:什么|几(?:次|家|趟|个|回)|哪|多少(?:次|家|趟))|(?:哪(?:个|位|些)|各(?:个|位)?)?领导.{0,4}(?:还)?欠|(?:包联|分包)?(?:任务|职责|责任|履职)(?:任务)?(?:谁|哪|还|完成|没|差|欠)/u.exec(
      text.replace(pattern('{P}', 'gu'), ''),
    )?.[0]
  const [first, ...others] = kinds
  // 今天走访了佳和 is told, not asked.
  const words = first?.words ?? duty
  if (words === undefined || !ASKS.test(text) || OF_THE_DESK.test(text) || /多少钱/u.test(text))
    return undefined
  if (/(?:通知|报名|材料|人名单|几点|在哪开|哪天开|什么时候开)/u.test(text)) return undefined
  const of = OWED.test(text) ? 'owed' : 'done'
  // A meeting only where a duty or a number of them is asked for: 开会 is said of anything.
  if (first?.visit === 'meeting' && !/欠|差|几|多少|次|任务|场|没开|座谈/u.test(text)) return undefined
  return { of, visit: others.length > 0 ? null : (first?.visit ?? null), words }
}

export const OTHER_SIGNS: readonly RegExp[] = [
  SECRET,
  REVEAL,
  GIVING,
  NOTICE,
  MISSING,
  ACKNOWLEDGED,
  OWED,
  ...DRIVE_ROWS.map(([, row]) => row),
  ...VISIT_ROWS.map(([, row]) => row),
]
