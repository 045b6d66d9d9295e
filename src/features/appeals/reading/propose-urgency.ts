/** How pressing some words are, by what they say is happening now; and whom to call first. */
import type { Urgency } from '../../../kernel/appeal-terms.ts'
import { remembering } from '../../../kernel/remember.ts'
import { type Danger, dangerRules, type EmergencyNumber, helpers, power } from './dangers.ts'
import { type LiveClause, listLiveClauses } from './live-clauses.ts'

export type UrgencyProposal = { readonly urgency: Urgency; readonly words: readonly string[] }

type FoundDanger = { readonly danger: Danger; readonly words: string }

/** Words of fire and flood that are said of business, temper and the web. */
const figurative = new RegExp(
  [
    '着急上火|上火|(?<!着|起|失)火了|火爆|火烧眉毛|爆单|爆满|爆款|爆仓|爆雷|嗓子冒烟',
    '(?:信息|数据)泄[露漏]|泄[露漏](?:秘密|商业|技术|图纸|信息|配方)',
    '(?:资金|生意|市场|价格|信心|企业)(?:被)?(?:困住|被困|困在|崩塌|塌了)|天塌了|电脑中毒|中毒软件',
    '(?:头都|气|群里?|订单|朋友圈|知识|信息|数据|油)爆?炸(?:了)?|炸了?锅|跳楼价|亏得?要?跳楼|(?:很|心里)受伤|伤了心',
    '[急气累愁烦坑害吓热冻难麻困饿忙][死坏]个?人|(?:手机|电瓶|车)没电',
  ].join('|'),
  'g',
)

function joinLiteral(live: readonly LiveClause[]): string {
  return live.map((clause) => clause.text.replace(figurative, '')).join('，')
}

/** Who quarrels about the bill is not bleeding any more. */
const aftermath =
  /垫(?:了|付|进去)|不算工伤|(?:工伤|伤残)(?:认定|鉴定|等级|赔|待遇)|出院|住(?:了|过).{0,5}院|医药费|医疗费|(?:赔|补偿)(?:了|他|偿|多少)|私了|讹|闹着要|要我们赔|停工留薪/
const stillNow = /刚才|刚刚|现在(?:还|正|人)|正在|快来|赶紧|流血|救|昏迷/

function listDangers(live: readonly LiveClause[]): FoundDanger[] {
  const said = joinLiteral(live)
  const isOver = aftermath.test(said) && !stillNow.test(said)
  const found: FoundDanger[] = []
  for (const { danger, pattern } of dangerRules) {
    if (isOver && (danger === 'injury' || danger === 'crushed')) continue
    const match = pattern.exec(said)
    if (match) found.push({ danger, words: match[0] })
  }
  return found
}

const soon =
  '腊月|年关|今天|今晚|今日|明天|明日|明早|后天|大后天|这两天|这几天|这周|本周|周末|下周|下星期|下礼拜|周[一二三四五六日天]|星期[一二三四五六日天]|月底|月末|马上|眼看|快要?|立马|很快|就要|即将|' +
  '(?:[一二两三四五六七八九十]|\\d{1,2})(?:天|日)(?:之?内|后|就|必须)|还?(?:有|剩|差)(?:[一二两三四五六七八九]|\\d)天|\\d{1,2}[号日]'
const breakdown =
  '发不(?:了|出|下)|开不了?(?:工资|支)|工资.{0,6}(?:发不|没着落|开不)|断供|断流|资金链|停产|停工|断货|断料|断粮|违约|逾期|查封|封(?:厂|门|账)|断[电水气]|停[电水气]|停(?:一|两|三|几|半)[天日]|拉闸|搬(?:走|出去)|' +
  '(?:要|来|必须)拆|冻结|到期|交不(?:了|上|出)货|倒闭|破产|停线|船期|(?:要|得)?交货|开标|投标|撵|赶走|腾退|腾空|(?:要|得|只能)关门|关停|撑不(?:下去|住)|揭不开锅|清退|拍卖|黑名单|征信|开庭'
const notNow = '(?<!不|没|老|总|经常|频繁|老是|总是|三天两头|隔三差五|以免|避免)'

