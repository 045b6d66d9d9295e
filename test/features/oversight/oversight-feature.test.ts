import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../../src/conversation/said.ts'
import { askDesk } from '../../../src/features/oversight/ask.desk.ts'
import type { AskParts } from '../../../src/features/oversight/ask-parts.ts'
import type { Role } from '../../../src/kernel/person.ts'

const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
/** Recognising is pure: whatever it asked of a store would fail here. */
const desk = askDesk({} as AskParts)

function reading(text: string, ...roles: readonly Role[]) {
  return readingTo(undefined, text, ...roles)
}

function readingTo(answered: string | undefined, text: string, ...roles: readonly Role[]) {
  const by: Speaker = {
    person: { code: roles.length > 0 ? 'p' : undefined, name: '某人', roles },
    personId: 'u-1',
    chat: home,
    home,
    at: new Date('2026-03-05T17:30:00+08:00'),
  }
  const said = { text, pieces: [{ message: 'm', text }], addressed: 'private' } as const
  return desk.recognise?.(said, { by, ...(answered === undefined ? {} : { answered }) })[0]
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

  it('an order of theirs is none of our questions, whatever its text says in passing', () => {
    const { score = 0 } =
      reading('通知 农机商会 周三14:30在商会二楼开会，需回执，截止今天18:00', 'staff') ?? {}
    expect(score).toBeLessThan(0.77)
    expect(reading('没办完的按单位排个名', 'staff')?.score).toBe(1)
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
  '转人工',
  '谢谢',
])('a leader may also say what is none of ours: %s', (text) =>
  expect(reading(text, 'leader')).toBeUndefined(),
)

it('what resembles a question of the ledger gives way to a question about a rule', () => {
  expect(reading('企业的情况说说', 'leader')).toMatchObject({ band: 'appeal', score: 0.45 })
})

describe('what goes on with an answer', () => {
  it('does not interrupt another talk, unless it can be said of nothing else', () => {
    expect(reading('继续', 'leader')?.score).toBeLessThan(0.55)
    expect(reading('给我表格', 'leader')?.score).toBeGreaterThan(0.55)
    expect(reading('第二条详细说说', 'leader')?.score).toBeGreaterThan(0.55)
  })

  it('is surely meant in an answer to the very letter', () => {
    const answered = '还有 3 件没办完。\n截至 3月5日 17:30；明细12'
    expect(readingTo(answered, '继续', 'leader')).toMatchObject({
      band: 'role',
      score: 0.9,
      data: { figure: 12 },
    })
  })

  it('is heard from staff too, and a bare number only where nothing else was offered', () => {
    expect(reading('给我表格', 'staff')?.score).toBeGreaterThan(0.3)
    expect(reading('2', 'leader')?.band).toBe('smallTalk')
    expect(reading('给我表格', 'member')).toBeUndefined()
  })
})
