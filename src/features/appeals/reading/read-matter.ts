/** Whether words state a trouble or ask for action, and what can be read off them for the draft. */

import type { Category } from '../../../kernel/appeal-terms.ts'
import { ASKED_OF_PEOPLE, ASKED_SOFTLY } from '../../../kernel/asked-of-people.ts'
import { remembering } from '../../../kernel/remember.ts'
import { anyOf } from './any-of.ts'
import { splitClauses } from './clauses.ts'
import { looksLikeConsumerMatter } from './consumer-matter.ts'
import { readFollowUp } from './follow-ups.ts'
import { listMissing, type Missing } from './missing.ts'
import { findPlace, findSince } from './place-and-time.ts'
import { type CategoryProposal, proposeCategory } from './propose-category.ts'
import { proposeUrgency } from './propose-urgency.ts'
import { asksForAction, looksLikeRuleQuestion } from './rule-question.ts'
import { looksLikeSmallTalk } from './small-talk.ts'
import { askedFor, summarise } from './summary.ts'
import { isConcreteWish } from './wish.ts'

export type Matter = {
  readonly isMatter: boolean
  /** 0 to 1; from 0.5 on it is a matter. */
  readonly score: number
  /** What it went by, for staff to see. */
  readonly words: readonly string[]
  /** The best proposal's category, `other` without one. */
  readonly category: Category
  readonly summary: string
  readonly place?: string
  readonly since?: string
  readonly wanted?: string
  readonly missing: readonly Missing[]
}

/** Something is wrong, in whatever field. */
const trouble = anyOf([
  /(?:一直|老是?|总是?|迟迟|至今|到现在|就是|还是|非|死活)(?:也|都|还)?(?:不|没|要|说|拖|卡|推|跳|坏|停)|(?:办|批|拿|要|收|通)不(?:了|下来|成|好|过|回)/,
  /解决不了|没人(?:管|理|接|来|修|问|知道)|谁谁不|不(?:给|让|管|理|认|批|退|收|受理|接|敢|同意)|推(?:来推去|诿|脱|皮)|踢皮球|互相推|扯皮/,
  /卡(?:着|住|在|了)|拖(?:着|了|欠|很久)|太(?:难|慢|贵|高|重|多|烂|低|远|乱)|不合理|不公平|凭(?:什么|啥)|坏了|烂了|断了|停了|停线|塌|堵|欠(?:着|了|我|俺)/,
  /被(?:罚|扣|封|拆|骗|告|查|冻|停|拒|退|偷|抢|撵|淹)|(?:贴|上)(?:了)?(?:封)?条|小偷|偷了|撵|赶走|涨(?:价|租|了)|收贷|断供|(?:进|出|过|拉|运|发)不(?:来|去|出去|进来|了)/,
  /挖(?:了|断|开|坏)|熏|头晕|排废气|漏(?!报)|让(?:我们?|俺们?)?补|受不了|不方便|不便利|取消了|没法|没办法|干不下去|撑不|活不下去|头疼|愁|难办|困难/,
  /影响(?:生产|经营|出行|发货)|损失|赔钱|亏|还没(?:下来|到|批|办|给|解决|修|通)|没(?:下来|到账|着落|下文|消息|兑现|解决|财产|地方|指标)/,
  /(?:交|缴|付|租|用|还|养|请|买)不起|(?:卖|销)不(?:动|掉|出去)/,
  /没(?:个|有)(?:路灯|灯|信号|网|地方|厕所|站牌)|黑灯瞎火|不敢(?:走|去|出|来|开|说|动|停|让)|(?:味道?|气味)[^，]{0,4}(?:熏|呛|难闻|大得)|(?:垃圾|杂草|粪)[^，]{0,6}(?:堆|没人|臭)/,
  /(?:街道|城管|物业|村里|镇里|局里|所里|协会|上面|他们)[^，]{0,3}(?:非?让|要|叫|逼|强制)(?:我们|俺们|每家|各家)/,
  /(?:货|料|菜|果|鱼|肉|奶|药)(?:都|全)?(?:要)?(?:化|坏|烂|臭|馊|废)(?:了|掉)|老(?:被|是被|来|不)|被(?:卡|挖|占|堵|压)/,
  /(?:开|转|用|修|干|装|卸|接|连|供|跟)不(?:了|起来|动|上)(?!解)|(?:上|起|跟)不(?:来|去)|断断续续|时有时无/,
  /说法不一|一(?:次|人|家)一个说法|来回跑|跑(?:了)?.{0,3}趟|刁难|投诉|举报|维权|一模一样|仿冒|盗用|冒用|卖我们的(?:牌子|商标)/,
])
/** So long already; without a trouble it is half of one. */
const waited =
  /(?:都|已经|等了|拖了|说)?(?:要等)?(?:[一二两俩三仨四五六七八九十几半]+|\d+)多?个?多?(?:天|星期|周|月|年)了|要等(?:半年|一年|好久|几个?月)/
/** Nobody is to be had: 电话都不接, 发了三次消息没人回. Whom it is about is told by the rest. */
const putOff =
  /(?:电话|手机|微信|短信|消息|信息|人)(?:都|也|就|一直|总|老)*(?:不|没人|没有?)(?:接|回|通|见|露面|理)|(?:打|发|找|问)(?:了|过)?.{0,6}(?:都|也|就|一直|总|老)*(?:没人|不|没有?)(?:接|回|理|应|见)/
