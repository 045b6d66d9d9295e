/** What a category needs before anybody can act on it, most needed first. */
import type { Category } from '../../../kernel/appeal-terms.ts'
import { findPlace, findSince } from './place-and-time.ts'

export const missingItems = [
  'bankBranch',
  'accountManager',
  'dueDate',
  'jobs',
  'parcel',
  'stuckAt',
  'officialPaper',
  'place',
  'extent',
  'since',
  'taxOffice',
  'taxPeriod',
  'permit',
  'debtor',
  'amount',
  'contract',
  'otherParty',
  'policyDocument',
  'vehicles',
  'inspector',
  'inspections',
  'right',
  'goodsAndPort',
  'talentNeed',
  'details',
] as const

export type Missing = (typeof missingItems)[number]

type Presence = (text: string) => boolean

function has(pattern: RegExp): Presence {
  return (text) => pattern.test(text)
}

/** Asked only where it fits: when a loan falls due is no question to somebody who seeks a first one. */
function where(fits: RegExp, isThere: Presence): Presence {
  return (text) => !fits.test(text) || isThere(text)
}

const unitName =
  /(?:政府|[\u4e00-\u9fa5]{1,6}(?:局|委|办|处|所|中心|大队|公司|集团|学校|医院|学院|镇|乡|村|街道|法院|银行|厂|院|园区))(?!.{0,2}(?:说|让我们))|城投|总包|甲方是/
const amount =
  /(?:\d[\d,.]*|[一二两三四五六七八九十几百千]+)\s*(?:多|余)?\s*(?:个)?(?:万|亿|千|百)?\s*(?:元|块|万|亿)|\d{4,}/
const paper = /通知书?|文书|决定书?|告知书|整改单|处罚|封条|函|文号|〔20\d\d〕|\[20\d\d\]|第\d+号/

