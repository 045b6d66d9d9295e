/** Which words ask what one's own company may apply for, tell of it, or mark what a policy asks. */

import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { Said } from '../../../conversation/said.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import { withoutCalls } from '../said-to-us.ts'
import type { ProfileData } from './profile.dialogue.ts'
import { readFacts } from './read-facts.ts'
import { asksForAction, type MatchData, NO_NAME, readMatchAsk } from './read-match-ask.ts'

const PROFILE =
  /^(?:看看?|完善|更新|修改|改一?下|补充|填一?下?|填写|登记|录入)?(?:一下)?(?:我们?|俺们?)?(?:公司|企业|厂)?(?:的)?(?:企业|公司)(?:资料|档案|画像|基本情况|信息|情况)(?:登记|填写|更新)?[\s:：，,]*(.*)$/su
const DROP =
  /^(?:删除|删掉|清空|清除|不要记)(?:我们?)?(?:的)?(?:企业|公司)(?:资料|档案|画像|信息)(.*)$|^(?:企业|公司)资料(?:里的?)?(?:删除|删掉|去掉)(.+)$/su
const REMIND_ON =
  /^(?:我要|开|开通|打开|开启|订阅|要|设置|开一?下)*(?:政策|申报|申报截止|截止)(?:的)?提醒(?:我)?(?:吧|一下)?$|^(?:政策|申报)(?:快)?(?:截止|到期)(?:前|了|的时候)*(?:要)?(?:提醒|通知|告诉)(?:我|我们|一下|一声)*$/u
const REMIND_OFF =
  /^(?:取消|关闭|关掉|关了|停止|停掉|停|退订|不要|不用|不需要|别发|别再发|不想[要收])(?:再)?(?:收)?(?:到)?(?:政策|申报)(?:的)?(?:截止)?提醒(?:了|我|吧)*$|^(?:政策|申报)提醒(?:取消|关闭|关掉|不要|停)(?:了|吧)?$/u

const MARK =
  /^(?:请|帮我|我要)?(?:给|为)?(.{0,40}?)(?:标|标注|标记|设|设置|录入?|修改|改)(?:一?下)?(?:申报|申请|政策|匹配)?条件[\s:：]*(.*)$/su
const OFFERS =
  /^(?:看看?|列出|查看)?(?:已|已经)?(?:标了?(?:条件)?的?|标过(?:条件)?的?|可申报的?|能申报的?)(?:政策|文件)(?:清单|列表|有哪些|都有哪些)?$|^(?:申报|政策)条件(?:清单|列表)$/u
const CLOSE = /^(?:停止|结束|关闭|撤下|停)(?:申报|匹配|对照)[\s:：]*(.*)$/su
const WHO =
  /^(?:看看?|查一?下|统计一?下?)?(?:有)?(?:哪些|哪几家|多少家?|谁)(?:家)?(?:企业|公司|会员|会员企业)?(?:能|可以|够)?(?:符合|申请|申报|报|享受|条件够|够得上)(.{2,30}?)(?:的)?(?:条件|要求)?(?:的)?[？?]?$/su

export function readMatchingWords(said: Said, { by, inProgress }: Listening): readonly Reading[] {
  const text = withoutCalls(said.text)
  if ([...text].length > 400) return []
  const line = text.replace(/[。！!]+$/u, '')
  const staff = may(by.person, 'policy.manage') ? readStaff(line) : undefined
  if (staff !== undefined) return [staff]
  const own = readOwn(line, dayOf(by.at))
  if (own !== undefined) return [own]
  const asked = readMatchAsk(line, by.chat.kind === 'group')
  if (asked === undefined) return []
  // In the middle of another matter the documents answer aside: this talk would ask questions of its own.
  if (asked.words !== undefined && inProgress !== undefined && !inProgress.startsWith('policy.')) return []
  return [match(asked, asked.words === undefined ? 0.9 : 0.75, line)]
}

const match = (data: MatchData, score: number, words: string): Reading => ({
  dialogue: 'policy.match',
  band: 'own',
  score,
  words: [words],
  label: '对照申报条件',
  data,
})

function readOwn(line: string, today: string): Reading | undefined {
  const command = { band: 'command', score: 1, words: [line] } as const
  const bare = line.replace(/[\s，,。]/gu, '')
  if (REMIND_OFF.test(bare))
    return { ...command, dialogue: 'policy.reminding', label: '取消申报提醒', data: { on: false } }
  if (REMIND_ON.test(bare))
    return { ...command, dialogue: 'policy.reminding', label: '开申报提醒', data: { on: true } }
  const drop = DROP.exec(line)
  if (drop !== null) {
    const data: ProfileData = { words: (drop[1] ?? drop[2] ?? '').trim(), drop: true }
    return { ...command, dialogue: 'policy.profile', label: '删除企业资料', data }
  }
  const profile = PROFILE.exec(line)
  if (profile === null) return undefined
  const words = (profile[1] ?? '').trim()
  // 公司情况：欠款三个月 is a trouble that is told, and no profile.
  if (words !== '' && (Object.keys(readFacts(words, today)).length === 0 || asksForAction(words)))
    return undefined
  const data: ProfileData = { words, drop: false }
  return { ...command, dialogue: 'policy.profile', label: '企业资料', data }
}

function readStaff(line: string): Reading | undefined {
  const command = { band: 'command', score: 1, words: [line] } as const
  const bare = line.replace(/\s+/gu, '')
  if (OFFERS.test(bare)) return { ...command, dialogue: 'policy.offers', label: '已标政策' }
  const mark = MARK.exec(line)
  if (mark !== null && !/[？?吗]/u.test(line)) {
    const words = inMarksOut((mark[2] ?? '').trim() || (mark[1] ?? '').trim())
    return { ...command, dialogue: 'policy.mark', label: '标申报条件', data: { words } }
  }
  const close = CLOSE.exec(line)
  if (close !== null) {
    const data = { words: inMarksOut((close[1] ?? '').trim()) }
    return { ...command, dialogue: 'policy.close-offer', label: '停止申报', data }
  }
  const who = WHO.exec(bare)
  if (who === null || NO_NAME.test(who[1] ?? '')) return undefined
  const words = inMarksOut(who[1] ?? '')
  return {
    dialogue: 'policy.who-fits',
    band: 'role',
    score: 0.9,
    words: [line],
    label: '看哪些企业符合',
    data: { words },
  }
}

const inMarksOut = (words: string) => words.replace(/^《(.+)》$/u, '$1').trim()
