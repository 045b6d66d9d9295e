/** What went wrong, by whatever words: 没电了 and 跳闸 are one trouble, 停水 is another. Pure. */
import type { Category } from '../../../kernel/appeal-terms.ts'

export interface Trouble {
  readonly name: string
  /** As staff read it in a reason. */
  readonly label: string
  readonly pattern: RegExp
  /** Told further apart than so many hours it is another time, not another voice. */
  readonly hours: number
  /** Of a place, not of one company: two companies may well mean the same. */
  readonly isShared: boolean
}

const DAY = 24

const trouble = (name: string, label: string, pattern: RegExp, hours: number, isShared = true): Trouble => ({
  name,
  label,
  pattern,
  hours,
  isShared,
})

const notPower = '(?!话|视|梯|费|价|商|脑|动|缆|工|焊|器)'

export const troubles: readonly Trouble[] = [
  trouble('planned-outage', '计划停电', /(?:计划|检修|通知).{0,8}停.{0,3}电/, 7 * DAY),
  trouble(
    'outage',
    '停电',
    new RegExp(
      `(?:停|断|没|缺|跳)(?:了|着|有)?电${notPower}|电(?:又|都|全|也)?(?:停|断|没)了|跳闸|断电|拉闸|变压器.{0,3}(?:烧|坏|炸)|也(?:都)?停了|(?:车间|厂里|全厂|整个厂).{0,2}黑`,
    ),
    12,
  ),
  trouble(
    'voltage',
    '电压不稳',
    /电压(?:太|很|过|又)?(?:低|不稳|不够|上不去)|缺相|电(?:机|器)带不动/,
    7 * DAY,
  ),
  trouble('capacity', '用电增容', /增容|容量不够|报装/, 60 * DAY, false),
  trouble('power-price', '电费电价', /电费|电价|一度.{0,6}[毛分]/, 60 * DAY),
  trouble(
    'no-water',
    '停水',
    /(?:停|断|没|缺)(?:了|着|有)?(?:自来)?水(?!泥|平|电)|(?:自来)?水(?:又|都|全)?(?:停|断|没)了|水压|爆管|水管爆/,
    DAY,
  ),
  trouble(
    'no-gas',
    '停气',
    /(?:停|断|没|限)(?:了|着|有)?气(?!味)|(?:天然气|燃气|气压|煤气).{0,6}(?:没|上不去|不够|不足|低|停|断)/,
    DAY,
  ),
  trouble('no-steam', '停汽', /(?:蒸汽|暖气|热力|供热).{0,8}(?:停|断|没|不热)|停汽/, DAY),
  trouble('steam-price', '蒸汽价格', /蒸汽.{0,12}(?:涨|价|贵)|[涨贵].{0,6}蒸汽/, 60 * DAY),
  trouble('gas-price', '气价', /(?:天然气|燃气|气价).{0,6}(?:涨|贵|高)/, 60 * DAY),
  trouble('no-network', '断网', /断网|没网|光[纤缆].{0,4}断|挖断.{0,6}光|宽带.{0,4}断|没信号|网络断/, DAY),
  trouble(
    'road-broken',
    '路坏了',
    /(?:路|道|街).{0,8}(?:坑|烂|塌|陷|坏|颠|断(?!网))|(?:大坑|塌陷|坑坑洼洼)|桥.{0,4}(?:断|塌)/,
    30 * DAY,
  ),
  trouble(
    'road-closed',
    '封路',
    /封.{0,4}路|路.{0,4}封|修路(?!的?(?:工程|钱|款|活))|(?:路|道).{0,6}挖|挖(?:开|断|了).{0,6}(?:路|道)|道路施工|(?:大道|路)施工|断头路/,
    30 * DAY,
  ),
  trouble('limits', '限高限重', /限高|限重|不让重车|重车.{0,4}(?:不让|过不)/, 60 * DAY),
  trouble(
    'truck-ban',
    '货车限行',
    /限行|禁行|货车.{0,6}(?:不让|没法|不能|进不).{0,2}(?:进城|城|走)|不让.{0,3}进城/,
    30 * DAY,
  ),
  trouble('passes', '货车通行证', /通行证|入城证/, 30 * DAY),
  trouble('street-lights', '路灯', /路灯/, 30 * DAY),
  trouble('flooded', '积水', /积水|涝了|水漫|被淹|淹了/, 3 * DAY),
  trouble(
    'sewage',
    '污水堵冒',
    /污水.{0,10}(?:堵|冒|淌|返|溢)|(?:下水道|管网).{0,8}(?:堵|冒|返|臭)/,
    10 * DAY,
  ),
  trouble(
    'smell',
    '异味',
    /(?:刺鼻|异味|臭味|气味|味道|氨气|废气).{0,8}(?:大|重|冲|熏|难闻|漏|泄|偷排)?|熏/,
    14 * DAY,
  ),
  trouble('buses', '公交', /公交|班车|通勤/, 60 * DAY),
  trouble('parcels', '快递网点', /快递/, 30 * DAY),
  trouble('rubbish', '垃圾', /垃圾|渣土/, 14 * DAY),
  trouble('canteen', '食堂', /食堂/, 30 * DAY),
  trouble('foul-water', '水质', /水.{0,4}(?:浑|发黄|臭|泥汤)/, 3 * DAY),
  trouble('lift', '电梯', /电梯/, 30 * DAY),
  trouble('leaking', '漏水', /漏水|一下雨.{0,4}漏|屋顶漏/, 30 * DAY),
  trouble(
    'window-down',
    '办事系统故障',
    /(?:窗口|大厅|网厅|系统).{0,8}(?:坏|瘫|崩|故障|升级|维护|登不|进不|打不开)/,
    3 * DAY,
  ),
  trouble(
    'invoicing-down',
    '开票系统',
    /(?:税务局|税务|开票|发票).{0,8}(?:登不|进不|打不开|转圈|崩|上不去)|开不(?:了|出)票/,
    3 * DAY,
  ),
  trouble('containers', '舱位', /舱位|班列/, 30 * DAY),
  trouble(
    'inspections',
    '检查多',
    /检查.{0,6}(?:太多|多|不断)|(?:天天|轮着|轮流|一个月).{0,6}(?:来?查|检查)|查[一二三四五六七八九十\d]+[回次]/,
    30 * DAY,
  ),
  trouble('fire-check', '消防验收', /消防.{0,3}验收/, 30 * DAY),
  trouble('hightech-award', '高企奖补', /高企.{0,4}(?:奖|补)|高新技术企业.{0,6}(?:奖|补)/, 60 * DAY),
  trouble('job-subsidy', '稳岗返还', /稳岗/, 60 * DAY),
  trouble('hiring-subsidy', '扩岗补助', /扩岗|吸纳就业补/, 60 * DAY),
  trouble('upgrade-subsidy', '技改补贴', /技改.{0,4}(?:补|奖)|技术改造.{0,6}(?:补|奖)/, 60 * DAY),
  trouble('rd-subsidy', '研发补助', /研发.{0,6}(?:补助|补贴|奖)/, 60 * DAY),
  trouble('entry-award', '入规奖励', /(?:入规|上规|规上).{0,8}(?:奖|补)/, 60 * DAY),
  trouble('trade-in', '以旧换新', /以旧换新|家电补贴|换新补/, 60 * DAY),
  trouble('registry', '抵押登记', /抵押登记/, 30 * DAY),
  trouble('talent-subsidy', '人才补贴', /人才.{0,4}(?:补贴|津贴|奖)/, 60 * DAY),
  trouble(
    'schooling',
    '子女入学',
    /(?:孩子|子女|小孩).{0,12}(?:上学|入学|转学|进不了|不收|小学|初中)|入学名额/,
    45 * DAY,
  ),
]

