/** What is said about the documents themselves, in words that can mean nothing else. */

import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { Said } from '../../../conversation/said.ts'
import { may } from '../../../kernel/person.ts'
import { withoutCalls } from '../said-to-us.ts'

const LIST =
  /^(?:请问|想问下?|现在|目前|都|能查的?|我能查)*(?:有|能查)(?:哪些|什么|啥)(?:政策|政策文件|文件)(?:可以?查|能查)?(?:吗|呢|啊)?$|^(?:政策)?文件(?:清单|列表|目录)$|^(?:列一?下|看看|列出)(?:政策)?文件$/u
const ADD = /^(?:文件|政策|这[个份]文件|把这[个份]?文件|请)*入库(?:吧|一下)?$/u
const REMOVE = /^\s*(?:请|帮我|把)?(?:删除|删掉|移除|撤下)(?:政策)?文件[\s:：]*(.*?)\s*$/su

export function readLibraryWords(said: Said, { by }: Listening): readonly Reading[] {
  const text = withoutCalls(said.text)
  const bare = text.replace(/[\s\p{P}]/gu, '')
  const allowed = may(by.person, 'policy.manage')
  const command = { band: 'command', score: 1 } as const
  if (LIST.test(bare))
    return [{ ...command, dialogue: 'policy.list', words: [text], label: '看政策文件清单' }]
  if (ADD.test(bare))
    return [{ ...command, dialogue: 'policy.add', words: ['入库'], label: '文件入库', data: { allowed } }]
  const removal = REMOVE.exec(text)
  if (removal === null) return []
  const data = { words: removal[1] ?? '', allowed }
  return [{ ...command, dialogue: 'policy.remove', words: ['删除文件'], label: '删除政策文件', data }]
}
