import { expect, it } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { TurnContent } from '../../../../src/conversation/turn.ts'
import { prepareDialogue } from '../../../../src/features/notices/prepare/prepare.dialogue.ts'
import type { PrepareState } from '../../../../src/features/notices/prepare/prepare-state.ts'
import type { Directory } from '../../../../src/kernel/directory.ts'
import { noticeFacts } from '../../../support/notice-facts.ts'

const chat = { platform: 'stdio', account: 'main', kind: 'private', chatId: 'u-song' } as const
const by: Speaker = {
  person: { code: 'song', name: '宋', roles: ['staff'] },
  personId: 'u-song',
  chat,
  home: chat,
  at: new Date('2026-03-02T01:00:00Z'),
}
const group = (code: string, chamber: string, title: string) => ({
  code,
  chamber,
  title,
  platform: 'stdio',
  account: 'main',
  chatId: code,
  audience: 'public' as const,
})
const directory: Directory = {
  version: 1,
  federation: '某县工商联',
  chambers: new Map([
    ['tea', { code: 'tea', name: '茶叶种植商会' }],
    ['oil', { code: 'oil', name: '油脂加工商会' }],
  ]),
  companies: new Map(),
  units: new Map(),
  people: new Map([['fu', { code: 'fu', name: '傅', roles: ['reviewer'] }]]),
  groups: new Map([
    ['tea-group', group('tea-group', 'tea', '茶叶群')],
    ['oil-group', group('oil-group', 'oil', '油脂群')],
  ]),
  responsibilities: [],
}
const facts = noticeFacts(directory)
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: 'm', text }], addressed: 'private' },
})
const begin = (text: string) => {
  const turn = { by, ...say(text) }
  return prepareDialogue.start(turn, facts(undefined, turn), { data: undefined, onTop: false, frame: 'f' })
}
const go = (state: PrepareState, content: TurnContent) => {
  const turn = { by, ...content }
  return prepareDialogue.next(state, turn, facts(state, turn))
}

it('asked for whom, a whole command is read as one', () => {
  const asking = begin('发个通知').state
  expect(go(asking, say('给茶叶商会和油脂商会发个通知')).state).toMatchObject({
    step: 'dictating',
    draft: { audience: { chambers: ['tea', 'oil'] } },
  })
  expect(go(asking, say('通知全体会员：明天上午停水')).state).toMatchObject({
    step: 'confirming',
    draft: { text: '明天上午停水', audience: { everybody: true } },
  })
})

it('asked for whom, a text is kept and the question put again', () => {
  const text = '周五下午三点在二楼会议室开对接会，请带上营业执照。'
  const kept = go(begin('通知').state, say(text))
  expect(kept.state).toMatchObject({ step: 'askingAudience', draft: { text } })
  expect(kept.says[0]?.text).toContain('正文记下了')
  expect(go(kept.state, say('茶叶商会')).state).toMatchObject({ step: 'confirming', draft: { text } })
})

it('a text is not replaced by what was said in answer to whom', () => {
  const kept = go(begin('通知').state, say('周五下午三点在二楼会议室开对接会，请带上营业执照。'))
  const again = go(kept.state, say('这句话也不短，可它不是谁的名字，也不会把正文换掉。'))
  expect(again.state).toEqual(kept.state)
})

it('a change of mind ends it before there is anything to confirm', () => {
  const asking = begin('发个通知').state
  expect(go(asking, { kind: 'no' }).state.step).toBe('abandoned')
  const dictating = go(asking, say('茶叶商会')).state
  expect(dictating.step).toBe('dictating')
  expect(go(dictating, { kind: 'no' }).state.step).toBe('abandoned')
})

it('a preview is changed by naming the words to replace', () => {
  const shown = begin('通知 茶叶商会 周五下午三点开会').state
  expect(go(shown, say('把三点改成两点半')).state).toMatchObject({ draft: { text: '周五下午两点半开会' } })
  expect(go(shown, say('时间改成周五下午两点半')).state).toMatchObject({
    draft: { text: '周五下午三点开会' },
  })
})