const asksSoftly =
  /能不能|能否|可否|能管|呗|给.{0,3}(?:介绍|推荐|找|安排)|啥时候(?:才)?能?(?:通|修|给|办|来)|什么时候(?:才)?能?(?:通|修|给|办|来)/
const ownBusiness =
  /我们|俺们|咱们?|我厂|我公司|我司|本公司|厂里|厂子|公司|企业|车间|工地|店里|门口|园区|我(?=.{0,6}(?:款|贷|证|地|货|车|工))/

/** Points of which three make a matter; six are as many as count. */
const enough = 3
const most = 6

/** 能办个通行证不, 想招两个师傅, 给修修: what is wanted, said without asking anybody to help. */
const saidPlainly = anyOf([
  /能(?!.{0,2}(?:补|报|享受|申报|减免|抵扣))(?:给|帮|办|修|通|派|来|找|借|缓|宽限|安排|解决)[^，]{1,16}(?:不|吗|么|没|呗)$/,
  /(?:想|(?<!都|必须|非|硬|每次|次次)要|打算|急需|需要)(?:再)?(?:招|找|请|贷|借|租|买|扩|申请|办|换|装|对接)[^，]{2,}/,
  /(?:给|帮)(?:我们?|俺们?|咱们?|恁)?(?:修|通|催|问|反映|介绍|办|派|查|说)(?:一?下|一修|修|催|问|反映|说|一说|个|几)/,
])
/** Longer than this a wish begins where the asking word does. In characters. */
const longClause = 30
const longestWish = 40

function findWanted(text: string): string | undefined {
  const clauses = splitClauses(text)
  for (const asks of [askedFor, ASKED_OF_PEOPLE, ASKED_SOFTLY, saidPlainly])
    for (const [n, { text: clause }] of clauses.entries()) {
      const found = asks.exec(clause)
      if (!found) continue
      const wish = clause.length > longClause ? clause.slice(found.index) : clause
      // 能不能 alone at the end of a line goes on in the next.
      const whole = wish.length < 4 ? `${wish}${clauses[n + 1]?.text ?? ''}` : wish
      return whole.slice(0, longestWish)
    }
  return undefined
}

/** `text` is in clauses joined by commas. */
function countPoints(text: string, best: CategoryProposal | undefined, words: string[]): number {
  let points = Math.min(best?.score ?? 0, 5) / 2 + (best?.namesTrouble ? 1.5 : 0)
  words.push(...(best?.words ?? []))
  const unheard = putOff.exec(text)
  const complaint = trouble.exec(text) ?? unheard
  if (complaint) {
    points += 2
    words.push(complaint[0])
  }
  if (unheard && best) points += 1
  const asks = asksForAction(text) || askedFor.test(text) || ASKED_OF_PEOPLE.test(text)
  // A wish without a subject ("能不能帮个忙") is no matter yet; one that says what is to be done is.
  if (asks) points += best || complaint ? 2 : 0.5
  else if (asksSoftly.test(text) && best) points += 1.5
  if (isConcreteWish(text)) points += asks && (best || complaint) ? 1 : 2.5
  if (ownBusiness.test(text)) points += 0.5
  // A company tells of what is wrong, and how: of whatever kind it is, that is a matter.
  if (complaint && ownBusiness.test(text) && text.includes('，')) points += 0.5
  if (waited.test(text)) points += 1
  // Somebody who tells a story of several clauses about a subject of ours wants something.
  if (text.includes('，') && (best?.score ?? 0) >= 2) points += 1
  const urgency = proposeUrgency(text)
  if (urgency.urgency === 'critical') points += 3
  else if (urgency.urgency === 'urgent') points += 1
  words.push(...urgency.words)
  return points
}

/** Reads what one person said, bursts joined by line breaks or spaces. */
function read(text: string): Matter {
  const said = splitClauses(text)
    .map((clause) => clause.text)
    .join('，')
  const place = findPlace(text)
  const first = proposeCategory(text)[0]
  // A road in an address is no trouble with roads.
  const best =
    place !== undefined && first?.score === 1 ? proposeCategory(text.replaceAll(place, ' '))[0] : first
  const category = best?.category ?? 'other'
  const words: string[] = []
  let points = countPoints(said, best, words)
  // A rule asked about in the middle of a complaint does not make it a mere question.
  if (looksLikeRuleQuestion(text)) points -= trouble.test(said) ? 1 : 2.5
  const isAside =
    looksLikeSmallTalk(text) || looksLikeConsumerMatter(text) || readFollowUp(text) !== undefined
  if (isAside) points = Math.min(points, 1)
  const score = Math.max(0, Math.min(points, most)) / most
  const since = findSince(text)
  const wanted = findWanted(text)
  return {
    isMatter: points >= enough,
    score,
    words: [...new Set(words)],
    category,
    summary: summarise(text),
    ...(place === undefined ? {} : { place }),
    ...(since === undefined ? {} : { since }),
    ...(wanted === undefined ? {} : { wanted }),
    missing: listMissing(said, category),
  }
}

export const readMatter = remembering(read)
