import { expect, test } from 'vitest'
import type { Dialogue } from '../../../src/conversation/dialogue.ts'
import type { Speaker } from '../../../src/conversation/said.ts'
import type { TurnContent } from '../../../src/conversation/turn.ts'
import { withdrawDialogue } from '../../../src/features/visits/changing/withdraw.dialogue.ts'
import { consentDialogue } from '../../../src/features/visits/findings/consent.dialogue.ts'
import { decideDialogue } from '../../../src/features/visits/findings/decide.dialogue.ts'
import type { FindingOrder } from '../../../src/features/visits/findings/finding-order.ts'
import { listDialogue } from '../../../src/features/visits/lists/list.dialogue.ts'
import { recordDialogue } from '../../../src/features/visits/recording/record.dialogue.ts'
import type { VisitOrder } from '../../../src/features/visits/recording/visit-draft.ts'
import type { Role } from '../../../src/kernel/person.ts'
import { expectDiagram } from '../../support/diagram.ts'
import { explore, type Journey } from '../../support/explore.ts'

const AT = new Date('2026-03-05T10:00:00+08:00')
const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
const speaker = (code: string, ...roles: readonly Role[]): Speaker => ({
  person: { code, name: '邱文', roles },
  personId: 'u-1',
  chat,
  home: chat,
  at: AT,
})
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: `m-${text}`, text }], addressed: 'private' },
})

/** What stands in the books, or reaches somebody else; who may see a firm's words is the firm's own answer to give. */
const BINDING = ['visits.record', 'visits.decide', 'visits.withdraw']
const confirmed: Journey['confirmed'] = ({ kind }) => (BINDING.includes(kind) ? 'needs-yes' : 'free')

const told: VisitOrder = { text: '今天去了铁戈铸造，缺工三十个', answers: [], draft: null, corrects: null }
const finding: FindingOrder = {
  visit: 1,
  n: [1],
  act: 'file',
  appeal: null,
  reason: null,
  consent: null,
  company: null,
}

/** As the feature plans: by what the words say. */
const plan = (order: object, text: string) =>
  text.includes('澜石') || text === ''
    ? { kind: 'asking', question: '“澜石”是哪一家' }
    : text.includes('客厅')
      ? { kind: 'refused', text: '没听出是哪家企业或商会。' }
      : { kind: 'ready', order, preview: '请核对' }
const planned =
  (order: object): Journey['facts'] =>
  (_state, turn) => ({ plan: plan(order, turn.kind === 'say' ? turn.said.text : '今天') })

const explored: readonly { dialogue: Dialogue; journey: Journey }[] = [
  {
    dialogue: recordDialogue,
    journey: {
      starts: {
        'tells of a visit': { turn: say('今天去了铁戈铸造，缺工三十个'), data: told },
        'names two firms at once': { turn: say('今天去了澜石'), data: { ...told, text: '今天去了澜石' } },
        'was somewhere else': { turn: say('去了趟客厅'), data: { ...told, text: '去了趟客厅' } },
        'puts one right': {
          turn: say('走访12 记错了，是昨天'),
          data: { ...told, text: '是昨天', corrects: 12 },
        },
      },
      moves: { 'says what is wrong': say('是昨天'), 'says nothing that helps': say('客厅') },
      facts: planned(told),
      by: speaker('tan', 'leader'),
      confirmed,
    },
  },
  {
    dialogue: decideDialogue,
    journey: {
      starts: {
        'files one': { turn: say('登记 走访1-1'), data: finding },
        'drops one without a reason': {
          turn: say('澜石 走访1-1 不登记'),
          data: { ...finding, act: 'drop' },
        },
        'links one': {
          turn: say('走访1-1 并到 0012'),
          data: { ...finding, act: 'link', appeal: '2026-0012' },
        },
        'names none': { turn: say('登记 客厅'), data: finding },
      },
      moves: { 'gives a reason': say('企业已经自己解决'), 'changes their mind': say('并到 0013') },
      facts: planned(finding),
      by: speaker('qiu', 'staff'),
      confirmed,
    },
  },
  {
    dialogue: withdrawDialogue,
    journey: {
      starts: {
        'takes one back': { turn: say('撤回 走访1'), data: { number: 1, reason: null } },
        'names none of theirs': { turn: say('撤回 客厅'), data: { number: 9, reason: null } },
      },
      moves: { 'says why': say('记重了') },
      facts: planned({ number: 1, reason: null }),
      by: speaker('tan', 'leader'),
      confirmed,
    },
  },
  {
    dialogue: consentDialogue,
    journey: {
      starts: {
        'is asked': {
          turn: { kind: 'invited', data: { visit: 1, lines: [{ n: 1, words: '办证跑了五趟' }] } },
        },
      },
      moves: {
        'agrees in words': say('可以给单位看'),
        'agrees in part': say('不给单位，只给商会'),
        'says something else': say('我看看'),
      },
      facts: () => ({}),
      by: speaker('wu', 'member'),
      confirmed,
    },
  },
  {
    dialogue: listDialogue,
    journey: {
      starts: { asks: { turn: say('走访12'), data: { list: 'one', number: 12 } } },
      moves: {},
      facts: () => ({ text: '走访12' }),
      by: speaker('tan', 'leader'),
      confirmed,
    },
  },
]

for (const { dialogue, journey } of explored)
  test(`${dialogue.name}: every state can be left, resumed and cancelled, and nothing binding is done without a yes`, () => {
    const edges = explore(dialogue, journey)
    expect(edges.length).toBeGreaterThanOrEqual(Object.keys(journey.starts).length)
    expectDiagram(dialogue.name, edges)
  })

test('who may see a firm’s words: the narrower of what was said, and a yes alone is asked again', () => {
  const state = { step: 'asking' as const, visit: 1, lines: [{ n: 1, words: '办证跑了五趟' }] }
  const effectsOf = (content: TurnContent) =>
    consentDialogue.next(state, { by: speaker('wu', 'member'), ...content }, {}).effects
  expect(effectsOf(say('不给单位，只给商会'))).toMatchObject([{ consent: 'chamber' }])
  expect(effectsOf(say('都别往外说'))).toMatchObject([{ consent: 'nobody' }])
  expect(effectsOf(say('可以，给他们看'))).toMatchObject([{ consent: 'unit' }])
  expect(effectsOf({ kind: 'yes' })).toEqual([])
})
