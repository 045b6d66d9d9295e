import type { Topic } from '../../mailings/topics.ts'

export const TOPIC_NAMES: Readonly<Record<Topic, string>> = {
  meeting: '会议',
  policy: '政策',
  activity: '活动',
  donation: '募捐',
  other: '其他',
}
