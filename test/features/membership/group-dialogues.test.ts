import { describe, expect, it, test } from 'vitest'
import type { Speaker } from '../../../src/conversation/said.ts'
import type { TurnContent } from '../../../src/conversation/turn.ts'
import {
  bindGroupDialogue,
  unbindGroupDialogue,
} from '../../../src/features/membership/bind-group.dialogue.ts'
import {
  readBindGroup,
  readListening,
  readUnbindGroup,
} from '../../../src/features/membership/group-words.ts'
import { listeningDialogue } from '../../../src/features/membership/listening.dialogue.ts'
import { nearestGroups } from '../../../src/features/membership/nearest-groups.ts'
import { expectDiagram } from '../../support/diagram.ts'
import { explore } from '../../support/explore.ts'

const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-song' } as const
const group = { platform: 'stdio', account: 'stdio', kind: 'group', chatId: 'g-tea' } as const
const by: Speaker = {
  person: { code: 'song', name: '宋敏', roles: ['staff'] },
  personId: 'u-song',
  chat: group,
  home,
  at: new Date('2026-03-05T10:00:00+08:00'),
}
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: 'm', text }], addressed: 'mention' },
})

describe('what is said about the group', () => {
  test.each([
    ['本群收诉求 开', true],
    ['本群收诉求　开启', true],
    ['／本群收诉求 打开', true],
    ['开启本群收诉求', true],
    ['把本群收诉求打开吧', true],
    ['本群收诉求：关', false],
    ['本群收诉求关闭了', false],
    ['请关闭本群收诉求', false],
    ['本群收诉求 关掉', false],
    ['本群收诉求', null],
    ['本群收诉求开着吗', null],
    ['本群收诉求开了没', null],
    ['本群收诉求状态', null],
  ])('%s', (text, on) => expect(readListening(text)).toEqual({ on }))

  test.each(['收诉求', '本群诉求很多', '开', '本群收诉求的事你跟老王说一下他不同意', '我的诉求', '本群收款'])(
    '%s is about something else',
    (text) => expect(readListening(text)).toBeUndefined(),
  )

  test.each([
    ['绑定本群 machinery-group', 'machinery-group'],
    ['／绑定本群：tea-group', 'tea-group'],
    ['请把本群绑定为“农机商会群”', '农机商会群'],
    ['绑定本群', ''],
    ['绑定本群tea-group。', 'tea-group'],
  ])('%s', (text, code) => expect(readBindGroup(text)).toBe(code))

  test('a code for a person is not one for a group', () => {
    expect(readBindGroup('绑定 K7PM2Q9X')).toBeUndefined()
    expect(['解绑本群', '本群解绑', '请解除绑定本群'].map(readUnbindGroup)).toEqual([true, true, true])
    expect(readUnbindGroup('解绑')).toBe(false)
  })

  test('the nearest are the most alike by code or title', () => {
    const groups = [
      { code: 'tea-group', title: '茶业商会群' },
      { code: 'machinery-group', title: '农机商会群' },
      { code: 'office-group', title: '工商联工作群' },
      { code: 'zz', title: '别的' },
    ]
    expect(nearestGroups('machinary', groups)[0]?.code).toBe('machinery-group')
    expect(nearestGroups('茶业', groups).map(({ code }) => code)).toHaveLength(3)
    expect(nearestGroups('茶业', groups)[0]?.code).toBe('tea-group')
  })
})

it('the switch is turned by who may, in the group, and not twice', () => {
  const walk = (listening: boolean, speaker = by) =>
    explore(listeningDialogue, {
      by: speaker,
      starts: {
        'switches on': { turn: say('本群收诉求 开'), data: { on: true, allowed: true } },
        'switches off': { turn: say('本群收诉求 关'), data: { on: false, allowed: true } },
        asks: { turn: say('本群收诉求'), data: { on: null, allowed: true } },
        'may not': { turn: say('本群收诉求 开'), data: { on: true, allowed: false } },
      },
      moves: {},
      facts: () => ({ listening }),
      // Whoever says it has the right to, and it is taken back by one word.
      confirmed: () => 'free',
    })
  const off = walk(false)
  expectDiagram(listeningDialogue.name, off)
  const done = (edges: typeof off) => edges.filter(({ effects }) => effects.length > 0).map((edge) => edge.by)
  expect(done(off)).toEqual(['switches on'])
  expect(done(walk(true))).toEqual(['switches off'])
  expect(done(walk(false, { ...by, chat: home }))).toEqual([])
})

const machinery = { code: 'machinery-group', title: '农机商会群' }
const tea = { code: 'tea-group', title: '茶业商会群' }

it('a group is bound at once where nobody loses it, and after a yes where somebody does', () => {
  const bindings: Record<string, object> = {
    free: { group: machinery, nearest: [], isAliveElsewhere: false },
    elsewhere: { group: machinery, nearest: [], isAliveElsewhere: true },
    instead: { group: machinery, here: tea, nearest: [], isAliveElsewhere: false },
    same: { group: machinery, here: machinery, nearest: [], isAliveElsewhere: false },
    unknown: { nearest: [tea, machinery], isAliveElsewhere: false },
    empty: { nearest: [], isAliveElsewhere: false },
  }
  const walk = (kind: string, starts: Parameters<typeof explore>[1]['starts'], speaker = by) =>
    explore(bindGroupDialogue, {
      by: speaker,
      starts,
      moves: { 'says something else': say('等一下') },
      facts: (state) => (state === undefined ? { binding: bindings[kind] } : {}),
      confirmed: (_effect, before) => (before === undefined ? 'free' : 'needs-yes'),
    })
  const data = { code: 'machinery-group', allowed: true }
  const turn = say('绑定本群 machinery-group')
  const edges = [
    ...walk('free', { 'names a group that no chat is': { turn, data } }),
    ...walk('elsewhere', { 'names a group that another chat is': { turn, data } }),
    ...walk('instead', { 'names another group than this is': { turn, data } }),
    ...walk('same', { 'names what this is': { turn, data } }),
    ...walk('unknown', {
      'names none of the roster': { turn, data },
      'names nothing': { turn, data: { ...data, code: '' } },
    }),
    ...walk('empty', { 'has no groups': { turn, data } }),
    ...walk('free', { 'may not': { turn, data: { ...data, allowed: false } } }),
  ]
  expectDiagram(bindGroupDialogue.name, [
    ...new Map(edges.map((edge) => [JSON.stringify(edge), edge])).values(),
  ])
  expect(
    walk('free', { privately: { turn, data } }, { ...by, chat: home }).flatMap(({ effects }) => effects),
  ).toEqual([])
})

it('a group is let go by who may', () => {
  const walk = (binding: object, speaker = by) =>
    explore(unbindGroupDialogue, {
      by: speaker,
      starts: {
        'lets it go': { turn: say('解绑本群'), data: { allowed: true } },
        'may not': { turn: say('解绑本群'), data: { allowed: false } },
      },
      moves: {},
      facts: () => ({ binding }),
      // It is bound again by one line.
      confirmed: () => 'free',
    })
  const edges = walk({ here: tea, nearest: [], isAliveElsewhere: false })
  expectDiagram(unbindGroupDialogue.name, edges)
  expect(edges.filter(({ effects }) => effects.length > 0).map((edge) => edge.by)).toEqual(['lets it go'])
  expect(walk({ nearest: [], isAliveElsewhere: false }).flatMap(({ effects }) => effects)).toEqual([])
  expect(
    walk({ here: tea, nearest: [], isAliveElsewhere: false }, { ...by, chat: home }).flatMap(
      ({ effects }) => effects,
    ),
  ).toEqual([])
})
