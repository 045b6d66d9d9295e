/** What people say about disclosure, as plain patterns: whose words these are is decided by the roles. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'

export interface DiscloseWords {
  readonly number?: number
  readonly how: 'groups' | 'page'
  readonly final: boolean
}

const LEAD = String.raw`^\s*/?(?:请|帮我|麻烦你?|我要|我想|给我|再)*`
const DRIVE = String.raw`(?:募捐|捐赠|捐款)?\s*(?:#|第)?\s*(\d{1,6})\s*号?`
const ACT = `(?:发布?|做|出|来|更新|重新|再|生成|制作)*(?:一?[次期份]|一下|新的?一期)?(?:的)?`
const FINAL = `(最终|总结|结项|末次|最后一?[次期]?)?的?`
const NOUN = '(?:捐赠|捐款|募捐|善款|爱心)?(?:公示|公开)(?:表|单|名单|情况)?'
const END = String.raw`(?:吧|一下|一期|了)?[，,\s]*((?:只|仅|光)?(?:更新?|发|上|改|放)?(?:到|在)?(?:网页|网上|公示页|页面)(?:上|就行|即可)?(?:[，,]?(?:不|别)(?:往|发)?群里?发?)?|(?:不|别)(?:发|往)群里?发?)?[。.\s]*$`

const ORDERS: readonly RegExp[] = [
  // 公示 募捐3, 发布公示3, 最终公示 募捐3 只更新网页
  new RegExp(`${LEAD}${ACT}${FINAL}${NOUN}(?:一下)?[\\s:：,，]*(?:${DRIVE})?${END}`, 'u'),
  // 募捐3 公示, 募捐3出一期公示, 把募捐3公示一下
  new RegExp(
    `${LEAD}(?:把|给)?募捐\\s*(?:#|第)?\\s*(\\d{1,6})\\s*号?的?[\\s,，]*${ACT}${FINAL}${NOUN}${END}`,
    'u',
  ),
]

/** An order to disclose; a question is none. */
export function readDisclose(text: string): DiscloseWords | undefined {
  const said = toHalfWidth(text).trim()
  if ([...said].length > 40 || asksOfDisclosure(said)) return undefined
  const first = ORDERS[0]?.exec(said)
  const second = first ? undefined : ORDERS[1]?.exec(said)
  const found = first ?? second
  if (!found) return undefined
  const [final, number] = first ? [found[1], found[2]] : [found[2], found[1]]
  return {
    how: found[3] === undefined ? 'groups' : 'page',
    final: final !== undefined,
    ...(number === undefined ? {} : { number: Number(number) }),
  }
}

const ASKS =
  /(?:公示|(?:捐款|捐赠|爱心|善款)(?:的)?(?:名单|明细|去向|情况|账目?)|谁捐了|都有谁捐|捐了多少人).{0,12}(?:在?哪|哪[里儿]|哪看|怎么(?:看|查)|咋(?:看|查)|能看|可以看|看看|查|多久|什么时候|啥时候|几时|第几期|出了?没|有没有|了[吗没么]|[?？吗呢])|(?:在?哪[里儿]?|怎么|咋|想|能不能|可不可以)(?:能|可以)?(?:看|查).{0,8}(?:公示|(?:捐款|捐赠|爱心|善款)(?:的)?(?:名单|明细|去向|账目?))/u

/** 捐款名单在哪看, 公示到第几期了, 钱公示了吗: short, and about gifts. */
export function asksOfDisclosure(text: string): boolean {
  const said = toHalfWidth(text).trim()
  // 公示 alone may be anything's: 职称公示, 拟补助企业公示.
  const isOthers = /职称|补助|项目申报|评审|评选|拟(?:认定|入选|补)|招标|中标|政策/u.test(said)
  return [...said].length <= 40 && ASKS.test(said) && !isOthers
}

/** Of a drive that somebody names in a question: 募捐3公示到哪了. */
export function driveNamed(text: string): number | undefined {
  const found = /募捐\s*(?:#|第)?\s*(\d{1,6})/u.exec(toHalfWidth(text))
  return found ? Number(found[1]) : undefined
}

/** 只更新网页, 别发群: said while the preview is open. */
export const meansPageOnly = (text: string): boolean =>
  /(?:只|仅|光)(?:更新?|发|上|改|放)?(?:到|在)?(?:网页|网上|公示页|页面)|(?:不|别|不要|不用)(?:往|发到?|再发)?群/u.test(
    text,
  )
