/** What a notice is about, as people may refuse it (mailings/topics.ts). Pure. */
import type { Topic } from '../../../mailings/topics.ts'

const ABOUT_POLICY = /政策[^。\n]{0,8}(?:宣讲|解读|培训|说明|讲座|推介|辅导)|(?:宣讲|解读)[^。\n]{0,6}政策/u
const MEETING =
  /开[^。，,\n]{0,6}会(?!员)|(?:会议|例会|座谈会?|大会|年会|理事会|常务会|推进会|部署会|调度会|对接会|碰头会|议事|到会|参会|与会)/u
const ACTIVITY =
  /活动|培训|讲堂|讲座|论坛|沙龙|参观|考察|展[会览销]|比赛|竞赛|运动会|联谊|团建|体检|招聘会|博览会|采风|研学|晚会|观摩|公益课|读书会|徒步|植树|志愿/u
const POLICY =
  /政策|申报|补贴|补助|奖补|奖励资金|贴息|减免|退税|税收|办法|细则|实施意见|指南|惠企|扶持|专精特新|高新技术企业|高企|认定|贷款贴|稳岗|社保|公积金|资质|年报|统计上报/u

export function readTopic(text: string): Topic {
  if (ABOUT_POLICY.test(text)) return 'policy'
  if (MEETING.test(text)) return 'meeting'
  if (ACTIVITY.test(text)) return 'activity'
  return POLICY.test(text) ? 'policy' : 'other'
}

const NAMES: readonly (readonly [Topic, RegExp])[] = [
  ['donation', /募捐|捐赠|捐款|慈善|公益募/u],
  ['policy', /政策|惠企|申报/u],
  ['activity', /活动|培训|讲座|讲堂|展会|比赛/u],
  ['meeting', /会议|开会/u],
  ['other', /其他|其它|别的|日常|一般/u],
]

/** Topics that words name, in their order there. */
export function topicsIn(words: string): readonly Topic[] {
  return NAMES.map(([topic, pattern]) => ({ topic, at: words.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ topic }) => topic)
}

/** 类别改成活动, 这是政策类的: said while the preview is looked at. */
export function readNewTopic(saying: string): Topic | undefined {
  const found =
    /^(?:把)?(?:类别|分类|类型|类)(?:改[成为]|换成|应该?是|是|[:：])?\s*(.{2,6}?)(?:类)?(?:的|吧)?[。.]?$/u.exec(
      saying.trim(),
    ) ??
    /^(?:这|这个|这份)?(?:应该|其实)?(?:是|算|属于|归)(.{2,4}?)(?:类|通知)(?:的|吧)?[。.]?$/u.exec(
      saying.trim(),
    )
  const [topic, more] = found === null ? [] : topicsIn(found[1] ?? '')
  return more === undefined ? topic : undefined
}
