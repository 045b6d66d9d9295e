/** 谁包: who answers, or answered, for a company or a chamber, by the words alone. Pure. */
import { z } from 'zod'
import { toHalfWidth } from '../../kernel/chinese-numbers.ts'
import { dayOf } from '../../kernel/clock.ts'
import { findPeriod } from '../../kernel/spoken-period.ts'

export const AskedDuty = z.object({
  text: z.string(),
  /** Days, both included; the same for one day. Empty `from`: since always. */
  from: z.string(),
  to: z.string(),
  words: z.array(z.string()),
})
export type AskedDuty = z.infer<typeof AskedDuty>

const ANSWERS = '(?:分?包(?:联|保|抓|片)?|挂联|挂钩|联系|对口联系|分管|代(?:管|包|为?包联|理))'
const WHO = '(?:谁|哪个|哪位|哪一位|哪些人|什么人)(?:县|市|区)?(?:委)?(?:的)?(?:领导|人)?'
const SIGNS: readonly RegExp[] = [
  new RegExp(`${WHO}(?:现在|当时|那时|在|来)*(?:负责)?${ANSWERS}`, 'u'),
  new RegExp(
    `${ANSWERS}(?:的)?(?:领导|人|责任人|县领导|市领导)(?:现在|当时|那时|都|曾经)*(?:是|有|叫)?(?:谁|哪|什么|啥)`,
    'u',
  ),
  new RegExp(`归(?:谁|哪个领导|哪位领导)${ANSWERS}`, 'u'),
  new RegExp(`(?:是)?${WHO}(?:的)?${ANSWERS}(?:企业|点|户)`, 'u'),
]
/** 周县长包哪些企业: the same the other way round; 我包哪些 is asked of one's own scope. */
const OF_WHOM =
  /^(?![^，。]{0,6}[我咱俺您你])(?:请问)?[\p{Script=Han}]{2,16}?(?:现在|今年|都|一共|手上|负责)*(?:分?包(?:联|保|抓|片)?|挂联|挂钩|对口联系|分管|联系)(?:的|了|着)?(?:都)?(?:是|有)?(?:哪些|哪几家?|几家|多少家|啥|什么)(?:企业|公司|商会|厂)?/u
/** All who ever did. */
const EVER = /历任|先后|都有?(?:哪些|谁)|谁(?:都)?(?:分?包|包联|挂联|联系)过|换过|以前|之前都|历史/u
/** A matter's handler is another question, and so is whose are the most. */
const OF_A_MATTER =
  /诉求|最[多少高低慢快]|[几多少]件|没办|未办|超期|逾期|积压|排名|排[个一]|单子|那[件笔]|这[件笔]|办到|进度|捐|通知|会议|材料/u
const LONGEST = 60

export function readDuty(said: string, at: Date): AskedDuty | undefined {
  const text = toHalfWidth(said)
    .replace(/@\S+/gu, ' ')
    .replace(/[\s\u200b-\u200d]+/gu, '')
  if ([...text].length > LONGEST || OF_A_MATTER.test(text)) return undefined
  const words = [...SIGNS, OF_WHOM].map((sign) => sign.exec(text)?.[0]).find((one) => one !== undefined)
  if (words === undefined) return undefined
  const today = dayOf(at)
  const period = findPeriod(text, at)
  if (period !== undefined)
    return { text: text.replace(period.words, ''), ...spanOf(period.period, today), words: [words] }
  return { text, from: EVER.test(text) ? '' : today, to: today, words: [words] }
}

/** What is still to come is not known; a day ahead is asked of the roster as it is written. */
function spanOf({ from, to }: { readonly from: string; readonly to: string }, today: string) {
  return { from, to: from <= today && to > today ? today : to }
}
