/** 匿名就行, 写公司名, 可以公开我的名字, 以后别写我名字: how a donor wants to be shown. Pure. */
import type { Consent } from '../gift.ts'

const NO = '(?:不|别|勿|莫|甭|无需|拒绝|取消|撤回|撤销|不要|不想|不用|不愿意?|不同意|不希望|不再)'
const SHOW = '(?:写|署|公开|公布|公示|登|留|露|透露|提|出现|显示|挂|署上|写上|登上|列出?)'
const NAME = '(?:名字?|姓名|全名|真名|实名|大名|名号|署名|名单|信息|我)'

const HIDDEN = new RegExp(
  `匿名|无名|隐名|保密|${NO}[^，。,.;；]{0,6}(?:${SHOW}[^，。,.;；]{0,8}|实名|署名|留名)|(?:把|将)?(?:我|我们|公司)?[^，。,.]{0,4}(?:名字?|姓名|署名)(?:给)?(?:去掉|拿掉|删掉?|撤掉?|撤下来?|隐去|抹掉)|不(?:留|署|写)名`,
  'u',
)
const COMPANY = new RegExp(
  `(?:只|就|光|仅)?${SHOW}(?:一下|上)?(?:我们?)?(?:的)?(?:公司|企业|单位|厂|商号|店)(?:的)?(?:名|全称|名称|名字)?|(?:公司|企业|单位|厂)(?:名|名称|名义|全称)?(?:可以|能)?(?:署名|公开|公示|上榜)|用(?:我们?)?(?:公司|企业|单位|厂)(?:的)?(?:名字?|全称|名称)$`,
  'u',
)
const NAMED = new RegExp(
  `实名|(?:可以|同意|愿意|能|要|想|就|请)?${SHOW}(?:一下|上)?(?:我|本人|自己)?(?:的)?${NAME}|(?:同意|可以|愿意)(?:公开|公示|署名)|^(?:署名|公开|写名|留名|具名)[吧的了]?$`,
  'u',
)

const SHOWN_AGAIN = /(?:不用|无需|不必|不要|取消|不)(?:再)?(?:匿名|保密)/u

/**
 * Undefined where nothing is said of it. Clause by clause, the last one counts; `hidden` outweighs in its own clause:
 * 别写我名字，写公司名 means the company.
 */
export function readConsent(text: string): Consent | undefined {
  let consent: Consent | undefined
  for (const clause of text.split(/[，。,.;；\n]|就行|就好/u)) {
    if (SHOWN_AGAIN.test(clause)) consent = 'named'
    else if (HIDDEN.test(clause)) consent = 'anonymous'
    else if (COMPANY.test(clause)) consent = 'company'
    else if (NAMED.test(clause)) consent = 'named'
  }
  return consent
}
