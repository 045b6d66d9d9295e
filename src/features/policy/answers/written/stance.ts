/** Whether a sentence turns round what it cites: 可以 for 不得, 最低 for 最高, 每月 for 每年. */

import { boundsAlike } from './bounds.ts'
import { clausesOf, shareIn } from './matter-signs.ts'

/** 不超过 and 不足 are bounds, 不动产 and 未成年人 are things; every other 不 and 未 says no. */
const DENIES =
  /不(?!得?(?:超过|低于|少于|高于|多于)|足|满|到|仅|同|断|动产|但|管|论|限于|只|良|明|当|正当|利|可抗|特定)|禁止|严禁|拒绝|难以|停发|停止|暂停|中止|终止|未(?!成年|来|婚)|无(?:需|须|权|法|正当)|(?<![避以难任])免(?!疫)|没有|取消|除外|非(?=经|因|依)/u
const VERBATIM =
  /每年度?|每月|每季度?|每周|每[日天]|每次|每人|每户|每家|今年|去年|明年|前年|后年|上半年|下半年|本月|下个?月|上个?月|年底|年初|月底|月初|次年|次月|次日|当年|当月|当[日天]|全额|翻番|翻倍|加倍|双倍|减半|半(?!导体)|不封顶|无上限|下周|本周|上周|今天|明天|后天|昨天|立即|马上|永久|长期|终身|全部|所有|一律|免费|必须/gu
const SAME: readonly RegExp[] = [
  /^每[日天]$/u,
  /^当[日天]$/u,
  /^每季度?$/u,
  /^每年度?$/u,
  /^下个?月$/u,
  /^上个?月$/u,
]
/** Share of a clause's matter that has to stand in another for the two to speak of the same. */
const SAME_MATTER = 0.5

/** What of the sentence goes against the words it cites or beyond them; undefined where nothing does. */
export function turnedRound(sentence: string, cited: string): 'denial' | 'bound' | 'rhythm' | undefined {
  if (!deniesAlike(sentence, cited)) return 'denial'
  if (!boundsAlike(sentence, cited)) return 'bound'
  const words = [...sentence.matchAll(VERBATIM)].map(([word]) => word)
  return words.every((word) => stands(word, cited)) ? undefined : 'rhythm'
}

/** Clause by clause: what is cited on the same matter says no where the sentence does, and only there. */
function deniesAlike(sentence: string, cited: string): boolean {
  const theirs = clausesOf(cited)
  if (DENIES.test(sentence) && !DENIES.test(cited)) return false
  return clausesOf(sentence).every((clause) => {
    const denies = DENIES.test(clause)
    const near = theirs
      .map((other) => ({ other, share: shareIn(other, clause) }))
      .filter(({ share }) => share >= SAME_MATTER)
    const most = Math.max(0, ...near.map(({ share }) => share))
    const best = near.filter(({ share }) => share === most)
    // Nothing on this matter alone: then one clause at least must speak the same way.
    const alike = best.length > 0 ? best.map(({ other }) => other) : theirs
    return alike.some((other) => DENIES.test(other) === denies)
  })
}

function stands(word: string, cited: string): boolean {
  if (cited.includes(word)) return true
  if (word === '免费') return /免|不收|不得收/u.test(cited)
  if (word === '必须') return /应|须|需|要/u.test(cited)
  if (word === '全部' || word === '所有' || word === '一律') return /全部|所有|一律|各|均|都|凡/u.test(cited)
  const like = SAME.find((forms) => forms.test(word))
  return like !== undefined && [...cited.matchAll(VERBATIM)].some(([other]) => like.test(other))
}