const urgentPatterns: readonly RegExp[] = [
  new RegExp(`(?:${soon})[^]{0,16}(?:${breakdown})`),
  new RegExp(`(?:${breakdown})[^]{0,6}(?:${soon})`),
  /(?:已经|都|全|现在|目前|只能|被迫|又)(?:全部|全面|全厂|整个)?(?:停产|停工|断供|断货|停摆|歇着)|(?:停产|停工|停摆)(?:了|着|中|呢)/,
  /全停了|(?:生产线|机器|设备|车间|厂里?|线)(?:都|全|已经)?停(?:了|着|摆)/,
  new RegExp(
    `${notNow}(?:停|断|没)(?:了)?(?:电|水|气)(?!费|表|子|平|准|质|性|氛|势|商|视|脑|话|梯|动|机|瓶|计划)`,
  ),
  new RegExp(`${notNow}(?:电|水|气)(?:又|突然|全|都)?(?:停|断|没)了|跳闸(?:了|好|半天|到现在)`),
  /(?:账户|账号|基本户|对公户|账).{0,3}(?:被)?(?:法院|税务|银行)?(?:冻结|冻了|封了|查封)/,
  /限(?:我们|你|期)?(?:[一二两三四五六七八九]|\d|十|1\d)(?:个工作)?(?:天|日)|限期(?:整改|搬|拆|腾|缴|交)/,
  /(?:[一二两三四五六七]|[1-7])(?:天|日)(?:之?内)(?:必须|不|要|得|再|整改|搬|拆|还)/,
  /(?:堵|封|围)(?:着|住|了)?(?:厂|大|我们?|公司|工地)?.{0,2}(?:大?门|路).{0,12}(?:出不|进不|发不|不让)/,
  /十万火急|万分火急|火烧眉毛|燃眉之急|急死|等不(?:及|了|起)|来不及|等米下锅|救急|急急|加急|急用钱|急等|撑不(?:住|下去)|救救/,
  /(?<!不|没|没那么)(?:很|特别|非常|太|挺|真|万分)(?:紧急|着急|急)|紧急(?!联系|预案|集合|出口)/,
  /(?:工人|农民工|民工|村民|债主|要账的|讨薪的|业主)[^，]{0,8}(?:堵|围(?!墙)|闹事|罢工|上访)|集体(?:上访|罢工)/,
  /再不[^，]{1,14}(?:就(?!业)|要)[^，]{0,10}(?:去|停|关|散|走|倒|黄|废|断|罚|违约|撤)/,
  /断[贷供]了|(?:工资|社保).{0,4}(?:发不(?:了|出|下)|开不出)/,
]

/** Money that has to go out within days… */
const moneyDue = new RegExp(
  `(?:${soon})[^]{0,6}(?:发|开|付|还|交|缴|结)(?:放|清|纳)?[^，]{0,3}(?:工资|薪|贷|款|息|租|社保|料钱|尾款)|(?:发薪|工资|还款|还贷)日`,
)
/** …while what should have come in has not. */
const moneyStuck =
  /(?:不|没|未)(?:有)?(?:放款?|批下来|批|给|续|到账|下来|拨|付|结|兑现|还)|续不|贷不|周转不|没钱|账上(?:没|空)|资金(?:紧|断|没)|欠(?:着|了)?(?:我|俺|咱)|(?:卡|拖|压)(?:着|住|在)/

const deniesHurry = /不(?:是很|太|着|用|算)?急|不着急|不紧急|慢慢来|有空再|方便的时候|不赶/

function listPressure(live: readonly LiveClause[]): string[] {
  const said = joinLiteral(live)
  const words: string[] = []
  for (const pattern of urgentPatterns) {
    const match = pattern.exec(said)
    if (match) words.push(match[0])
  }
  const due = moneyDue.exec(said)
  if (due && moneyStuck.test(said)) words.push(due[0])
  return words
}

/**
 * `critical`: life or machines are in danger now. `urgent`: money or production stops within days. Otherwise `normal`.
 * What is past, denied, feared, planned or practised does not count; `words` are those it went by.
 */
function propose(text: string): UrgencyProposal {
  const live = listLiveClauses(text)
  const dangers = listDangers(live.filter((clause) => !clause.isPlanned))
  if (dangers.length > 0) return { urgency: 'critical', words: dangers.map(({ words }) => words) }
  const words = deniesHurry.test(text) ? [] : listPressure(live)
  return words.length > 0 ? { urgency: 'urgent', words } : { urgency: 'normal', words: [] }
}

const powerCut =
  /(?<!不|没|手机|电瓶|车)(?:停|断|没)(?:了)?电(?!费|话|梯|脑)|跳闸|电(?:又|突然|全|都)?(?:停|断|没)了|缺相|电压不稳/

/** Power comes back through 95598; where people or fire are concerned it is not the first call. */
const powerFirst: ReadonlySet<Danger> = new Set(['hot-metal', 'perishing', 'electric-shock'])

/** Whom to call before anything else, at most three and the first call first; empty when nobody need come. */
export function listEmergencyNumbers(text: string): EmergencyNumber[] {
  const live = listLiveClauses(text).filter((clause) => !clause.isPlanned)
  const dangers = listDangers(live)
  const numbers = new Map<string, EmergencyNumber>()
  const needsPower =
    live.some((clause) => powerCut.test(clause.text)) ||
    dangers.some(({ danger }) => danger === 'electric-shock')
  if (needsPower && dangers.every(({ danger }) => powerFirst.has(danger))) numbers.set(power.number, power)
  for (const { danger } of dangers) for (const help of helpers[danger]) numbers.set(help.number, help)
  if (needsPower) numbers.set(power.number, power)
  return [...numbers.values()].slice(0, 3)
}

export const proposeUrgency = remembering(propose)