/** Every trouble that some words name, at most three; the more special ones stand before in the list. */
export function troublesIn(text: string): readonly Trouble[] {
  const found = troubles.filter(({ pattern }) => pattern.test(text))
  // A planned outage is no outage to send a car for.
  const special = found.some(({ name }) => name === 'planned-outage')
  return found.filter(({ name }) => !(special && name === 'outage')).slice(0, 3)
}

/** Where no trouble is named: how long a matter of this category is talked about as the same, in hours. */
export const CATEGORY_HOURS: Readonly<Record<Category, number>> = {
  financing: 30 * DAY,
  labour: 30 * DAY,
  land: 60 * DAY,
  environment: 14 * DAY,
  utilities: 3 * DAY,
  tax: 30 * DAY,
  permits: 30 * DAY,
  arrears: 90 * DAY,
  legal: 60 * DAY,
  'policy-delivery': 60 * DAY,
  logistics: 30 * DAY,
  inspection: 30 * DAY,
  ip: 60 * DAY,
  trade: 30 * DAY,
  talent: 60 * DAY,
  other: 30 * DAY,
}

/** Mostly one company's own: its loan, its certificate. Another company saying so has its own too. */
export const OWN_MATTERS: ReadonlySet<Category> = new Set([
  'financing',
  'labour',
  'tax',
  'permits',
  'legal',
  'ip',
  'talent',
  'land',
])

/** The longest that any trouble is talked about as the same. */
export const LONGEST_HOURS = Math.max(...troubles.map(({ hours }) => hours))
