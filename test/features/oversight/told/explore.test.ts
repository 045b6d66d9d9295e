import { expect, test } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import type { TurnContent } from '../../../../src/conversation/turn.ts'
import { digestDialogue } from '../../../../src/features/oversight/told/digest.dialogue.ts'
import type { Prepared } from '../../../../src/features/oversight/told/digest.ts'
import { wishDialogue } from '../../../../src/features/oversight/told/wish.dialogue.ts'
import { expectDiagram } from '../../../support/diagram.ts'
import { explore } from '../../../support/explore.ts'

const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
const by: Speaker = {
  person: { code: 'wang', name: '王某', roles: ['leader'] },
  personId: 'u-1',
  chat,
  home: chat,
  at: new Date('2026-03-05T08:00:00+08:00'),
}
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: `m-${text}`, text }], addressed: 'private' },
})
const prepared = (of: Partial<Prepared> = {}): Prepared => ({
  ...{ day: '2026-03-05', from: '2026-03-04', to: '2026-03-04', since: '2026-03-04T00:00:00.000Z' },
  ...{ companies: 2, chambers: 1, fresh: [], overdue: [], newlyOverdue: 0, done: [], unsatisfied: [] },
  isWhole: true,
  ...of,
})
const invited: TurnContent = { kind: 'invited', data: { day: '2026-03-05' } }
const begin = (waiting: object | undefined, more: object = {}) =>
  digestDialogue.start(
    { by, ...invited },
    { ...(waiting === undefined ? {} : { waiting }), ...more } as never,
    { data: { day: '2026-03-05' }, onTop: false, frame: 'f' },
  )
const waiting = (of: Partial<Prepared> = {}, receipts: string | null = null) => ({
  prepared: prepared(of),
  receipts,
  isNearEnd: true,
})
const standing = (head: string, lines = ['一项']) => ({ head, lines, definition: '', aloud: '' })

test('the digest is told on a morning with news and leaves nothing open', () => {
  const edges = explore(digestDialogue, {
    starts: { 'is invited': { turn: invited, data: { day: '2026-03-05' } } },
    moves: {},
    facts: () => ({ waiting: waiting({ fresh: ['2026-0001'] }) }),
    by,
    confirmed: () => 'free',
  })
  expectDiagram('oversight.digest', edges)
})

test('nothing changed, nothing said; what is owed of visits is no news by itself', () => {
  expect(begin(undefined).effects).toEqual([])
  expect(begin(waiting({ overdue: ['2026-0001'] })).effects).toEqual([])
  expect(begin(waiting(), { visits: standing('本季度还欠走访 2 次') }).effects).toEqual([])
})

test('receipts are news where they changed, instructions where they came back since', () => {
  const receipts = standing('通知57 还有 3 人没回')
  expect(begin(waiting({}, receipts.head), { receipts }).effects).toEqual([])
  expect(begin(waiting({}, '通知57 还有 5 人没回'), { receipts }).effects).toHaveLength(1)
  expect(begin(waiting(), { receipts: standing('通知57 都回了', []) }).effects).toEqual([])
  const tasks = (state: string, reportedAt: string) => ({
    tasks: { tasks: [{ task: { number: 'J-0001', state, reportedAt: new Date(reportedAt) } }] },
  })
  expect(begin(waiting(), tasks('reported', '2026-03-04T10:00:00+08:00')).effects).toHaveLength(1)
  expect(begin(waiting(), tasks('reported', '2026-03-03T10:00:00+08:00')).effects).toEqual([])
  expect(begin(waiting(), tasks('received', '2026-03-04T10:00:00+08:00')).effects).toEqual([])
})

test('a wish about the digest is settled at once, or by the hour', () => {
  const edges = explore(wishDialogue, {
    starts: {
      'another hour': { turn: say('早报换个时间'), data: { kind: 'hour', minute: null } },
      'at half past seven': { turn: say('早报改到7点半'), data: { kind: 'hour', minute: 450 } },
      'at midnight': { turn: say('早报改到0点'), data: { kind: 'hour', minute: 0 } },
      'no more': { turn: say('不要早报了'), data: { kind: 'off' } },
    },
    moves: {
      'an hour': say('7点半'),
      'too early an hour': say('早上3:00'),
      'other words': say('随便吧'),
    },
    facts: () => ({}),
    by,
    // One's own morning: it binds nobody else and is undone by a word.
    confirmed: () => 'free',
  })
  expectDiagram('oversight.digestWish', edges)
  expect(edges.filter(({ effects }) => effects.length > 0).map(({ to }) => to)).not.toContain('askingHour')
})