const needs: Readonly<Record<Category, readonly (readonly [Missing, Presence])[]>> = {
  financing: [
    // A bank without its branch leaves nobody to call.
    [
      'bankBranch',
      has(
        /支行|分行|营业部|分理处|网点|信用社|村镇银行|(?:没|还没)(?:找|定|谈).{0,4}银行|(?:有没有|想(?:办|申请|找)).{0,6}(?:贷|资金)/,
      ),
    ],
    [
      'accountManager',
      has(
        /客户经理|信贷员|经办人|姓[\u4e00-\u9fa5]的|[\u4e00-\u9fa5](?:经理|行长|主任)|有没有.{0,4}贷|找(?:个)?.{0,6}(?:贷|周转)/,
      ),
    ],
    [
      'dueDate',
      where(
        /续|到期|还(?:进|上|款|了|清)|抽贷|断贷|过桥|倒贷/,
        has(/[月\d][号日]|下周|下个?月|月底|本周|这周|明天|后天|周[一二三四五六日]|\d月/),
      ),
    ],
    ['amount', has(amount)],
  ],
  labour: [
    [
      'jobs',
      has(
        /(?:\d+|[一二两三四五六七八九十几百]+)(?:多)?(?:个|名|位)|普工|焊工|技工|电工|司机|缝纫|操作工|工伤|社保|工资|仲裁/,
      ),
    ],
    ['since', (text) => findSince(text) !== undefined],
  ],
  land: [
    ['parcel', (text) => findPlace(text) !== undefined || /地块|宗地|号地/.test(text)],
    [
      'stuckAt',
      has(
        /自规局|自然资源局|国土|规划局?|村委|村里|镇里|园区管委|管委会|住建局|不动产登记|审批局|开发商|窗口/,
      ),
    ],
    ['since', (text) => findSince(text) !== undefined],
  ],
  environment: [
    ['officialPaper', has(paper)],
    ['inspector', has(/环保局|生态环境|环保所|环保分局|督察组|镇环保|执法队|应急局/)],
    ['since', (text) => findSince(text) !== undefined],
  ],
  utilities: [
    [
      'place',
      where(
        /停|断|没[电水气]|跳闸|不稳|压|线|管|坏|爆|增容|积水|修|接/,
        (text) => findPlace(text) !== undefined,
      ),
    ],
    [
      'extent',
      where(
        /停|断|没[电水气]|跳闸|不稳|压力|[水气电]压/,
        has(/全厂|整个|一片|都停|隔壁|附近|我们家|只有我们|就我们|几家|整条|车间|也停/),
      ),
    ],
    ['since', (text) => findSince(text) !== undefined || /点(?:半|多|钟)?|刚/.test(text)],
  ],
  tax: [
    ['taxOffice', has(/税务所|税务分局|第[一二三四五]分局|税务局|办税|专管员|12366/)],
    ['taxPeriod', has(/20\d\d|去年|今年|前年|上个?月|季度|[一二三四五六七八九十]月|\d月|汇算/)],
  ],
  permits: [
    ['permit', has(/许可证|执照|资质|备案|验收|年检|登记|证书|环评|能评|安评|立项|变更|注销/)],
    ['stuckAt', has(/窗口|大厅|审批局|市场监管|住建|消防|应急|卫健|交通局|[\u4e00-\u9fa5]{2,5}局/)],
    ['since', (text) => findSince(text) !== undefined || /趟|次/.test(text)],
  ],
  arrears: [
    ['debtor', has(unitName)],
    ['amount', has(amount)],
    ['contract', has(/合同|协议|审计|验收|结算单|欠条|对账单|发票|决算/)],
  ],
  legal: [
    ['otherParty', has(/对方是|员工|股东|客户|供应商|银行|公司|厂|老板|村/)],
    ['stuckAt', has(/法院|仲裁|派出所|公安|律师|还没起诉|没起诉|立案|判决|执行|调解/)],
    ['since', (text) => findSince(text) !== undefined],
  ],
  'policy-delivery': [
    ['policyDocument', has(/〔20\d\d〕|\[20\d\d\]|文号|第\d+号|《[^》]+》/)],
    [
      'stuckAt',
      has(/财政|科技局|工信局|发改委|商务局|人社局|农业局|园区|管委会|镇里|[\u4e00-\u9fa5]{2,5}局/),
    ],
    ['amount', has(amount)],
  ],
  logistics: [
    ['place', (text) => findPlace(text) !== undefined],
    ['vehicles', has(/大车|货车|半挂|挂车|罐车|米|吨|公交|班车|快递|小车|三轮|车进|车出/)],
    ['since', (text) => findSince(text) !== undefined],
  ],
  inspection: [
    [
      'inspector',
      has(
        /环保|消防|应急|安监|市场监管|市监|城管|交警|治超|税务|质监|卫健|海关|公安|住建|[\u4e00-\u9fa5]{2,5}局/,
      ),
    ],
    ['inspections', has(/次|拨|趟|波|回|罚/)],
    ['officialPaper', has(paper)],
  ],
  ip: [
    ['right', has(/专利号?|商标号?|注册号|版权|著作权|外观|实用新型|发明|软著|商业秘密/)],
    ['otherParty', has(/对方|有家|那家|隔壁|网店|抖音|淘宝|拼多多|公司|厂|同行|员工/)],
    ['since', (text) => findSince(text) !== undefined],
  ],
  trade: [
    [
      'goodsAndPort',
      has(/港|口岸|海关|关区|货代|柜|美国|欧盟|日本|韩国|东南亚|俄罗斯|非洲|印度|越南|青岛|上海|宁波|天津/),
    ],
    ['officialPaper', has(/报关单|合同|信用证|通知|查验|提单|发票/)],
    ['since', (text) => findSince(text) !== undefined],
  ],
  talent: [
    [
      'talentNeed',
      has(/博士|硕士|研究生|大学生|工程师|专家|技术|高管|职称|上学|入学|幼儿园|小学|中学|公寓|落户|购房/),
    ],
    ['since', (text) => findSince(text) !== undefined || /[一二三四五六七八九]年级|今年|秋季/.test(text)],
  ],
  other: [
    ['details', (text) => text.length >= 12],
    ['stuckAt', has(unitName)],
  ],
}

/** What is not there yet, at most three. An asker who does not know may skip every one of them. */
export function listMissing(text: string, category: Category): Missing[] {
  return needs[category]
    .filter(([, isThere]) => !isThere(text))
    .map(([item]) => item)
    .slice(0, 3)
}
