import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../../src/conversation/said.ts'
import { openedByModel, readQuestion } from '../../../src/features/policy/answers/recognise-question.ts'
import { readLibraryWords } from '../../../src/features/policy/library/recognise-library.ts'

const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u' } as const
const staff: Speaker = {
  person: { code: 'song', name: '宋敏', roles: ['staff'] },
  personId: 'u',
  chat: home,
  home,
  at: new Date('2026-03-02T09:00:00+08:00'),
}
const member: Speaker = { ...staff, person: { code: 'he', name: '何志平', roles: ['member'] } }
/** As the desks are asked: what is said about the documents comes first. */
function read(text: string, by: Speaker = staff) {
  const said = { text, pieces: [{ message: 'm', text }], addressed: 'private' } as const
  return [...readLibraryWords(said, { by }), ...readQuestion(said)].slice(0, 1)
}

describe('words to the policy desk', () => {
  it.each([
    ['有哪些政策文件？', 'policy.list'],
    ['@娘家 现在有什么政策文件', 'policy.list'],
    ['政策文件清单', 'policy.list'],
    ['把这份文件入库', 'policy.add'],
    ['删除文件 用水.md', 'policy.remove'],
    ['补贴标准是多少', 'policy.answer'],
  ])('%s', (text, dialogue) => {
    expect(read(text)).toMatchObject([{ dialogue }])
  })

  it.each(['有哪些扶持外贸企业的政策文件', '文件收到了', '入库的货被水泡了', '帮我删除', '在吗'])(
    'are not: %s',
    (text) => {
      expect(read(text).filter(({ band }) => band === 'command')).toEqual([])
    },
  )

  it('say what is to be removed and whether this person may', () => {
    expect(read('@小娘 删除文件：用水.md')).toMatchObject([{ data: { words: '用水.md', allowed: true } }])
    expect(read('删除文件 用水.md', member)).toMatchObject([{ data: { allowed: false } }])
    expect(read('删除文件')).toMatchObject([{ data: { words: '' } }])
  })

  it('may be proposed by a model for a question only', () => {
    expect(openedByModel('policyQuestion')).toMatchObject({ dialogue: 'policy.answer', band: 'policy' })
    expect(openedByModel('appeal')).toBeUndefined()
  })
})
