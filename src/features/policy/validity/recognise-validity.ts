/** What staff say about when documents hold. Anybody else's words are a question, or something else. */

import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { Said } from '../../../conversation/said.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import { withoutCalls } from '../said-to-us.ts'
import { readTimeOrder } from './read-time-order.ts'

const ENDING =
  /^(?:请|帮我|看看|查一?下|列一?下|有)*(?:哪些|什么)?(?:政策)?(?:快要?|将要?|即将|马上|最近|这个月|本月|三十天内|30天内)(?:到期|失效|过期)的?(?:政策)?(?:文件)?(?:有)?(?:哪些|什么)?$|^(?:请问?|看看)?(?:现在|最近)?有?(?:哪些|什么)(?:政策)?文件(?:快要?|将要?|即将|马上|最近|这个月|本月)?(?:要)?(?:到期|过期|失效)了?$|^(?:政策)?文件(?:到期|有效期)(?:提醒|清单|情况)?$|^到期(?:的)?文件(?:清单)?$/u
const LINKS =
  /^(?:请|帮我|看看|查看|核对|确认|处理)*(?:待?确认的?|待核对的?)?(?:政策)?文件(?:之间的?|的)?(?:新旧)?关系(?:确认|核对|清单)?$|^(?:待?确认的?)?(?:废止|修订|替代|新旧)关系$/u

export function readValidityWords(said: Said, { by, inProgress }: Listening): readonly Reading[] {
  if (!may(by.person, 'policy.manage')) return []
  const text = withoutCalls(said.text)
  const bare = text.replace(/[\s\p{P}]/gu, '')
  const command = { band: 'command', score: 1 } as const
  if (ENDING.test(bare))
    return [{ ...command, dialogue: 'policy.ending', words: [text], label: '看快到期的文件' }]
  // Said while they are being asked about it goes on with that one, so that nothing is asked twice.
  if (LINKS.test(bare) && inProgress === 'policy.links') return []
  if (LINKS.test(bare))
    return [{ ...command, dialogue: 'policy.links', words: [text], label: '确认文件关系' }]
  const order = readTimeOrder(text, dayOf(by.at))
  if (order === undefined) return []
  return [
    { ...command, dialogue: 'policy.time-order', words: [text], label: '改文件的有效日期', data: order },
  ]
}
