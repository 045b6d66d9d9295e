import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../../src/conversation/said.ts'
import { oversightFeature } from '../../../src/features/oversight/oversight.feature.ts'
import type { OversightStore } from '../../../src/features/oversight/oversight.store.ts'
import type { Role } from '../../../src/kernel/person.ts'

const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
/** Recognising is pure: whatever it asked of a store would fail here. */
const feature = oversightFeature({ store: {} as OversightStore })

function reading(text: string, ...roles: readonly Role[]) {
  const by: Speaker = {
    person: { code: roles.length > 0 ? 'p' : undefined, name: '某人', roles },
    personId: 'u-1',
    chat: home,
    home,
    at: new Date('2026-03-05T17:30:00+08:00'),
  }
  return feature.recognise({ text, pieces: [{ message: 'm', text }], addressed: 'private' }, { by })[0]
}

describe('whose question it is', () => {
  it('a leader’s, before their own matters and the documents', () => {
    expect(reading('我包的企业还有几件没办完', 'leader')).toMatchObject({
      band: 'role',
      dialogue: 'oversight.ask',
    })
  })

  it('staff are heard too, and their own lists come first', () => {
    const { band, score = 0 } = reading('还有几件没办完', 'staff') ?? {}
    expect(band).toBe('role')
    expect(score).toBeLessThan(0.8)
  })

  it('a member who asks after others is told kindly, where nobody else claims the words', () => {
    expect(reading('全县一共还有几件没办完', 'member')?.band).toBe('own')
    expect(reading('还有几件没办完', 'member')?.band).toBe('smallTalk')
    expect(reading('天禾农机那个贷款的事到哪了', 'member')).toBeUndefined()
  })

  it('a unit asks after what was given to it, which is not ours', () => {
    expect(reading('手里还有几件没办完', 'handler')).toBeUndefined()
  })
})

it.each([
  '我们村修路的事想反映一下，路面塌了三个月没人管',
  '天禾农机的贷款下个月到期银行不给续，请帮忙协调解决',
  '捐赠情况怎么样',
  '通知发得怎么样了',
  '转人工',
  '谢谢',
])('a leader may also say what is none of ours: %s', (text) =>
  expect(reading(text, 'leader')).toBeUndefined(),
)

it('what resembles a question of the ledger gives way to a question about a rule', () => {
  expect(reading('为什么今年诉求这么多', 'leader')).toMatchObject({ band: 'appeal', score: 0.45 })
})
