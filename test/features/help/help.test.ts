import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Said, Speaker } from '../../../src/conversation/said.ts'
import type { Turn, TurnContent } from '../../../src/conversation/turn.ts'
import { answerDialogue } from '../../../src/features/help/help.dialogue.ts'
import { helpFeature } from '../../../src/features/help/help.feature.ts'
import { helpTexts } from '../../../src/features/help/help.texts.ts'
import { readTopic } from '../../../src/features/help/help-words.ts'
import { ROLES, type Role } from '../../../src/kernel/person.ts'
import { expectDiagram } from '../../support/diagram.ts'
import { explore } from '../../support/explore.ts'

const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' } as const
const group = { platform: 'stdio', account: 'stdio', kind: 'group', chatId: 'g-machinery' } as const
const by = (roles: readonly Role[] = ['member'], chat: Speaker['chat'] = home): Speaker => ({
  person: { code: 'he', name: '何志平', roles },
  personId: 'u-he',
  chat,
  home,
  at: new Date('2026-03-05T17:30:00+08:00'),
})
const saidOf = (text: string): Said => ({ text, pieces: [{ message: 'm-1', text }], addressed: 'private' })
const say = (text: string): TurnContent => ({ kind: 'say', said: saidOf(text) })
const answer = (text: string, speaker = by()) => {
  const turn: Turn = { by: speaker, ...say(text) }
  return answerDialogue.start(turn, {}, { data: { topic: readTopic(text) }, onTop: false, frame: 'fr-1' })
}

describe('what is asked about the house itself', () => {
  it.each([
    ['abilities', '能帮我做什么'],
    ['abilities', '你能做什么'],
    ['abilities', '你都能干些啥呀'],
    ['abilities', '怎么用'],
    ['abilities', '帮助'],
    ['abilities', '/help'],
    ['abilities', '你好，请问你能帮我们办哪些事？'],
    ['abilities', '你有什么功能'],
    ['abilities', '@小娘 你会啥'],
    ['orders', '诉求命令'],
    ['orders', '命令大全'],
    ['orders', '有哪些命令'],
    ['who', '你是谁'],
    ['who', '你是机器人吗'],
    ['who', '是真人吗？'],
    ['who', '你是人还是机器人'],
    ['who', '您哪位'],
    ['human', '转人工'],
    ['human', '我要找真人'],
    ['human', '有没有人工客服吗'],
    ['call', '在不'],
    ['call', '你好'],
    ['call', '@小娘 '],
    ['call', ''],
    ['call', '在吗，有个事想问一下'],
    ['call', '？？'],
    ['agreed', '好的'],
    ['agreed', '嗯嗯'],
    ['agreed', '行，知道了'],
    ['agreed', '算了'],
    ['thanks', '谢谢'],
    ['thanks', '好的，谢谢您了'],
    ['thanks', '辛苦了🌹'],
    ['redPacket', '发个红包呗'],
    ['chatter', '哈哈哈'],
    ['chatter', '👍'],
    ['chatter', '新年快乐'],
  ])('%s: %s', (topic, text) => expect(readTopic(text)).toBe(topic))

  it.each([
    '我们厂停电三天了',
    '在吗，我们的贷款到期了银行不给续',
    '机器人焊接设备能不能享受补贴',
    '你们能不能帮我协调一下用电',
    '怎么用工补贴还没到账',
    '我的诉求到哪一步了',
    '红包税怎么交，公司发的红包要不要交个税',
    '谢谢，另外路口限高的事也反映一下',
    '收到',
    '确认',
    '有工作人员一直不给办',
  ])('is none of ours: %s', (text) => expect(readTopic(text)).toBeUndefined())

  it('a photo without words is no call', () => {
    const file = { sha256: 'a', name: 'a.jpg', kind: 'image' } as const
    const said: Said = {
      text: '',
      pieces: [{ message: 'm-1', text: '', files: [file] }],
      addressed: 'mention',
    }
    expect(helpFeature().recognise(said, { by: by([], group) })).toEqual([])
  })
})

describe('abilities', () => {
  it('are told in at most five lines, with an example, and as a program, whatever roles somebody holds', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), (roles) => {
        const text = helpTexts.abilities('云岭县工商业联合会', roles)
        const lines = text.split('\n')
        expect(lines.length).toBeLessThanOrEqual(5)
        expect(lines.length).toBeGreaterThanOrEqual(3)
        expect(lines[0]).toContain('是个程序，不是真人')
        expect(text).toMatch(/“.+”/u)
        expect(text).not.toMatch(/[！!]|亲[，,~]/u)
      }),
    )
  })

  it('nobody with several roles misses one of the first four', () => {
    const text = helpTexts.abilities('云岭县工商业联合会', ['staff', 'reviewer', 'leader'])
    expect(text).toContain('还有几件没办完')
    expect(text).toContain('派单 0012')
    expect(text).toContain('确认发送')
  })

  it('in a group only the short line is said aloud', () => {
    const { says } = answer('你能做什么', by(['leader'], group))
    expect(says.filter(({ to }) => to === 'here').map(({ text }) => text)).toEqual([
      helpTexts.abilitiesInGroup(),
    ])
  })
})

describe('a call', () => {
  it('in a group is answered shortly, and the next lines are listened to', () => {
    expect(answer('@娘家 在不', by([], group))).toMatchObject({
      says: [{ text: '在的，您请说。', to: 'here' }],
      listenMinutes: 5,
    })
  })

  it('in private says what is speaking, and listens anyway', () => {
    const taken = answer('你好')
    expect(taken.says[0]?.text).toContain('是程序，不是真人')
    expect(taken.listenMinutes).toBeUndefined()
  })
})

it('never takes words away from a dialogue in progress but for a question about itself', () => {
  const bandOf = (text: string) => helpFeature().recognise(saidOf(text), { by: by() })[0]?.band
  expect(bandOf('你好')).toBe('smallTalk')
  expect(bandOf('谢谢')).toBe('smallTalk')
  expect(bandOf('你是机器人吗')).toBe('command')
})

it('answers once and awaits nothing, as its diagram says', () => {
  const texts = ['你能做什么', '你是谁', '转人工', '你好', '谢谢', '发个红包', '哈哈']
  const edges = explore(answerDialogue, {
    by: by(),
    starts: Object.fromEntries(
      texts.map((text) => [readTopic(text) ?? text, { turn: say(text), data: { topic: readTopic(text) } }]),
    ),
    moves: {},
    facts: () => ({}),
    confirmed: () => 'needs-yes',
  })
  expectDiagram('help.answer', edges)
})