it('coming back to a preview is one line, and the text is shown again when asked for', () => {
  const shown = begin('通知 茶叶商会 周五下午三点开会').state
  const [back] = prepareDialogue.resume(shown)
  expect(back?.text).not.toContain('三点')
  expect(back?.choices).toEqual(prepareDialogue.choices?.(shown))
  expect(go(shown, say('看原文')).says[0]?.text).toContain('周五下午三点开会')
})

it.each([
  ['把油脂商会去掉', { exceptChambers: ['oil'] }],
  ['油脂商会就不用发了', { exceptChambers: ['oil'] }],
  ['那个 油脂商会的也发', { chambers: ['tea', 'oil'] }],
  ['还有油脂商会', { chambers: ['tea', 'oil'] }],
])('the audience is changed the way people say it: %s', (text, audience) => {
  const shown = begin('通知 茶叶商会 周五下午三点开会，请准时').state
  expect(go(shown, say(text)).state).toMatchObject({ step: 'confirming', draft: { audience } })
})

it('words of the text are taken out of it, and what is neither text nor name changes nothing', () => {
  const shown = begin('通知 茶叶商会 周五下午三点开会，请准时').state
  expect(go(shown, say('把“，请准时”去掉')).state).toMatchObject({ draft: { text: '周五下午三点开会' } })
  for (const words of ['今天不用发', '把后面那句去掉', '他们都发了'])
    expect(go(shown, say(words)).state).toMatchObject({ draft: { text: '周五下午三点开会，请准时' } })
})

it('whom it reaches is told by name when that is asked', () => {
  const shown = begin('通知 茶叶商会 周五下午三点开会').state
  for (const words of ['看看都有谁', '都发给谁啊', '名单给我看下']) {
    const step = go(shown, say(words))
    expect(step.says[0]?.text).toContain('名册里没有登记的人')
    expect(step.state).toEqual(shown)
  }
})

it('a call for gifts is not sent, and a text in other words may follow for the same people', () => {
  const refused = go(begin('通知 茶叶商会').state, say('请大家踊跃捐款'))
  expect(refused.says[0]?.text).toContain('发起募捐')
  expect(refused.state).toMatchObject({ step: 'dictating', draft: { audience: { chambers: ['tea'] } } })
  // 发起募捐 is an order now, not a text.
  expect(prepareDialogue.takes?.(refused.state)).toBe('rest')
  expect(go(refused.state, say('那改成：请大家注意防汛')).state).toMatchObject({
    step: 'confirming',
    draft: { text: '请大家注意防汛' },
  })
})

it('an order about the time in front of the text is no word of it', () => {
  const shown = begin('通知 茶叶商会 明天上午9点发 周三培训').state
  expect(shown).toMatchObject({ draft: { text: '周三培训', leaves: { kind: 'at' } } })
})

it('an order in passing names whom, and the text is asked for', () => {
  const begun = begin('你好，明天会议的事，通知一下茶叶商会的各位老板，让他们9点前到')
  expect(begun.state).toMatchObject({ step: 'dictating', draft: { audience: { chambers: ['tea'] } } })
  expect(begun.says[0]?.text).toContain('通知的原文请发给我')
})

it('what changed nothing is told without the whole text again', () => {
  const shown = begin('通知 茶叶商会 周五下午三点开会').state
  const step = go(shown, say('不含玉石商会'))
  expect(step.says).toHaveLength(1)
  expect(step.says[0]?.text).not.toContain('————')
  expect(step.says[0]?.choices).toBeDefined()
})

it('不要附件 takes off what was sent, also where it could be fetched again', () => {
  const file = { sha256: 'a'.repeat(64), name: '海报.png', kind: 'image' as const }
  const turn = { by, ...say('通知 茶叶商会 海报见附件') }
  const lastFiles = { lastFiles: [file] }
  const begun = prepareDialogue.start(
    turn,
    { ...facts(undefined, turn), ...lastFiles },
    { data: undefined, onTop: false, frame: 'f' },
  ).state
  expect(begun).toMatchObject({ draft: { files: [{ name: '海报.png' }] } })
  const without = { by, ...say('不要附件') }
  const step = prepareDialogue.next(begun, without, { ...facts(begun, without), ...lastFiles })
  expect(step.state).toMatchObject({ step: 'confirming' })
  expect(step.state).not.toHaveProperty('draft.files')
})
